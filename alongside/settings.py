"""Every setting, each with who would change it and why (docs/self-hosting.md)."""

import os
from pathlib import Path
from typing import Any

from alongside.journal import sqlite
from alongside.lib import env

# Before anything opens a database: Debian's own SQLite can damage a WAL (ADR 4).
sqlite.swap_in()

HOUSE = Path(__file__).resolve().parent.parent
CONTENT = HOUSE / "content"

# Where everything that must survive lies. A host with a data disk changes it.
DATA = env.data_folder()
DATA.mkdir(mode=0o700, parents=True, exist_ok=True)

# Pages that answer although Django is down; made by `alongside serve`. A web server in
# front reads them, so a host whose data folder is closed to it puts them elsewhere.
PUBLIC = Path(env.text("ALONGSIDE_PUBLIC") or DATA / "public")
PEPPER_FILE = DATA / "pepper"
SECRET_KEY = env.kept_secret(DATA / "secret_key")


def _runtime() -> Path:
    """Sessions and limits live in memory, where there is one, and never in a backup."""
    if said := env.text("ALONGSIDE_RUNTIME"):
        return Path(said)
    if said := env.text("XDG_RUNTIME_DIR"):
        return Path(said) / "alongside"
    memory = Path("/dev/shm")  # noqa: S108 -- our folder in it is ours alone (0700)
    return memory / f"alongside-{os.getuid()}" if memory.is_dir() else DATA / "runtime"


RUNTIME = _runtime()
RUNTIME.mkdir(mode=0o700, parents=True, exist_ok=True)

# A country code such as US chooses emergency numbers and lines. Unset: the world's.
COUNTRY = env.text("ALONGSIDE_COUNTRY").upper()

# Names under which this server is reached, besides this machine's own.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *env.words("ALONGSIDE_HOSTS")]

# Set when a proxy in front speaks HTTPS and sends X-Forwarded-Proto itself.
if env.flag("ALONGSIDE_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The header in which that proxy puts the reader's address; else nobody's is trusted.
PROXY_HEADER = env.text("ALONGSIDE_PROXY_HEADER")

# Where "Leave" goes: a site that looks the same for everyone and says nothing.
LEAVE_TO = env.text("ALONGSIDE_LEAVE_TO", "https://www.weather.gov/")

# Takes the offline copies off every phone again (docs/offline.md); for a bad day only.
WORKER_OFF = env.flag("ALONGSIDE_WORKER_OFF")

# Who runs this server, as readers are told; and the host's own line, if it has one.
HOST_NAME = env.text("ALONGSIDE_HOST_NAME")
HOST_LINE = {
    "name": env.text("ALONGSIDE_HOST_LINE_NAME"),
    "number": env.text("ALONGSIDE_HOST_LINE_NUMBER"),
    "hours": env.text("ALONGSIDE_HOST_LINE_HOURS"),
    "languages": env.text("ALONGSIDE_HOST_LINE_LANGUAGES"),
    "owner": env.text("ALONGSIDE_HOST_LINE_OWNER"),
    "tested_on": env.text("ALONGSIDE_HOST_LINE_TESTED_ON"),
    "attested": env.text("ALONGSIDE_HOST_LINE_ATTESTED"),
}

# What one guess at a passphrase costs: memory in MiB, and passes over it.
KDF_MIB = env.number("ALONGSIDE_KDF_MIB", 64)
KDF_PASSES = env.number("ALONGSIDE_KDF_PASSES", 3)

# Set by `alongside serve` if a check found what has to be mended first.
NOTES_CLOSED = False

DEBUG = False
ROOT_URLCONF = "alongside.urls"
WSGI_APPLICATION = "alongside.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "alongside.web",
    "alongside.journal",
    "alongside.accounts",
    "alongside.safety",
    "alongside.directory",
    "alongside.helpline",
    "alongside.learn",
    "alongside.signs",
    "alongside.treatment",
    "alongside.talk",
    "alongside.home",
    # After ours, so that a field looks as ours do.
    "django.forms",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "alongside.web.middleware.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "alongside.web.middleware.SameOrigin",
    "alongside.accounts.middleware.Sessions",
    "django.middleware.csrf.CsrfViewMiddleware",
    "alongside.web.middleware.Closed",
    "alongside.safety.middleware.HearDanger",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["alongside.accounts.templatetags.typed"],
            "context_processors": [
                "django.template.context_processors.request",
                "alongside.web.context.frame",
                "alongside.safety.context.heard",
            ],
        },
    },
]
FORM_RENDERER = "alongside.web.forms.Renderer"

# One file beside the settings, or PostgreSQL where many families are served.
if DATABASE_URL := env.text("DATABASE_URL"):
    DATABASES: dict[str, dict[str, Any]] = {
        "default": env.postgres(DATABASE_URL) | {"CONN_MAX_AGE": 60}
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "alongside.sqlite3",
            "OPTIONS": {
                "timeout": 20,
                # A writer that starts as a reader is refused by SQLite at once.
                "transaction_mode": "IMMEDIATE",
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                    "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON"
                ),
            },
        }
    }

# The one cookie holds a session; the token of a form is derived from it (ADR 6).
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "alongside.web.views.out_of_date"

# A note never touches a disk on its way in.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [HOUSE / "locale"]
USE_TZ = True
TIME_ZONE = env.time_zone()

# A line says when, how bad and which kind of fault; never an address or a word.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "alongside.web.logs.Plain"}},
    "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {
        "django": {"handlers": ["stream"], "level": "ERROR", "propagate": False},
        "alongside": {"handlers": ["stream"], "level": "WARNING"},
    },
}
