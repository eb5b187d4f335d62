"""The files of the situations: all of them are whole, and a fault is told where it is."""

from collections.abc import Callable

import pytest

from alongside.talk.rehearsal import scenarios
from alongside.talk.rehearsal.kinds import Act, Band, Temper
from alongside.talk.rehearsal.scenarios import NoSuchScenario, ScenarioUnclear
from alongside.talk.rehearsal.tests import making


@pytest.mark.parametrize("name", scenarios.names())
def test_every_file_is_whole(name: str) -> None:
    scenario = scenarios.find(name)

    assert scenario.id == name
    assert len(scenario.replies) >= scenarios.FEWEST_REPLIES


def test_the_first_talk_stands_first() -> None:
    assert scenarios.everywhere()[0].id == "first-talk"


def test_a_name_that_is_none_is_answered_with_those_there_are() -> None:
    with pytest.raises(NoSuchScenario, match="first-talk"):
        scenarios.find("../first-talk")


def test_a_temper_moves_the_start_and_may_have_its_own_first_words() -> None:
    scenario = making.scenario()

    assert scenario.begins(Temper.HEATED).guardedness == 67
    assert scenario.first_words(Temper.HEATED) == "What now?"
    assert scenario.first_words(Temper.PLAIN) == "What is it?"


def test_any_is_every_temper_and_every_band() -> None:
    text = making.text().replace('band = "open"', 'band = "any"')

    reply = scenarios.parse(text, named="made").replies[4]

    assert reply.tempers == frozenset(Temper)
    assert reply.bands == frozenset(Band)


FAULTS: list[tuple[str, Callable[[str], str], str]] = [
    ("no toml", lambda t: t + "\n=", "made: "),
    ("an unknown key", lambda t: t.replace("[tips]", "colour = 1\n[tips]"), "colour"),
    ("an unknown act", lambda t: t.replace('when = "gap"', 'when = "gasp"'), "reply"),
    ("an unknown band", lambda t: t.replace('"wary"', '"weary"', 1), "band"),
    ("an unknown temper", lambda t: t.replace('["any"]', '["cross"]', 1), "temper"),
    ("an unknown flag", lambda t: t.replace("flags = []", 'flags = ["x"]'), "flags"),
    ("an act is missing", lambda t: t.replace('"tired"', '"plain"'), "“tired”"),
    ("a text twice", lambda t: t.replace("number 2", "number 1"), "twice"),
    ("a missing end", lambda t: t.replace('when = "stuck"', 'when = "left"'), "stuck"),
    ("an empty note", lambda t: t.replace("Sam may say hard things.", " "), "note"),
    ("a start out of bounds", lambda t: t.replace("= 55", "= 155"), "start"),
    (
        "no heated temper",
        lambda t: t.replace("tempers.heated", "tempers.plane"),
        "plane",
    ),
    (
        "a mood that is a word",
        lambda t: t.replace("[tempers.plain]\nname", "[tempers]\nplain"),
        "tempers",
    ),
]


@pytest.mark.parametrize(
    ("break_it", "told"), [(b, t) for _, b, t in FAULTS], ids=[n for n, _, _ in FAULTS]
)
def test_a_fault_is_told_with_its_place(
    break_it: Callable[[str], str], told: str
) -> None:
    with pytest.raises(ScenarioUnclear, match=told) as fault:
        scenarios.parse(break_it(making.text()), named="made")

    assert str(fault.value).startswith("made")


def test_too_few_replies_are_counted() -> None:
    with pytest.raises(ScenarioUnclear, match="at least 60"):
        scenarios.parse(making.text(replies=0), named="made")


def test_every_act_has_to_be_answered_in_every_temper() -> None:
    only = making.text().replace(
        'temper = ["any"]\nwhen = "seen"', 'temper = ["plain"]\nwhen = "seen"'
    )

    with pytest.raises(ScenarioUnclear, match="“seen” when they are heated"):
        scenarios.parse(only, named="made")


def test_acts_and_bands_of_the_files_are_ours() -> None:
    assert {reply.when for reply in making.scenario().replies} == set(Act)
