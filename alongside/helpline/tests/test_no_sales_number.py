"""Nobody who rings a number of ours reaches someone who is paid to sell treatment."""

import re
from pathlib import Path

# The number under the article that we set out from, in parts, so that it is not here.
SALES = "954" + "523" + "1167"
HOUSE = Path(__file__).resolve().parents[3]
NOT_OURS = {".git", ".venv", "node_modules", "__pycache__"}


def ours() -> list[Path]:
    return [
        file
        for file in HOUSE.rglob("*")
        if file.is_file() and not NOT_OURS & set(file.relative_to(HOUSE).parts)
    ]


def digits(text: str) -> str:
    return re.sub(r"(?<=\d)[\s().-]+(?=\d)", "", text)


def test_the_number_would_be_found_however_it_is_written() -> None:
    for written in ("954-523-{}", "(954) 523 {}", "954.523.{}", "1954523{}"):
        assert SALES in digits(written.format("1167"))


def test_it_stands_in_no_file_of_ours() -> None:
    files = ours()

    assert len(files) > 100
    found = [
        f for f in files if SALES in digits(f.read_bytes().decode("utf-8", "ignore"))
    ]
    assert found == []
