"""A text as sentences of plain words, each with its place in what was typed.

Short forms and the spelling of text messages are spelled out, so that a rule is written
once: "u dont" is "you do not". Marks that end a sentence stay as its last word.
"""

import re
import unicodedata
from dataclasses import dataclass

# More than a person types by hand; what comes after it is not read.
LONGEST = 20_000

APOSTROPHES = "'\u2018\u2019\u02bc\u00b4`"
TOKEN = re.compile(
    rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*[{APOSTROPHES}]?"
    r"|[.!?\u2026]+|\n+|[,;:\u2014\u2013()\"\u201c\u201d]|[-*]{2,}"
)
ENDS = frozenset(".!?\n")
OPENS, CLOSES = "\u201c", "\u201d"
LONGEST_QUOTE = 40

# fmt: off
SPELLED_OUT = {
    "u": "you", "ya": "you", "yu": "you", "ur": "your", "r": "are", "im": "i am", "iam": "i am",
    "ive": "i have", "ill": "ill", "youre": "you are", "youve": "you have", "youll": "you will",
    "hes": "he is", "shes": "she is", "theyre": "they are", "weve": "we have", "thats": "that is",
    "theres": "there is", "whats": "what is", "hows": "how is", "wheres": "where is", "whos": "who is",
    "its": "it is", "lets": "let us", "dont": "do not", "doesnt": "does not", "didnt": "did not",
    "cant": "can not", "cannot": "can not", "couldnt": "could not", "wouldnt": "would not", "shouldnt": "should not",
    "wont": "will not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "werent": "were not",
    "havent": "have not", "hasnt": "has not", "hadnt": "had not", "aint": "is not", "dunno": "do not know",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "tryna": "trying to", "gimme": "give me",
    "lemme": "let me", "kinda": "kind of", "cuz": "because", "cos": "because", "coz": "because", "bc": "because",
    "cause": "because", "tho": "though", "thru": "through", "luv": "love", "plz": "please", "pls": "please",
    "thx": "thanks", "ty": "thank you", "ppl": "people", "rn": "right now", "nvr": "never", "alwys": "always",
    "allways": "always", "evry": "every", "bday": "birthday", "tmrw": "tomorrow", "tmr": "tomorrow", "tomoz": "tomorrow",
    "tonite": "tonight", "nite": "night", "yr": "your", "yrs": "years", "n": "and", "w": "with", "b4": "before",
    "2nite": "tonight", "ily": "i love you", "idc": "i do not care", "idk": "i do not know", "smh": "shake my head",
    "sry": "sorry", "soz": "sorry", "sorrry": "sorry", "hav": "have", "wat": "what", "wut": "what", "wen": "when",
    "mum": "mom", "mam": "mom", "mama": "mom", "mommy": "mom", "mummy": "mom", "daddy": "dad", "papa": "dad",
    "yeah": "yes", "yea": "yes", "yep": "yes", "gramma": "grandma", "nan": "grandma", "nana": "grandma",
    "ok": "okay", "dat": "that", "da": "the", "wif": "with", "coulda": "could have", "shoulda": "should have",
    "woulda": "would have", "oughta": "ought to", "outta": "out of", "hafta": "have to", "yall": "you all",
    "y'all": "you all", "ma'am": "maam", "o'clock": "oclock", "till": "until", "til": "until", "'til": "until",
    "definately": "definitely", "tommorow": "tomorrow", "realy": "really", "beleive": "believe", "becuase": "because",
    "appt": "appointment", "doc": "doctor", "meds": "medicine", "scard": "scared", "woried": "worried",
}
# fmt: on
ENDINGS = (
    ("n't", "not"),
    ("'re", "are"),
    ("'m", "am"),
    ("'ll", "will"),
    ("'ve", "have"),
    ("'d", "would"),
)
IRREGULAR = {"won't": "will not", "can't": "can not", "shan't": "shall not", "ain't": "is not"}  # fmt: skip
IS_IS = frozenset(
    ("it", "that", "he", "she", "what", "there", "who", "how", "where", "here", "when")
)


@dataclass(frozen=True)
class Word:
    """One plain word and the characters it was typed as. `quoted`: inside quotation marks."""

    plain: str
    start: int
    end: int
    quoted: bool = False


Sentence = tuple[Word, ...]


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text; each is at least one word long."""
    said: list[list[Word]] = [[]]
    for found, quoted in _quoting(text[:LONGEST]):
        typed = found.group()
        if typed[0] in ENDS or typed[0] == "\u2026":
            mark = "\n" if typed[0] == "\n" else ("?" if "?" in typed else typed[0])
            if said[-1] and mark != "\n":
                said[-1].append(Word(mark, found.start(), found.end(), quoted))
            said.append([])
        else:
            end = found.end() - (typed[-1] in APOSTROPHES and len(typed) > 1)
            said[-1] += [
                Word(each, found.start(), end, quoted) for each in plain(typed).split()
            ]
    return [tuple(words) for words in said if any(w.plain.isalnum() for w in words)]


def plain(typed: str) -> str:
    """What one typed word stands for: one plain word or more, with blanks between."""
    word = unicodedata.normalize("NFKD", typed.casefold())
    word = "".join(c for c in word if not unicodedata.combining(c) and not c.isspace())
    word = re.sub(f"[{APOSTROPHES}]", "'", word).strip("'") or typed
    bare = word.replace("'", "")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if "'" not in word and word in SPELLED_OUT:
        return SPELLED_OUT[word]
    for ending, stands_for in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return f"{word.removesuffix(ending)} {stands_for}"
    if word.endswith("'s"):
        owner = word[:-2]
        return "let us" if owner == "let" else f"{owner} is" if owner in IS_IS else bare
    return bare if word.startswith("'") or "'" in word else word


def _quoting(text: str) -> list[tuple[re.Match[str], bool]]:
    """The tokens of a text without its quotation marks, and whether each was quoted."""
    tokens = list(TOKEN.finditer(text))
    quoted = [False] * len(tokens)
    opened: int | None = None
    for number, found in enumerate(tokens):
        if found.group() not in {'"', OPENS, CLOSES}:
            continue
        if opened is not None and number - opened <= LONGEST_QUOTE:
            quoted[opened : number + 1] = [True] * (number + 1 - opened)
            opened = None
        else:
            opened = number
    marks = {'"', OPENS, CLOSES}
    return [
        (found, inside)
        for found, inside in zip(tokens, quoted, strict=True)
        if found.group() not in marks
    ]
