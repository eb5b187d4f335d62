"""Each rule of our stance, shown to fail once, and shown to let the right sentence be."""

import pytest

from alongside.lib import stance

WRONG_AND_RIGHT = [
    ("a dose of a medicine", "Take 16 mg of buprenorphine.", "A spray holds 4 mg of naloxone."),
    ("a percentage", "It works for 74% of families.", "About 3 in 4 said so."),
    ("a promise", "This will cure them.", "Nothing here is a cure."),
    ("a promise", "The success rate is high.", "No place can guarantee that."),
    ("a diagnosis", "Three signs make a diagnosis.", "This is not a diagnosis."),
    ("watching someone", "Search their room at night.", "Do not search their room."),
    ("watching someone", "A tracker on the phone helps; track it.", "We never track you."),
    ("watching someone", "Buy a drug test.", "A home drug test does not settle it."),
    ("a threat", "Give an ultimatum.", "Do not give an ultimatum."),
    ("a threat", "Throw them out tonight.", "Never throw them out for it."),
    ("stopping suddenly", "They can stop suddenly.", "Do not stop suddenly."),
    ("stopping suddenly", "Taper at home.", "Only the prescriber plans a taper."),
    ("changing a dose", "Skip the dose tonight.", "Only the prescriber may change the dose."),
    ("a safe amount", "Take a smaller amount.", "No amount is safe after a break."),
    ("blame", "This is your fault.", "This is not your fault."),
    ("blame", "If you had called, he would live.", "You did not cause this."),
    ("naltrexone as the safer one", "Naltrexone is safer.", "Naltrexone blocks opioids."),
    ("medicine as a lesser way", "It is a crutch.", "It is not one drug for another."),
    ("force", "Force them into a clinic.", "Forcing them is a last resort."),
    ("force", "Call the police on him.", "In danger this minute? Call the police."),
    ("a legal conclusion", "Sharing is illegal.", "Laws differ: ask whether it is illegal."),
    ("naloxone as the end of it", "Naloxone fixes it.", "Naloxone helps for a while."),
    ("withdrawal as harmless", "Withdrawal is not dangerous.", "Withdrawal can kill."),
    ("a phone number", "Ring 1-800-662-4357.", "Ring someone who knows."),
    ("a phone number", "Ring 911.", "In 750,000 people it held."),
    ("a lapse without tolerance", "A lapse is common.", "A lapse is common; tolerance is lower."),
    ("naloxone without wearing off", "Naloxone can bring back breath.", "Naloxone can bring back breath; it wears off."),
    ("a test strip as proof", "Use a test strip.", "A test strip cannot tell you that something is safe."),
    ("detox without medicine", "Start with detox.", "After detox, medicine protects."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "wrong", "right"), WRONG_AND_RIGHT)
def test_a_rule_finds_its_fault_and_nothing_else(
    rule: str, wrong: str, right: str
) -> None:
    assert [fault.split(":")[0] for fault in stance.faults(wrong)] == [rule]
    assert stance.faults(right) == []


def test_every_rule_has_a_sentence_that_breaks_it() -> None:
    shown = {rule for rule, _, _ in WRONG_AND_RIGHT}

    assert shown == {rule.name for rule in (*stance.SENTENCES, *stance.COMPANY)}


def test_medicine_has_to_stand_beside_detox_in_the_same_section() -> None:
    apart = "## Detox\n\nDetox comes first.\n\n## Later\n\nThen medicine.\n"

    assert stance.faults(apart) == ["detox without medicine: ## Detox"]


def test_what_not_to_say_may_be_quoted() -> None:
    assert stance.faults("Not “Stop or get out.” Try “I love you.”") == []
