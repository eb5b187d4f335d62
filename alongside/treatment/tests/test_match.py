"""What may fit: forty families, what they must and must never be told, and what always holds."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.coach import coach
from alongside.treatment import match
from alongside.treatment.match import FIELDS, MANY, Match, NotUnderstood, Says
from alongside.treatment.options import options
from alongside.treatment.words import QUESTIONS

MEDICINES = ["methadone", "buprenorphine"]


def found(**answers: Any) -> Match:
    return match.match(match.understood(answers))


def listed(told: Match) -> list[str]:
    return [each.option.id for each in told.options]


def said(told: Match) -> set[str]:
    """The ids of all rules that spoke."""
    spoken = {rule.id for rule in (*told.first, *told.questions)}
    for each in told.options:
        spoken |= {rule.id for rule in (*each.reasons, *each.cautions)}
    return spoken


# Each: answers, rules or options that must be there, and such as must not.
FAMILIES: list[tuple[dict[str, Any], set[str], set[str]]] = [
    ({}, {"always-medicine", "visits"}, {"withdrawal", "naltrexone", "stay"}),
    ({"using": "now", "fentanyl": "yes"}, {"fentanyl-start"}, {"naltrexone"}),
    ({"using": "now", "fentanyl": "no"}, {"methadone"}, {"fentanyl-start"}),
    ({"using": "stopped", "fentanyl": "yes"}, {"less-tolerance"}, {"fentanyl-start"}),
    ({"danger": ["overdose"]}, {"danger-overdose"}, {"danger-suicide"}),
    ({"danger": ["suicide"]}, {"danger-suicide"}, {"danger-overdose"}),
    ({"danger": ["violence"]}, {"danger-violence"}, {"danger-infection"}),
    ({"danger": ["infection"]}, {"danger-infection"}, {"danger-violence"}),
    ({"withdrawal": ["alcohol"]}, {"sedative-withdrawal", "withdrawal"}, set()),
    ({"withdrawal": ["benzodiazepines"]}, {"sedatives-with-medicine"}, {"naltrexone"}),
    ({"withdrawal": ["seizures"]}, {"sedative-care"}, {"sedatives-with-medicine"}),
    ({"pregnant": "yes"}, {"pregnant-medicine", "pregnant-not-stop"}, {"naltrexone"}),
    ({"pregnant": "unsure"}, {"pregnant-question"}, {"naltrexone"}),
    ({"pregnant": "no"}, {"methadone"}, {"pregnant-not-stop"}),
    (
        {"wishes": ["no-opioid-medicine"], "using": "stopped", "pregnant": "no"},
        {"naltrexone", "naltrexone-wished", "less-tolerance", "methadone"},
        set(),
    ),
    (
        {"wishes": ["no-opioid-medicine"], "using": "now", "pregnant": "no"},
        {"no-opioid-wish", "methadone", "buprenorphine"},
        {"naltrexone"},
    ),
    (
        {"wishes": ["no-opioid-medicine"], "using": "stopped", "pregnant": "yes"},
        {"pregnant-medicine"},
        {"naltrexone"},
    ),
    (
        {"wishes": ["no-opioid-medicine"], "using": "stopped"},
        {"no-opioid-wish"},
        {"naltrexone"},
    ),
    ({"wishes": ["no-daily-visits"]}, {"no-daily-visits"}, {"daily-support"}),
    ({"wishes": ["daily-support"]}, {"days", "daily-support"}, {"stay"}),
    ({"wishes": ["a-stay"]}, {"stay", "always-ask-stay"}, {"withdrawal"}),
    ({"wishes": ["at-home"]}, {"wish-home"}, {"stay"}),
    ({"wishes": ["by-video"]}, {"wish-video"}, {"stay"}),
    ({"wishes": ["family-part"]}, {"families"}, {"stay"}),
    ({"housing": "none"}, {"stay", "unsafe-housing-question"}, {"withdrawal"}),
    ({"housing": "safe"}, {"visits"}, {"stay"}),
    ({"life": ["just-out"]}, {"just-out"}, {"jail-soon"}),
    ({"life": ["court"]}, {"jail-soon"}, {"just-out"}),
    ({"life": ["works"]}, {"work"}, {"stay"}),
    (
        {"earlier": ["detox"], "withdrawal": ["alcohol"]},
        {"detox-before", "always-not-alone"},
        set(),
    ),
    (
        {"earlier": ["buprenorphine"], "ended": ["used-again"]},
        {"buprenorphine-not-enough"},
        {"buprenorphine-before"},
    ),
    (
        {"earlier": ["methadone"], "ended": ["helped"]},
        {"methadone-before", "helped-before"},
        {"methadone-not-for-them"},
    ),
    ({"ended": ["put-out"]}, {"put-out-before"}, {"helped-before"}),
    ({"age": "16-17"}, {"teen-medicine", "families", "teen-question"}, {"older"}),
    ({"age": "under-16"}, {"teen", "methadone", "buprenorphine"}, {"naltrexone"}),
    ({"age": "65-up"}, {"older"}, {"teen"}),
    ({"children": "yes"}, {"children-lock"}, {"teen"}),
    ({"children": "no"}, {"methadone"}, {"children-lock"}),
    ({"substances": ["heroin", "stimulants"]}, {"rewards"}, {"withdrawal"}),
    ({"conditions": ["depression"]}, {"thinking", "mental-illness"}, {"heart"}),
    ({"conditions": ["heart"]}, {"heart", "methadone"}, {"breathing-liver"}),
    ({"conditions": ["lungs"]}, {"breathing-liver"}, {"heart"}),
    (
        {"earlier": ["methadone"], "ended": ["side-effects"]},
        {"methadone-not-for-them"},
        {"heart"},
    ),
    (
        {"earlier": ["buprenorphine"], "ended": ["stopped"]},
        {"buprenorphine-before"},
        {"heart"},
    ),
    ({"insurance": "medicare"}, {"medicare"}, {"medicaid"}),
    ({"conditions": ["hiv"]}, {"hiv-hepatitis"}, {"mental-illness"}),
    ({"pain": "yes"}, {"pain", "pain-question"}, {"heart"}),
    ({"insurance": "medicaid"}, {"medicaid"}, {"no-insurance"}),
    ({"insurance": "none"}, {"no-insurance"}, {"medicaid", "medicare"}),
    ({"distance": "no-transport"}, {"far-away", "far-away-question"}, {"stay"}),
    ({"language": "spanish"}, {"another-language"}, {"teen"}),
    ({"ready": "no"}, {"not-ready", "methadone"}, {"ready-now"}),
    ({"ready": "yes"}, {"ready-now"}, {"not-ready"}),
    ({"injecting": "yes"}, {"injecting", "injecting-contact"}, {"heart"}),
]


@pytest.mark.parametrize(("answers", "must", "never"), FAMILIES)
def test_a_family_is_told_what_it_must_be_and_never_what_it_must_not(
    answers: dict[str, Any], must: set[str], never: set[str]
) -> None:
    told = found(**answers)

    spoken = said(told) | set(listed(told))
    assert must <= spoken
    assert not never & spoken


def test_there_are_families_enough_and_every_rule_is_met_both_ways() -> None:
    assert len(FAMILIES) >= 40
    spoken = [said(found(**answers)) for answers, _, _ in FAMILIES]
    for rule in match.rules():
        assert any(rule.id in each for each in spoken), rule.id
        if rule.when:
            assert any(rule.id not in each for each in spoken), rule.id


def any_answers() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {},
        optional={
            name: st.lists(st.sampled_from(values), unique=True, max_size=4)
            if name in MANY
            else st.sampled_from(values)
            for name, values in FIELDS.items()
        },
    )


@given(any_answers())
def test_whatever_is_answered_what_must_hold_does(answers: dict[str, Any]) -> None:
    told = found(**answers)

    names = listed(told)
    assert names[:2] == MEDICINES
    assert all(each.reasons for each in told.options)
    if "withdrawal" in names:
        [alone] = [each for each in told.options if each.option.id == "withdrawal"]
        assert "always-not-alone" in {rule.id for rule in alone.cautions}
    if "naltrexone" in names:
        assert answers["using"] == "stopped"
        assert answers["pregnant"] == "no"
    for danger in answers.get("danger", ()):
        assert f"danger-{danger}" in {rule.id for rule in told.first}
    if answers.get("danger"):
        assert told.first[0].id.startswith("danger-")
    if answers.get("withdrawal"):
        assert "sedative-withdrawal" in said(told)
    if answers.get("pregnant") in {"yes", "unsure"}:
        assert {"pregnant-not-stop", "pregnant-medicine"} <= said(told)
    assert told.questions
    assert found(**answers) == told


FORBIDDEN = [
    r"\b\d+\s*(?:mg|ml|mcg|milligrams?|tablets?|pills?|hours?|days?)\b",
    r"\b(?:cure[sd]?|guarantee\w*|success rate|will recover)\b",
    r"\b(?:stop|quit|come off) (?:taking )?(?:methadone|buprenorphine|the medicine)\b",
    r"\b(?:cold turkey|taper|just stop|drug-free|clean|addicts?)\b",
    r"\b(?:crutch|substitute|replacement)\b",
    r"\bsafer because\b",
]


@pytest.mark.parametrize("never", FORBIDDEN)
def test_no_rule_says_what_must_never_be_said(never: str) -> None:
    for rule in match.rules():
        assert not re.search(never, rule.text, re.IGNORECASE), rule.id


def test_every_rule_has_its_sources_its_options_and_answers_that_exist() -> None:
    sources = {source.key for source in options().source}
    known = {option.id for option in options().option}
    ids = [rule.id for rule in match.rules()]

    assert len(set(ids)) == len(ids)
    for rule in match.rules():
        assert rule.sources, rule.id
        assert set(rule.sources) <= sources, rule.id
        assert {*rule.options, *rule.adds} <= known, rule.id
        assert bool(rule.options) is (rule.says in {Says.REASON, Says.CAUTION}), rule.id
        for name, values in rule.when.items():
            assert set(values) <= set(FIELDS[name]), rule.id


def test_no_sentence_is_one_our_own_coach_would_mark() -> None:
    marked = [rule.text for rule in match.rules() if coach.read(rule.text).marks]

    assert len(marked) <= len(match.rules()) / 20, marked


@pytest.mark.parametrize(
    "given_",
    [
        [],
        "text",
        None,
        {"colour": "red"},
        {"age": "17"},
        {"age": ["16-17", "18-25"]},
        {"danger": [["overdose"]]},
        {"danger": {"a": 1}},
        {1: "x"},
    ],
)
def test_what_is_not_understood_is_said(given_: object) -> None:
    with pytest.raises(NotUnderstood, match=r"\w"):
        match.understood(given_)


def test_an_empty_answer_is_no_answer() -> None:
    empty = {name: [] if name in MANY else "" for name in FIELDS}

    assert match.match(match.understood(empty)) == found()


def test_the_form_asks_all_that_the_rules_know_and_nothing_else() -> None:
    asked = {name: tuple(question.answers) for name, question in QUESTIONS}

    assert {name: set(values) for name, values in asked.items()} == {
        name: set(values) for name, values in FIELDS.items()
    }
    assert all(str(question.why) for _, question in QUESTIONS)
