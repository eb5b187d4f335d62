"""A situation made for tests: replies to every act, in every band."""

from alongside.talk.rehearsal import scenarios
from alongside.talk.rehearsal.kinds import Act, Band, Ending, Temper
from alongside.talk.rehearsal.scenarios import Scenario

HEAD = """
title = "A talk"
who = "Sam, your grown son"
setting = "At the kitchen table."
note = "Sam may say hard things."
aim = "A door that stays open."
opening = "What is it?"
flags = {flags}
start = {{ guardedness = 55, openness = 30, energy = 60 }}
[tips]
watch = ["One thing at a time."]
[tempers.plain]
name = "Calm today"
[tempers.heated]
name = "Quick to anger"
start = {{ guardedness = +12, openness = -5 }}
opening = "What now?"
[tempers.withdrawn]
name = "Far away"
start = {{ energy = -15, openness = -8 }}
[[line]]
strong = "I was scared when I found you on the floor."
weak = "You always scare me, and it is your fault."
why = "It tells what you saw and felt."
[[line]]
strong = "How are you sleeping?"
weak = "Why can’t you stop lying?"
why = "It can be answered."
[[line]]
strong = "I can drive you on Friday, if you want to go."
weak = "You have to go to the clinic, or you move out."
why = "They can say no."
"""


def text(flags: str = "[]", replies: int = 2) -> str:
    """The file, with this many replies to each act in each band."""
    told = [HEAD.format(flags=flags)]
    for act in Act:
        for band in Band:
            told += [
                f'[[reply]]\ntemper = ["any"]\nwhen = "{act}"\nband = "{band}"\n'
                f'text = "To {act}, {band}, number {n}."\n'
                for n in range(1, replies + 1)
            ]
    told += [
        f'[[ending]]\nwhen = "{end}"\ntext = "It was {end}."\nsay = "So it goes."\n'
        for end in Ending
    ]
    return "".join(told)


def scenario(flags: str = "[]", replies: int = 2) -> Scenario:
    return scenarios.parse(text(flags, replies), named="made")


TEMPERS = tuple(Temper)
