"""What every text of ours is held to, as questions about one text.

Each function gives the faults it finds, in words, so that a test can plant one.
"""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import textstat
from django.urls import Resolver404, resolve

from alongside.helpline.board import Subject
from alongside.lib import markdown, stance, wording
from alongside.lib.markdown import Text
from alongside.web import content

# How long facts stay current: the drug supply, prices and phone numbers shortest.
INTERVALS = {90, 180, 365, 730}
LONGEST_SENTENCE = 20
LONGEST_PARAGRAPH = 4
LONGEST_LIST = 7
BLUNT = re.compile(
    r"opioid|heroin|overdose|naloxone|fentanyl|addict|drug|medication|methadone",
    re.IGNORECASE,
)
OUTSIDE_QUOTES = re.compile(r"“[^”]*”")
ENDS_INSIDE_A_LINE = re.compile(r"[.!?…][”’)*]*(?: \[\^[a-z0-9-]+\])*\s+(?!\[\^)\S")


def dates(text: Text) -> list[str]:
    front = text.front
    shortest = min((source.days for source in front.sources), default=0)
    due = front.checked_on + timedelta(days=shortest)
    odd = [s.key for s in front.sources if s.days not in INTERVALS]
    wrong = [f"review_due has to be {due}"] if front.review_due != due else []
    return wrong + [f"the days of {key} are no interval of ours" for key in odd]


def sources(text: Text) -> list[str]:
    keys = [source.key for source in text.front.sources]
    named = set(markdown.references(text.body))
    addresses = [source.url for source in text.front.sources]
    return [
        *(["there is no source"] if not keys else []),
        *(f"{key} is there twice" for key in set(keys) if keys.count(key) > 1),
        *(f"no sentence stands on {key}" for key in keys if key not in named),
        *(f"{key} is not a source" for key in named - set(keys)),
        *(
            f"{url} is no address"
            for url in addresses
            if not url.startswith("https://")
        ),
    ]


def outside_links(text: Text) -> list[str]:
    known = {source.url for source in text.front.sources}
    outside = [url for url in markdown.links(text.body) if "//" in url]
    return [f"{url} is not among the sources" for url in outside if url not in known]


def inside_links(text: Text) -> list[str]:
    inside = [url for url in markdown.links(text.body) if "//" not in url]
    return [f"{url} leads nowhere" for url in inside if not _leads_somewhere(url)]


def _leads_somewhere(url: str) -> bool:
    address = urlsplit(url)
    if address.path == "/call/" and address.fragment:
        return address.fragment in set(Subject)
    try:
        found = resolve(address.path)
    except Resolver404:
        return False
    if found.view_name == "learn:guide" and not content.find(
        "learn", found.kwargs["slug"], "en"
    ):
        return False
    return not address.query and not address.fragment


def sentences(text: Text) -> list[str]:
    """Every full sentence; a heading or a cell without a full stop is none."""
    return [
        sentence
        for block in markdown.prose(text.body)
        for sentence in markdown.sentences(block.replace("’", "'"))
        if sentence.rstrip("”)").endswith((".", "?", "!"))
    ]


def long_sentences(text: Text) -> list[str]:
    said = sentences(text)
    return [one for one in said if len(one.split()) > LONGEST_SENTENCE]


def grade(text: Text) -> float:
    """The Flesch-Kincaid school grade of the full sentences."""
    return float(textstat.flesch_kincaid_grade(" ".join(sentences(text))))


def words(text: Text) -> list[str]:
    front = text.front
    around = (front.title, front.tab, front.summary, front.next.words, front.next.why)
    said = "\n".join([*around, *markdown.prose(text.body)])
    found = [*wording.wounding(said), *wording.out_of_tune(said)]
    return [f"{one.words}: say {one.instead}" for one in found]


def our_stance(text: Text) -> list[str]:
    front = text.front
    around = (front.title, front.summary, front.next.words, front.next.why)
    # The opening of a text is read with it: a promise there is a promise too.
    return stance.faults("\n\n".join([*around, text.body]))


def crowded_lines(text: Text) -> list[str]:
    """Lines with more than one sentence, quotations and tables aside."""
    return [
        line
        for line in text.body.splitlines()
        if not line.startswith(("|", ">"))
        and ENDS_INSIDE_A_LINE.search(
            OUTSIDE_QUOTES.sub("“”", re.sub(r"^\d+\. ", "", line))
        )
    ]


def long_paragraphs(text: Text) -> list[str]:
    blocks = markdown.prose(text.body)
    return [b for b in blocks if len(b.splitlines()) > LONGEST_PARAGRAPH + _quoted(b)]


def _quoted(block: str) -> int:
    """A spoken example may take the lines it needs."""
    return len(block.splitlines()) if block.startswith("“") else 0


def long_lists(text: Text) -> list[str]:
    stretches = re.split(r"\n(?!- |  )", text.body)
    found = [re.findall(r"^- ", stretch, re.MULTILINE) for stretch in stretches]
    return [f"a list of {len(rows)}" for rows in found if len(rows) > LONGEST_LIST]


def marks(text: Text) -> list[str]:
    """What our Markdown does without: HTML, a second title, straight quotes, bare rules."""
    without = {
        "HTML": r"</?[a-z]",
        "a first-level heading": r"^# ",
        "a straight quote": r"[\"']",
        "a picture": r"!\[",
    }
    return [
        name
        for name, mark in without.items()
        if re.search(mark, text.body, re.MULTILINE)
    ]


def blunt(name: str) -> list[str]:
    """Drug words in what a browser keeps: the address and the short title."""
    return BLUNT.findall(name)
