"""What a host is told about pepper, the cost of a guess, and where sessions lie."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from alongside.accounts import checks
from alongside.accounts.tests.acts import WORDS, filled
from alongside.lib.problems import Level
from alongside.testing.visitor import Visitor


@pytest.fixture(autouse=True)
def real_cost(settings: Settings) -> None:
    settings.KDF_MIB, settings.KDF_PASSES = 64, 3


def found() -> dict[str, Level]:
    return {problem.id: problem.level for problem in checks.problems()}


def test_all_is_well_with_people_and_their_pepper(mara: Visitor) -> None:
    assert found() == {}


def test_all_is_well_before_anyone_came(db: None) -> None:
    assert found() == {}


def test_a_lost_pepper_is_told_and_leaves_the_door_open_for_printed_codes(
    mara: Visitor, settings: Settings, tmp_path: Path
) -> None:
    settings.PEPPER_FILE = tmp_path / "pepper"

    assert found() == {"accounts.pepper_missing": Level.WARNING}


def test_a_damaged_pepper_closes_the_notes(
    mara: Visitor, settings: Settings, tmp_path: Path
) -> None:
    settings.PEPPER_FILE = tmp_path / "pepper"
    settings.PEPPER_FILE.write_text("1 nonsense")

    assert found() == {"accounts.pepper_damaged": Level.CLOSED}


def test_a_pepper_that_others_may_read_is_told(
    mara: Visitor, settings: Settings, tmp_path: Path
) -> None:
    kept = Path(settings.PEPPER_FILE).read_bytes()
    settings.PEPPER_FILE = tmp_path / "pepper"
    settings.PEPPER_FILE.write_bytes(kept)
    settings.PEPPER_FILE.chmod(0o644)

    assert found() == {"accounts.pepper_open": Level.WARNING}


@pytest.mark.parametrize(("mib", "passes"), [(63, 3), (64, 2), (8, 1)])
def test_a_cheap_guess_closes_the_notes(
    db: None, settings: Settings, mib: int, passes: int
) -> None:
    settings.KDF_MIB, settings.KDF_PASSES = mib, passes

    assert found() == {"accounts.cheap_guess": Level.CLOSED}


def test_sessions_beside_the_notes_are_told(
    db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA, settings.RUNTIME = tmp_path, tmp_path / "runtime"

    assert found() == {"accounts.sessions_on_disk": Level.WARNING}


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("DEBUG", True, "accounts.debug"),
        ("ALLOWED_HOSTS", ["*"], "accounts.any_host"),
        ("ALLOWED_HOSTS", ["*.home"], "accounts.any_host"),
        ("SECRET_KEY", "short", "accounts.short_secret"),
        (
            "FILE_UPLOAD_HANDLERS",
            ["django.core.files.uploadhandler.TemporaryFileUploadHandler"],
            "accounts.uploads_on_disk",
        ),
    ],
)
def test_a_site_that_cannot_keep_a_secret_stays_closed(
    db: None, settings: Settings, name: str, value: object, problem: str
) -> None:
    setattr(settings, name, value)

    assert found() == {problem: Level.CLOSED}


def test_a_secret_key_that_others_may_read_is_told(
    db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    (tmp_path / "secret_key").write_text("known to all")
    (tmp_path / "secret_key").chmod(0o644)

    assert found() == {"accounts.secret_open": Level.WARNING}


@pytest.mark.parametrize(
    "path", ["/sign-up/", "/sign-in/", "/signs/note/", "/recover/"]
)
def test_until_it_is_mended_the_notes_stay_closed_and_say_so(
    stranger: Visitor, settings: Settings, path: str
) -> None:
    settings.NOTES_CLOSED = True

    stranger.visit(path)

    assert stranger.status == 503
    assert stranger.sees("Notes stay closed for now")
    assert not stranger.page.select("main form")


@pytest.mark.parametrize("path", ["/", "/now", "/call/", "/learn/", "/leave"])
def test_until_it_is_mended_help_goes_on(
    stranger: Visitor, settings: Settings, path: str
) -> None:
    settings.NOTES_CLOSED = True

    assert stranger.visit(path).status == 200


@pytest.mark.parametrize("mode", [0o777, 0o750])
def test_sessions_in_a_folder_of_others_close_the_notes(
    settings: Settings, tmp_path: Path, db: None, mode: int
) -> None:
    settings.RUNTIME = tmp_path / "runtime"
    settings.RUNTIME.mkdir()
    settings.RUNTIME.chmod(mode)

    assert "accounts.sessions_of_others" in found()


def test_a_proxy_that_tells_no_address_is_told(settings: Settings, db: None) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert "accounts.proxy_hides_all" in found()

    settings.PROXY_HEADER = "X-Real-IP"
    assert "accounts.proxy_hides_all" not in found()


def test_until_it_is_mended_what_was_typed_stays_in_sight(
    mara: Visitor, settings: Settings
) -> None:
    filled(mara.visit("/signs/note/"))
    settings.NOTES_CLOSED = True

    mara.press("Save this note")

    assert mara.status == 503
    assert mara.sees(WORDS)
