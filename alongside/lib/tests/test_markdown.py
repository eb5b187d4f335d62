"""A text of ours, taken apart."""

from datetime import date

import pytest

from alongside.lib import markdown
from alongside.lib.markdown import Part, Unreadable

FRONT = """+++
title = "A title"
tab = "A tab"
summary = "A summary."
checked_on = 2026-11-23
review_due = 2027-02-21
sources = [
    { key = "one", by = "NIDA", name = "A page", url = "https://a.example/", days = 90, seen = true },
    { key = "two", by = "NIDA", name = "Another", url = "https://b.example/", days = 730, seen = false },
]

[next]
to = "learn:guide kit"
words = "Do this"
why = "It helps."
+++
"""


def test_a_text_has_two_halves() -> None:
    text = markdown.split(f"{FRONT}\nFirst line.\n")

    assert text.body == "First line.\n"
    assert text.front.review_due == date(2027, 2, 21)
    assert text.front.sources[0].key == "one"
    assert text.front.next.to == "learn:guide kit"


def test_nobody_has_signed_a_text_until_it_says_so() -> None:
    signed = FRONT.replace("review_due", "reviewed = 2027-01-01\nreview_due")

    assert markdown.split(FRONT + "\n.\n").front.reviewed is None
    assert markdown.split(signed + "\n.\n").front.reviewed == date(2027, 1, 1)


def test_a_publisher_of_two_sources_is_named_once() -> None:
    assert markdown.split(FRONT + "\n.\n").front.publishers == ("NIDA",)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("No front matter.\n", "begin with TOML"),
        ("+++\ntitle = 1\n", "begin with TOML"),
        ("+++\ntitle =\n+++\nBody\n", "does not hold"),
        (FRONT.replace('tab = "A tab"\n', "") + "\n.\n", "tab"),
        (
            FRONT.replace("summary =", "reviewer = 'Dr X'\nsummary =") + "\n.\n",
            "reviewer",
        ),
        (FRONT.replace("2026-11-23", '"soon"') + "\n.\n", "checked_on"),
    ],
)
def test_a_text_that_does_not_hold_is_refused(wrong: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        markdown.split(wrong)


def test_a_text_is_current_until_its_day() -> None:
    front = markdown.split(FRONT + "\n.\n").front

    assert front.is_current(date(2027, 2, 20))
    assert not front.is_current(date(2027, 2, 21))
    assert not front.is_current(date(2029, 1, 1))


def test_a_body_is_cut_at_its_directives() -> None:
    body = "Before.\n\n{steps}\n\nAfter {not} this.\n"

    assert markdown.parts(body) == (
        Part(markdown="Before.\n"),
        Part(directive="steps"),
        Part(markdown="After {not} this.\n"),
    )


def test_prose_is_what_is_read() -> None:
    body = """\
## A heading

One **strong** line. [^one]
Another [link](https://a.example/).

- in a list

| a cell | and another |
| --- | --- |
| third | fourth [^two] |

{steps}
"""

    assert markdown.prose(body) == [
        "A heading",
        "One strong line.\nAnother link.",
        "in a list",
        "a cell",
        "and another",
        "third",
        "fourth",
    ]


def test_a_closing_quotation_mark_ends_with_its_sentence() -> None:
    said = markdown.sentences("Say: “I am here.” Then wait.\nListen")

    assert said == ["Say: “I am here.”", "Then wait.", "Listen"]


def test_sections_begin_at_their_headings() -> None:
    assert markdown.sections("Opening.\n\n## One\n\nA.\n\n## Two\n\nB.\n") == [
        "Opening.\n\n",
        "## One\n\nA.\n\n",
        "## Two\n\nB.\n",
    ]


def test_headings_have_addresses() -> None:
    body = "Opening.\n\n## You don’t know?\n\nA.\n\n### Not this\n\n## Two **b**\n"

    assert markdown.headings(body) == ["You don’t know?", "Two b"]
    assert markdown.slug("You don’t know?") == "you-dont-know"
    assert markdown.slug("Sí, señor") == "sí-señor"


def test_references_and_links_are_found_in_order() -> None:
    body = "A. [^two] [^one]\n\nSee [this](/learn/) and [that](https://a.example/).\n"

    assert markdown.references(body) == ["two", "one"]
    assert markdown.links(body) == ["/learn/", "https://a.example/"]


def test_reading_takes_a_minute_at_least() -> None:
    short = markdown.split(FRONT + "\nOne line.\n")
    long = markdown.split(FRONT + "\n" + "word " * 540 + "\n")

    assert short.minutes == 1
    assert long.minutes == 3
