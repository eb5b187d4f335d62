"""A file as it goes over the wire: its bytes in three encodings, and its exact headers."""

import base64
import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import brotli

# An hour without asking; a week while asking; and a year when nobody answers.
KEPT = "public, max-age=3600, stale-while-revalidate=604800, stale-if-error=31536000"
ALWAYS_ASKED = "no-cache"
NEVER_KEPT = "no-store"
REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")
HTML = "text/html; charset=utf-8"
SCRIPT = "text/javascript; charset=utf-8"


@dataclass(frozen=True)
class File:
    """One built file: where it answers, what it says, and what a browser may do with it."""

    name: str
    path: str
    body: bytes
    kind: str
    headers: Mapping[str, str]

    @cached_property
    def encoded(self) -> dict[str, bytes]:
        """The same bytes as `br`, `gzip` and `identity`, smallest first.

        No time is written into them: the same words make the same bytes.
        """
        return {
            "br": brotli.compress(self.body, mode=brotli.MODE_TEXT, quality=11),
            "gzip": gzip.compress(self.body, compresslevel=9, mtime=0),
            "identity": self.body,
        }

    def accepted(self, encodings: str) -> tuple[str, bytes]:
        """The smallest form that a browser's Accept-Encoding allows, and its name."""
        asked = {said.strip().split(";")[0] for said in encodings.lower().split(",")}
        asked -= {said.split(";")[0].strip() for said in _refused(encodings)}
        name = next((each for each in self.encoded if each in asked), "identity")
        return name, self.encoded[name]

    @cached_property
    def tag(self) -> str:
        """What the bytes are known by: a browser that has them need not have them again."""
        return hashlib.sha256(self.body).hexdigest()[:20]


def _refused(encodings: str) -> list[str]:
    """The encodings that a browser asks for with a weight of nothing."""
    return [said for said in encodings.lower().split(",") if REFUSED.search(said)]


def page(name: str, path: str, html: str, css: str, headers: Mapping[str, str]) -> File:
    """A page that holds its one stylesheet inside, and may load or run nothing else."""
    summed = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = {
        "Content-Security-Policy": (
            "default-src 'none'; "
            f"style-src 'sha256-{summed}'; "
            "img-src data:; "
            "form-action 'none'; "
            "frame-ancestors 'none'; "
            "base-uri 'none'"
        ),
        "Cache-Control": KEPT,
        "Vary": "Accept-Encoding",
    }
    return File(name, path, html.encode(), HTML, {**headers, **policy})


def worker(name: str, path: str, script: str, headers: Mapping[str, str]) -> File:
    """A service worker: it may ask this site for files, and nothing else."""
    policy = {
        "Content-Security-Policy": (
            "default-src 'none'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
        ),
        "Cache-Control": ALWAYS_ASKED,
        "Vary": "Accept-Encoding",
    }
    return File(name, path, script.encode(), SCRIPT, {**headers, **policy})
