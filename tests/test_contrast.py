"""Every pair of colours that meets on a page can be read, by day and by night."""

import re
from pathlib import Path

import pytest

TOKENS = Path("alongside/web/style/tokens.css").read_text()
TEXT, CONTROL, SOS = 4.5, 3.0, 7.0

# What is written on what, and how far apart they must be (WCAG 2.2, 1.4.3 and 1.4.11).
PAIRS = [
    *[
        (ink, ground, TEXT)
        for ink in ("ink", "ink2", "ink3", "pine", "clay")
        for ground in ("paper", "surface", "sunk")
    ],
    *[("ink", f"{wash}-wash", TEXT) for wash in ("pine", "apricot", "sage", "honey")],
    *[("ink", f"{wash}-wash", TEXT) for wash in ("dusk", "rose")],
    *[(c, f"{c}-wash", TEXT) for c in ("pine", "sage", "honey", "dusk", "rose")],
    ("clay", "apricot-wash", TEXT),
    ("rose", "surface", TEXT),
    ("on-pine", "pine", TEXT),
    ("hero-ink", "hero", TEXT),
    ("hero-ink2", "hero", TEXT),
    ("apricot", "hero", TEXT),
    ("white", "sos", SOS),
    ("white", "calm-card", TEXT),
    ("white", "soon-card", TEXT),
    ("edge", "paper", CONTROL),
    ("edge", "surface", CONTROL),
]


def colours(*, night: bool) -> dict[str, str]:
    day, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    named = dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{3,6})", day))
    if night:
        named |= dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{3,6})", dark))
    return named | {"white": "#FFFFFF"}


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("night", ["day", "night"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_what_is_written_can_be_read(
    ink: str, ground: str, least: float, night: str
) -> None:
    named = colours(night=night == "night")

    assert contrast(named[ink], named[ground]) >= least


def test_the_measure_knows_black_from_white() -> None:
    assert round(contrast("#000", "#fff"), 1) == 21.0
    assert contrast("#777", "#888") < TEXT
