"""What they answer: every reply can come, none comes back too soon."""

import pytest

from alongside.coach.kinds import Reading
from alongside.talk.rehearsal import course, moves, replies, scenarios
from alongside.talk.rehearsal.kinds import Act, Band, Temper
from alongside.talk.rehearsal.replies import Cell
from alongside.talk.rehearsal.tests import making


def nothing(text: str) -> Reading:
    return Reading()


@pytest.mark.parametrize("name", ["made", *scenarios.names()])
def test_every_reply_can_be_reached(name: str) -> None:
    scenario = making.scenario() if name == "made" else scenarios.find(name)
    reached = {
        replies.choose(
            scenario, Cell(temper, band, act), used=[], told=[], history=[str(line)]
        )
        for temper in Temper
        for band in Band
        for act in Act
        for line in range(60)
    }

    assert reached == {reply.text for reply in scenario.replies}


def test_nothing_comes_back_before_all_that_fits_was_said() -> None:
    scenario, cell = making.scenario(), Cell(Temper.PLAIN, Band.WARY, Act.SEEN)
    used: list[str] = []
    for line in range(6):
        used.append(
            replies.choose(scenario, cell, used=used, told=[], history=[str(line)])
        )

    assert len(set(used)) == 6
    assert set(used[:2]) == set(replies.fitting(scenario, cell))


def test_the_oldest_comes_back_and_never_to_the_same_line() -> None:
    scenario, cell = making.scenario(), Cell(Temper.PLAIN, Band.WARY, Act.SEEN)
    used = [reply.text for reply in scenario.replies]
    first, second = replies.fitting(scenario, cell)

    again = replies.choose(scenario, cell, used=used, told=[first], history=["a"])

    assert again == second


@pytest.mark.parametrize("line", ["Hello you.", "", "...", "x", "asdf asdf asdf asdf"])
@pytest.mark.parametrize("temper", Temper)
def test_the_same_line_never_gets_the_same_reply(line: str, temper: Temper) -> None:
    run = course.run(making.scenario(), temper, [line] * 60, nothing)
    answers = [turn.reply for turn in run.turns]

    assert len(set(answers)) == 60


def test_two_lines_in_turn_never_get_the_same_reply() -> None:
    lines = ["The bus was late today.", "We have no bread left."] * 20
    run = course.run(making.scenario(), Temper.PLAIN, lines, nothing)

    assert len({turn.reply for turn in run.turns}) == 40


def test_the_same_lines_get_the_same_run() -> None:
    lines = ["How are you?", "I was scared.", "You always lie."]
    runs = [course.run(making.scenario(), Temper.HEATED, lines) for _ in range(2)]

    assert runs[0] == runs[1]


def test_a_reply_depends_on_what_was_said_before() -> None:
    scenario = making.scenario(replies=9)
    after = {
        course.run(scenario, Temper.PLAIN, [first, "We eat at six."], nothing)
        .turns[-1]
        .reply
        for first in (
            "The dog is out.",
            "It rains.",
            "I bought tea.",
            "Your aunt rang.",
        )
    }

    assert len(after) > 1


def test_after_they_have_gone_nothing_moves_and_each_answer_differs() -> None:
    run = course.run(making.scenario(), Temper.HEATED, [""] * 20, nothing)

    assert run.left
    assert len({turn.after for turn in run.turns[-5:]}) == 1
    assert len({turn.reply for turn in run.turns}) == 20


def test_a_line_of_unreadable_signs_is_taken() -> None:
    line = "\ud83d \x00 ﷽ 𝕬𝖇"

    assert moves.understand(line, Reading(), []).act in Act
