"""The house rules that no linter knows."""

import ast
import hashlib
import re
from enum import Enum
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

HOUSE = Path("alongside")
ROOMS = sorted(init.parent.name for init in HOUSE.glob("*/__init__.py"))
MODULES = sorted(
    p
    for tree in (HOUSE, Path("tests"))
    for p in tree.rglob("*.py")
    if "migrations" not in p.parts
)
VIEWS = sorted(HOUSE.glob("*/views.py")) + sorted(HOUSE.glob("*/views/*.py"))
WORDS = sorted(HOUSE.glob("*/words.py"))
TEMPLATES = sorted(HOUSE.rglob("*.html"))
SCRIPTS = sorted(HOUSE.rglob("*.js"))
OURS = sorted(
    p
    for pattern in ("*.md", "*.toml", "*.txt", "docs/**/*.md", "content/**/*")
    for p in Path().glob(pattern)
    if p.is_file()
)


def shown(paths: list[Path]) -> list[str]:
    return [str(path) for path in paths]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_fits_in_the_head(module: Path) -> None:
    assert len(module.read_text().splitlines()) <= 300


@pytest.mark.parametrize("module", VIEWS, ids=str)
def test_a_view_fits_on_the_screen(module: Path) -> None:
    for node in ast.parse(module.read_text()).body:
        if isinstance(node, ast.FunctionDef):
            assert len(ast.unparse(node).splitlines()) <= 25, node.name


@pytest.mark.parametrize("module", WORDS, ids=str)
def test_every_choice_has_a_word(module: Path) -> None:
    words = import_module(".".join(module.with_suffix("").parts))
    for name, said in vars(words).items():
        if name.isupper() and isinstance(said, dict):
            [choices] = {type(choice) for choice in said}
            assert issubclass(choices, Enum), name
            assert set(said) == set(choices), name


@pytest.mark.parametrize("template", TEMPLATES, ids=str)
def test_a_template_fits_on_two_screens(template: Path) -> None:
    assert len(template.read_text().splitlines()) <= 150


@pytest.mark.parametrize("script", SCRIPTS, ids=str)
def test_a_script_fits_on_two_screens(script: Path) -> None:
    assert len(script.read_text().splitlines()) <= 150


@pytest.mark.parametrize("template", TEMPLATES, ids=str)
def test_a_template_holds_no_style_and_no_script_of_its_own(template: Path) -> None:
    written = template.read_text()

    assert not re.search(r"\sstyle=", written)
    assert not re.search(r"\son[a-z]+=", written)
    assert not re.search(r"<script(?![^>]*\ssrc=)", written)


@pytest.mark.parametrize("room", ROOMS)
def test_the_map_names_every_room(room: str) -> None:
    assert f"`{room}`" in Path("ARCHITECTURE.md").read_text()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_opens_with_its_paragraph(room: str) -> None:
    opened = ast.parse((HOUSE / room / "__init__.py").read_text())

    assert ast.get_docstring(opened)


def test_every_setting_is_explained_to_hosts() -> None:
    places = ("alongside/settings.py", "alongside/lib/env.py")
    written = "".join(Path(place).read_text() for place in places)
    read = set(re.findall(r"\b(ALONGSIDE_[A-Z_]+|DATABASE_URL)\b", written))

    explained = Path("docs/self-hosting.md").read_text()

    assert sorted(name for name in read if name not in explained) == []


def test_every_dependency_says_why_it_is_here() -> None:
    lines = Path("pyproject.toml").read_text().splitlines()
    wanted = [
        (before, line)
        for before, line in pairwise(lines)
        if re.match(r'\s+"[a-z][\w\[\]-]+\s*[><=]', line)
    ]

    # One reason may stand above several that serve it together.
    assert wanted
    reasoned = [line for before, line in wanted if before.strip().startswith("#")]
    assert len(reasoned) >= len(wanted) * 2 // 3


@pytest.mark.parametrize("lock", sorted(Path().glob("requirements*.txt")), ids=str)
def test_a_lock_pins_by_hash_and_names_no_host(lock: Path) -> None:
    written = lock.read_text()

    assert "--hash=sha256:" in written
    assert not re.search(r"^--(index|extra|find|trusted)", written, re.MULTILINE)
    assert "://" not in written


@pytest.mark.parametrize("file", OURS, ids=str)
def test_no_file_names_a_registry(file: Path) -> None:
    assert not re.search(
        rb"pypi\.org|pythonhosted|npmjs|deb\.debian|registry\.", file.read_bytes()
    )


def test_a_message_of_ours_in_the_log_takes_no_arguments() -> None:
    """The log writes our sentences as they are; what could fill them stays out."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text())):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            ):
                continue
            if isinstance(node.func.value, ast.Name) and node.func.value.id == "logger":
                assert len(node.args) == 1, module
                assert isinstance(node.args[0], ast.Constant), module


def test_nothing_private_meets_a_cache() -> None:
    for module in MODULES:
        if module.parts[0] == "alongside":
            assert "django.core.cache" not in module.read_text(), module


def test_the_licence_is_the_whole_text_unchanged() -> None:
    """As the Free Software Foundation publishes it; its checksum is well known."""
    summed = hashlib.sha256(Path("LICENSE").read_bytes()).hexdigest()

    assert summed == "8486a10c4393cee1c25392769ddd3b2d6c242d6ec7928e1414efff7dfb2f07ef"


@pytest.mark.parametrize("template", TEMPLATES, ids=str)
def test_a_private_form_says_by_whom_it_was_opened(template: Path) -> None:
    """So that what comes too late is never saved in another person's notes."""
    written = template.read_text()

    assert written.count("{% csrf_token %}") == written.count("{% typed_by %}")
