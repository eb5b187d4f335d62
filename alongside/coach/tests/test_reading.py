"""What the coach says of a few plain messages, and what must hold for any text at all."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alongside.coach import coach, tokens
from alongside.coach.kinds import Credit, Mark

SCRIPTS = st.characters(exclude_categories=())
ANYTHING = st.one_of(
    st.text(max_size=400),
    st.text(SCRIPTS, max_size=400),
    st.lists(
        st.sampled_from(
            ["you", "always", "never", "i", "am", "scared", "because", ",", ".", "?", "!", "“", "”", '"', "'", "\n", "5", "Sam", "love", "lie"]
        ),
        max_size=80,
    ).map(" ".join),
)  # fmt: skip


def marks(text: str) -> set[Mark]:
    return {mark.kind for mark in coach.read(text).marks}


def credits_of(text: str) -> set[Credit]:
    return {credit.kind for credit in coach.read(text).credits}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You're nothing but a junkie.", Mark.LABEL),
        ("This is all your fault.", Mark.BLAME),
        ("You're lying to me.", Mark.ACCUSATION),
        ("You always do this.", Mark.GENERALISATION),
        ("Go to rehab or get out.", Mark.ULTIMATUM),
        ("I'll call the police on you.", Mark.THREAT),
        ("Why did you do it? Where were you?", Mark.INTERROGATION),
        ("You need to get a job.", Mark.COMMAND),
        ("Calm down, you're being dramatic.", Mark.DISMISSAL),
        ("If you loved me you would stop.", Mark.GUILT),
    ],
)
def test_a_harsh_message_is_marked(text: str, kind: Mark) -> None:
    assert kind in marks(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I'm scared.", Credit.FEELING),
        ("I need to sleep tonight.", Credit.I_STATEMENT),
        ("On Sunday I saw you asleep at the table.", Credit.OBSERVATION),
        ("What has this week been like for you?", Credit.OPEN_QUESTION),
        ("It sounds like you're exhausted.", Credit.UNDERSTANDING),
        ("I'm proud of how you kept going.", Credit.AFFIRMATION),
        ("It's up to you.", Credit.AUTONOMY),
        ("I can drive you on Thursday.", Credit.OFFER),
        ("I'm sorry I shouted.", Credit.RESPONSIBILITY),
        ("I love you.", Credit.CARE),
    ],
)
def test_a_kind_message_is_credited_and_not_marked(text: str, kind: Credit) -> None:
    assert kind in credits_of(text)
    assert marks(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Could you help me clean the dishes after dinner?",
        "You're always welcome at our table.",
        "My sister called you a junkie, and I told her that was not okay.",
        "Please don't use alone.",
        "It's not your fault.",
        "Why don't we take the dog out?",
    ],
)
def test_a_kind_message_that_looks_harsh_is_not_marked(text: str) -> None:
    assert marks(text) == set()


@settings(max_examples=100, deadline=None)
@given(ANYTHING)
@example("")
@example("\ud800 you never\x00 listen")
@example("you always lie " * 1500)
@example("\ufdfa\ufdfa i\u0307 ß ŉ Always you")
@example("“you “never” said”" * 50)
def test_any_text_is_read_and_every_note_stands_inside_it(text: str) -> None:
    reading = coach.read(text)

    for note in reading.notes:
        assert 0 <= note.start < note.end <= len(text)
        assert text[note.start : note.end].strip()
        assert note.why
        assert note.source
    assert reading == coach.read(text)


def test_a_text_of_twenty_thousand_characters_is_read() -> None:
    text = ("You never listen, and I'm scared. " * 700)[: tokens.LONGEST]

    assert len(coach.read(text).marks) > 100


def test_offsets_count_code_points() -> None:
    text = "🧡🧡 You always do this."
    mark = next(m for m in coach.read(text).marks if m.kind is Mark.GENERALISATION)

    assert text[mark.start : mark.end].casefold().startswith("you always")
