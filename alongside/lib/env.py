"""What a host may set: plain readings of the environment."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def text(name: str, default: str = "") -> str:
    """The words of a setting, or of the file that `NAME_FILE` points to."""
    if file := os.environ.get(f"{name}_FILE"):
        return Path(file).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default).strip()


def number(name: str, default: int) -> int:
    """A whole number. Raises ValueError that names the setting."""
    said = text(name)
    if not said:
        return default
    try:
        return int(said)
    except ValueError:
        raise ValueError(f"{name} is {said!r}; it takes a whole number.") from None


def flag(name: str) -> bool:
    """Whether a setting says yes."""
    return text(name).lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A list of words, parted by commas or blanks."""
    return text(name, default).replace(",", " ").split()


def data_folder() -> Path:
    """Where everything that must survive lies: as said, else in the person's own place."""
    own = Path(text("XDG_DATA_HOME") or Path.home() / ".local/share")
    return Path(text("ALONGSIDE_DATA") or own / "alongside")


def kept_secret(file: Path) -> str:
    """A secret that is made once, in a file that only its owner can read."""
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48), encoding="utf-8")
        file.chmod(0o400)
    return file.read_text(encoding="utf-8").strip()


def time_zone() -> str:
    """The zone that this machine keeps, as a name like Europe/Dublin; else UTC."""
    if said := text("ALONGSIDE_TIME_ZONE"):
        return said
    zone = Path("/etc/localtime").resolve().as_posix().partition("/zoneinfo/")[2]
    return zone if "/" in zone else "UTC"


def postgres(url: str) -> dict[str, Any]:
    """The parts of `postgres://name:secret@host:port/database` that Django asks for.

    A socket folder is given as `postgres:///database?host=/folder`.
    Raises ValueError for any other kind of address.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("DATABASE_URL begins with postgres://, or is not set.")
    folder = parts.query.partition("host=")[2].partition("&")[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(folder) or parts.hostname or "",
        "PORT": str(parts.port or ""),
    }
