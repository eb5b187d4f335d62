"""What someone typed, as plain sentences: small letters, no accents, whole words.

Short forms are spelled out ("won't" is "will not"), so that a denial is always one word.
"""

import re
import unicodedata
from collections.abc import Callable

SHORT_FORMS = {
    "wont": "will not",
    "cant": "can not",
    "cannot": "can not",
    "aint": "is not",
    "im": "i am",
    "ive": "i have",
    "hes": "he is",
    "shes": "she is",
    "theyre": "they are",
    "theyve": "they have",
    "theres": "there is",
    "id": "i would",
    "hed": "he would",
    "shed": "she would",
    "wed": "we would",
    "theyd": "they would",
    "hell": "he will",
    "shell": "she will",
    "youll": "you will",
    "theyll": "they will",
    "whats": "what is",
    "its": "it is",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
}
# These are words of their own unless they were written with an apostrophe.
NEED_AN_APOSTROPHE = {"id", "shed", "wed", "hell", "shell"}
DENIED = re.compile(
    r"\b(is|are|was|were|do|does|did|has|have|had|could|would|should)n'?t\b"
)
OWN = re.compile(r"\b(\w+)'s\b")
WORD = re.compile(r"[a-z0-9_]+|[,.!?;:\n]")
ENDS = frozenset(".!?;:\n")


def sentences(
    text: str, *, meant: Callable[[str], str] = lambda word: word
) -> list[list[str]]:
    """The words of each sentence; a comma is a word, other marks end a sentence.

    `meant` says what a typed word stands for, which may be several words.
    """
    said: list[list[str]] = [[]]
    for word in WORD.findall(_plain(text)):
        if word in ENDS:
            said.append([])
        else:
            said[-1].extend(meant(word).split())
    return [words for words in said if words]


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub("[\u2018\u2019\u02bc\u00b4`]", "'", text)
    text = DENIED.sub(r"\1 not", text)
    text = re.sub(r"\b\w+'?\w*\b", _spelled_out, text)
    # "Sam's not breathing" and "the baby's ill" are told as "is"; an owner loses nothing.
    return OWN.sub(r"\1 is", text).replace("'", "")


def _spelled_out(found: re.Match[str]) -> str:
    written = found.group()
    bare = written.replace("'", "")
    if bare in NEED_AN_APOSTROPHE and "'" not in written:
        return written
    return SHORT_FORMS.get(bare, written)
