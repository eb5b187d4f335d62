"""What a talk moves: an honest try helps, and nothing that only looks like one does."""

from collections.abc import Sequence
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.coach.kinds import Credit, Mark, Reading
from alongside.talk.rehearsal import course, moves, scenarios
from alongside.talk.rehearsal.course import Course
from alongside.talk.rehearsal.kinds import NOT_NOW, Act, Temper
from alongside.talk.rehearsal.scenarios import Scenario
from alongside.talk.rehearsal.state import State
from alongside.talk.rehearsal.tests import making
from alongside.talk.rehearsal.tests.scripts import DEGENERATE, HONEST, PAIRS
from alongside.talk.rehearsal.tests.test_moves import reading

MADE = making.scenario()
GOOD = "I was scared on Tuesday when I found you asleep on the floor."
BAD = "You are a junkie and you only think of yourself."


def told(
    *lines: tuple[str, Sequence[Mark | Credit]],
    scenario: Scenario = MADE,
    temper: Temper = Temper.PLAIN,
) -> Course:
    """A run of lines in which the coach hears what is said here."""
    heard = {text: reading(*kinds) for text, kinds in lines}
    return course.run(
        scenario, temper, [text for text, _ in lines], lambda t: heard.get(t, Reading())
    )


@pytest.mark.parametrize("credit", Credit)
@pytest.mark.parametrize("temper", Temper)
def test_one_line_that_helps_opens_and_calms(credit: Credit, temper: Temper) -> None:
    run = told(("We talked about you at home.", [credit]), temper=temper)

    assert run.state.openness > run.start.openness
    assert run.state.guardedness < run.start.guardedness


@pytest.mark.parametrize("mark", Mark)
@pytest.mark.parametrize("temper", Temper)
def test_one_line_that_hurts_closes_and_alarms(mark: Mark, temper: Temper) -> None:
    run = told(("We talked about you at home.", [mark]), temper=temper)

    assert run.state.openness < run.start.openness
    assert run.state.guardedness > run.start.guardedness


@pytest.mark.parametrize("mark", Mark)
def test_a_kind_word_in_a_line_that_hurts_takes_back_little(mark: Mark) -> None:
    run = told(("We talked about you at home.", [mark, Credit.CARE]))

    assert run.state.ease < run.start.ease


def test_a_plain_line_changes_little() -> None:
    run = told(("Dinner is at six.", []))

    assert abs(run.state.guardedness - run.start.guardedness) <= 2
    assert abs(run.state.openness - run.start.openness) <= 2


@pytest.mark.parametrize("temper", Temper)
@pytest.mark.parametrize("name", ["made", *scenarios.names()])
def test_said_well_ends_better_than_said_badly(name: str, temper: Temper) -> None:
    scenario = MADE if name == "made" else scenarios.find(name)
    for lines in (1, 2):
        well = course.run(scenario, temper, [GOOD, "How are you now?"][:lines]).state
        badly = course.run(scenario, temper, [BAD, "Why do you lie?"][:lines]).state

        assert well.openness > badly.openness
        assert well.guardedness < badly.guardedness


@pytest.mark.parametrize("name", ["made", *scenarios.names()])
def test_each_moment_ends_better_said_well(name: str) -> None:
    scenario = MADE if name == "made" else scenarios.find(name)
    for good, bad in PAIRS:
        well = course.run(scenario, Temper.PLAIN, good).state
        badly = course.run(scenario, Temper.PLAIN, bad).state

        assert well.openness > badly.openness, bad
        assert well.guardedness < badly.guardedness, bad


@pytest.mark.parametrize("name", DEGENERATE)
@pytest.mark.parametrize("temper", Temper)
def test_a_try_without_trying_ends_below_the_honest_ones(
    name: str, temper: Temper
) -> None:
    honest = [course.run(MADE, temper, lines).state.ease for lines in HONEST.values()]

    reached = course.run(MADE, temper, DEGENERATE[name]).state.ease

    assert len(DEGENERATE) >= 20
    assert reached < median(honest)


# Where they are ill or high nobody is helped by talking on: stopping has its own test.
FOR_TALKING = [n for n in scenarios.names() if not scenarios.find(n).flags & NOT_NOW]


@pytest.mark.parametrize("name", FOR_TALKING)
def test_it_is_so_in_every_situation_that_is_for_talking(name: str) -> None:
    scenario = scenarios.find(name)
    ends = {
        script: course.run(scenario, Temper.PLAIN, lines).state.ease
        for script, lines in (HONEST | DEGENERATE).items()
    }
    middle = median(ends[script] for script in HONEST)

    assert [script for script in DEGENERATE if ends[script] >= middle] == []


@pytest.mark.parametrize("name", HONEST)
@pytest.mark.parametrize("temper", Temper)
def test_every_honest_try_leads_to_something(name: str, temper: Temper) -> None:
    run = course.run(MADE, temper, HONEST[name])

    assert run.state.ease > run.start.ease
    assert not run.left


def test_the_same_thing_again_and_again_is_worth_less_each_time() -> None:
    lines = [
        "The house is quiet now.",
        "Your room is as it was.",
        "My heart is full.",
        "The days are long here.",
        "Snow fell on our street.",
    ]
    run = told(*((line, [Credit.FEELING]) for line in lines))
    gains = [turn.gain for turn in run.turns]

    assert gains == sorted(gains, reverse=True)
    assert gains[0] > 0 > gains[-1]


def test_a_line_that_comes_back_brings_nothing() -> None:
    run = told(*[("It sounds like you are sad.", [Credit.UNDERSTANDING])] * 2)

    assert run.turns[0].gain > 0 > run.turns[1].gain


def test_forty_five_words_are_heard_and_more_tire() -> None:
    words = (
        "I want to tell you how it was for me when you did not come home on that night"
    )
    short = told((words, [Credit.FEELING]))
    long = told((f"{words}, {words}, {words}, {words}", [Credit.FEELING]))

    assert long.state.energy < short.state.energy
    assert long.state.openness < short.state.openness


def test_while_they_are_very_guarded_they_open_a_quarter_as_far() -> None:
    line = ("I see that it was hard for you.", [Credit.UNDERSTANDING])

    assert told(line).turns[0].parts[0].openness >= 3 * (
        told(line, temper=Temper.HEATED).turns[0].parts[0].openness
    )


def test_after_what_hurt_kind_words_reach_less_far() -> None:
    kind = ("I see that it was hard for you.", [Credit.UNDERSTANDING])
    hurt = ("You are a liar.", [Mark.LABEL])

    assert told(hurt, kind).turns[1].gain < told(kind).turns[0].gain


@pytest.mark.parametrize("flag", sorted(NOT_NOW))
def test_when_they_are_not_well_enough_stopping_kindly_is_best(flag: str) -> None:
    scenario = making.scenario(flags=f'["{flag}"]')
    stop = "You look worn out. Let's stop here and talk tomorrow."
    stopped = course.run(scenario, Temper.PLAIN, [stop])

    assert stopped.turns[0].move.act is Act.STOP
    assert "You stopped. In this moment that was the best move" in stopped.turns[0].why
    for lines in HONEST.values():
        run = course.run(scenario, Temper.PLAIN, lines)
        assert run.state.ease < stopped.state.ease
        assert "The best move is to stop kindly" in run.turns[0].why


def test_they_go_when_they_were_hurt_too_often() -> None:
    lines = [("You are a junkie.", [Mark.LABEL, Mark.BLAME])]
    run = told(
        *lines,
        ("Get out, you liar.", [Mark.LABEL, Mark.THREAT]),
        ("It is your fault.", [Mark.BLAME]),
    )

    assert run.left
    assert run.turns[-1].move.act is Act.LEAVING


def test_a_pressed_yes_moves_them_away_though_the_coach_hears_nothing() -> None:
    run = told(("Promise me that you will go to the clinic.", [Credit.CARE]))

    assert run.turns[0].move.act is Act.PUSHED
    assert run.state.ease < run.start.ease


def test_it_is_told_what_moved_and_why() -> None:
    run = course.Course(MADE, Temper.PLAIN).say(BAD)
    guard = run.state.guardedness - run.start.guardedness

    assert "raised their guard by" in run.turns[0].why
    assert guard > 0
    well = course.Course(MADE, Temper.PLAIN).say(GOOD)
    assert "lowered their guard by" in well.turns[0].why


@given(some.lists(some.text(max_size=300), max_size=8))
def test_no_text_breaks_a_run(lines: list[str]) -> None:
    run = course.run(MADE, Temper.WITHDRAWN, lines)

    assert len(run.turns) == len(lines)
    for turn in run.turns:
        assert turn.why
        assert turn.reply
        state: State = turn.after
        assert all(
            0 <= value <= 100
            for value in (state.guardedness, state.openness, state.energy)
        )


def test_every_act_can_come_about() -> None:
    scripts = [*HONEST.values(), *DEGENERATE.values(), [BAD], ["Let's stop here."]]
    seen = {
        turn.move.act
        for temper in Temper
        for lines in scripts
        for turn in course.run(MADE, temper, lines).turns
    }
    seen |= {moves.understand("We talked.", reading(c), []).act for c in Credit}
    seen |= {moves.understand("We talked.", reading(m), []).act for m in Mark}

    assert set(Act) - seen <= {Act.TIRED}


def test_one_who_is_worn_out_says_so() -> None:
    lines = [f"On day {n} we met aunt {n}{n} at home." for n in range(40)]
    run = course.run(MADE, Temper.WITHDRAWN, lines)
    acts = [turn.move.act for turn in run.turns]

    assert Act.TIRED in acts
    assert acts.index(Act.TIRED) < acts.index(Act.LEAVING)
    tired = run.turns[acts.index(Act.TIRED)]
    assert "little strength left" in tired.why
