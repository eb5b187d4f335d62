"""The packs that we ship, and what happens to one that is not clear."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from alongside.helpline import packs
from alongside.helpline.board import KINDS
from alongside.helpline.lines import Kind, Line
from alongside.helpline.packs import Pack, PackUnclear

FOLDER = settings.CONTENT / "lines"
FILES = sorted(FOLDER.glob("*.toml"))
PACKS = [packs.parse(file.read_text(), named=file.name) for file in FILES]
LINES = [line for pack in PACKS for line in pack.lines]
COUNTRIES = {"AU", "CA", "GB", "IE", "NZ", "US", "world"}
TODAY = date(2026, 12, 5)

PACK = """
country = "XX"
name = "Nowhere"
first = ["xx-one"]

[emergency]
number = "112"
source = "https://emergency.example"
checked_on = 2026-11-23

[[line]]
id = "xx-one"
name = "One"
owner = "One"
for = ["drugs"]
about = "Someone to talk to."
numbers = ["0800 555 0100"]
hours = "always"
languages = ["en"]
source = "https://one.example"
confidence = "seen"
checked_on = 2026-11-23
"""


def named(line: Line) -> str:
    return line.id


def test_every_country_of_ours_has_its_pack() -> None:
    assert {pack.country for pack in PACKS} == COUNTRIES


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.country)
def test_a_pack_has_an_emergency_number_and_its_own_lines(pack: Pack) -> None:
    assert pack.emergency.numbers
    assert pack.code == FILES[PACKS.index(pack)].stem
    assert all(line.id.startswith(f"{pack.code}-") for line in pack.lines)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_pack_says_where_its_facts_come_from(file: Path) -> None:
    opening = file.read_text().partition('\ncountry = "')[0]

    assert "fact dossier" in opening
    assert "23 November 2026" in opening


@pytest.mark.parametrize("line", LINES, ids=named)
def test_a_line_says_all_that_a_caller_needs(line: Line) -> None:
    assert line.owner
    assert line.about
    assert line.languages
    assert line.kinds
    assert line.source.startswith("https://")
    assert date(2026, 1, 1) <= line.checked_on <= TODAY
    assert (line.review_due - line.checked_on).days == 90
    assert not line.about.endswith("  ")
    assert line.about.endswith(".")


@pytest.mark.parametrize("line", LINES, ids=named)
def test_a_line_that_a_phone_reaches_has_numbers_that_dial(line: Line) -> None:
    for call in line.calls:
        assert re.fullmatch(r"tel:\d{3,11}", call.address)
    if line.text:
        assert re.fullmatch(r"sms:\d{3,11}(\?body=[A-Z]+)?", line.text.address)
    for page in (line.url, line.chat):
        assert not page or page.startswith("https://")


@pytest.mark.parametrize("line", LINES, ids=named)
def test_a_line_stands_somewhere_on_the_page(line: Line) -> None:
    told: set[Kind] = {kind for kinds in KINDS.values() for kind in kinds}

    assert told & set(line.kinds)


def test_a_country_never_shows_a_number_of_the_united_states() -> None:
    american = dialled(packs.read(FOLDER, "US"))

    for pack in PACKS:
        # 988 is Canada's own as well (https://988.ca).
        its_own = {"tel:988"} if pack.country in {"CA", "US"} else set()
        if pack.country != "US":
            assert dialled(pack) & american <= its_own, pack.country


def dialled(pack: Pack) -> set[str]:
    return {call.address for line in pack.lines for call in line.calls}


def test_only_a_country_with_911_says_911() -> None:
    for pack in PACKS:
        written = FOLDER.joinpath(f"{pack.code}.toml").read_text()
        assert ("911" in written) == (pack.country in {"US", "CA", "world"}), (
            pack.country
        )


def test_a_country_that_we_do_not_know_gets_the_worlds_pack() -> None:
    for country in ("", "FR", "../lines/us", "us.toml", "ÜS"):
        assert packs.read(FOLDER, country).is_world

    regions = packs.read(FOLDER, "").emergency.numbers
    assert {"911", "112", "999", "000"} <= {region.number for region in regions}
    assert all(region.where for region in regions)


def test_other_countries_are_listed_by_name() -> None:
    assert [pack.code for pack in packs.everywhere(FOLDER)] == [
        "au", "ca", "ie", "nz", "gb", "us"
    ]  # fmt: skip


def test_a_month_is_counted_from_its_first_day() -> None:
    pack = packs.parse(
        PACK.replace('seen"\nchecked_on = 2026-11-23', 'seen"\nchecked_on = "2026-09"'),
        named="xx.toml",
    )

    assert pack.lines[0].checked_on == date(2026, 9, 1)
    assert pack.lines[0].month_only


@pytest.mark.parametrize(
    ("clear", "unclear", "complaint"),
    [
        ('hours = "always"', 'hours = "often"', "line xx-one, hours: 'often' is not"),
        ('hours = "always"\n', "", "line xx-one: .*`hours`"),
        ('owner = "One"\n', "", "line xx-one: .*`owner`"),
        ('owner = "One"', 'owner = ""', "line xx-one, owner: it is empty"),
        ('for = ["drugs"]', "for = []", "line xx-one, kinds: it is empty"),
        ('for = ["drugs"]', 'for = ["drug"]', r"line xx-one, for\[0\]: .*'drug'"),
        ('numbers = ["0800 555 0100"]', "", "line xx-one, numbers: there is no way"),
        ('languages = ["en"]', 'languages = ["klingon"]', r"languages\[0\]"),
        ('confidence = "seen"', 'confidence = "low"', "line xx-one, confidence"),
        (
            "checked_on = 2026-11-23\n\n[[line]]",
            "[[line]]",
            "emergency: .*`checked_on`",
        ),
        ('number = "112"\n', "", "xx.toml, emergency: there is no number"),
        ('first = ["xx-one"]', 'first = ["xx-two"]', "first: there is no line xx-two"),
        ('id = "xx-one"\n', "", "line .without an id."),
        ('about = "', 'colour = "red"\nabout = "', "line xx-one: .*`colour`"),
        ('country = "XX"', "country = XX", "xx.toml: Invalid value"),
    ],
)
def test_a_complaint_names_the_file_the_line_and_the_field(
    clear: str, unclear: str, complaint: str
) -> None:
    assert clear in PACK

    with pytest.raises(PackUnclear, match=r"^xx\.toml") as unclear_pack:
        packs.parse(PACK.replace(clear, unclear), named="xx.toml")

    assert re.search(complaint, str(unclear_pack.value)), str(unclear_pack.value)


def test_an_id_is_there_once() -> None:
    line = PACK[PACK.index("[[line]]") :]

    with pytest.raises(PackUnclear, match="line xx-one: the id is there twice"):
        packs.parse(PACK + line, named="xx.toml")


def test_a_living_line_is_in_the_short_list_and_a_dead_one_is_not() -> None:
    assert [line.id for line in packs.parse(PACK, named="x").first_ones] == ["xx-one"]
    assert packs.parse(PACK + "dead = true\n", named="x").first_ones == ()
