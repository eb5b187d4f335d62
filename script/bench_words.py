"""How well words are heard: the coach, danger and the rehearsal, beside plain baselines.

Every figure names the data it is of. `examples` are what rules and model were made from;
`held_out` was written by another hand, never read while they were made, and is what
counts. AnnoMI (therapists' talk of high and low quality) is read where the sample data
are, and nothing was trained on it.
"""

import csv
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from alongside.coach import coach
from alongside.coach.kinds import Credit, Mark
from alongside.coach.rules import CONTENT
from alongside.lib import wording
from alongside.safety import urgent
from alongside.talk.rehearsal import course, scenarios
from alongside.talk.rehearsal.kinds import Temper

HOUSE = Path(__file__).resolve().parent.parent
DANGER = HOUSE / "content" / "safety" / "examples"
SAMPLES = os.environ.get("ALONGSIDE_SAMPLES")
DRAFT_WORDS = 120
# The word list a public page would hold against a text (NIDA, "Words Matter").
WORD_LIST = re.compile(
    r"\b(addicts?|junk(?:ie|y)s?|users?|druggies?|abusers?|alcoholics?|drunks?|clean|dirty|habit|abuse|relapse[sd]?)\b",
    re.IGNORECASE,
)
ALEX = """
import {text} from 'alex'
import {createInterface} from 'node:readline'
for await (const line of createInterface({input: process.stdin})) {
  console.log(text(JSON.parse(line), {profanitySureness: 1}).messages.length)
}
"""


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(x) for x in path.read_text("utf-8").splitlines() if x.strip()]


def read_folder(folder: Path) -> list[dict[str, Any]]:
    return [
        line for path in sorted(folder.glob("*.jsonl")) for line in read_lines(path)
    ]


def f1(said: list[bool], wanted: list[bool]) -> float:
    right = sum(a and b for a, b in zip(said, wanted, strict=True))
    return round(2 * right / max(1, sum(said) + sum(wanted)), 3)


def share(of: Iterable[bool]) -> float | None:
    found = list(of)
    return round(sum(found) / len(found), 3) if found else None


def coached(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """Figures of the coach on labelled messages."""
    readings = [coach.read(message["text"]) for message in messages]
    said = [{str(note.kind) for note in each.notes} for each in readings]
    wanted = [{kind for kind, _ in (*m["marks"], *m["credits"])} for m in messages]
    each = {
        str(kind): f1([kind in s for s in said], [kind in w for w in wanted])
        for kind in (*Mark, *Credit)
    }
    marked = [bool(reading.marks) for reading in readings]
    harsh = [bool(message["marks"]) for message in messages]
    kindly = [n for n, is_harsh in enumerate(harsh) if not is_harsh]
    tricky = [n for n in kindly if messages[n].get("sort") == "tricky-kind"]
    texts = [message["text"] for message in messages]
    told: dict[str, Any] = {
        "messages": len(messages),
        "macro_f1_marks": round(statistics.mean(each[k] for k in Mark), 3),
        "macro_f1_credits": round(statistics.mean(each[k] for k in Credit), 3),
        "goal": 0.8,
        "false_marks_on_kind": share(marked[n] for n in kindly),
        "false_marks_on_tricky_kind": share(marked[n] for n in tricky),
        "goal_false_marks": 0.05,
        "f1": each,
        "any_mark_f1": f1(marked, harsh),
        "span_overlap": overlap(messages, readings),
        "baselines_any_mark": {
            "flag everything": against([True] * len(texts), harsh),
            "word list": against([bool(WORD_LIST.search(t)) for t in texts], harsh),
            "our own lint": against([bool(wording.wounding(t)) for t in texts], harsh),
        },
    }
    alexed = alex(texts)
    told["baselines_any_mark"]["alex 11.0.1"] = (
        against(alexed, harsh) if isinstance(alexed, list) else alexed
    )
    return told


def against(flagged: list[bool], harsh: list[bool]) -> dict[str, Any]:
    kindly = [f for f, is_harsh in zip(flagged, harsh, strict=True) if not is_harsh]
    return {"f1": f1(flagged, harsh), "false_marks_on_kind": share(kindly)}


def overlap(messages: list[dict[str, Any]], readings: list[Any]) -> float | None:
    """Of kinds rightly given, the share whose place meets the words that were labelled."""
    met = []
    for message, reading in zip(messages, readings, strict=True):
        for kind, words in (*message["marks"], *message["credits"]):
            start = message["text"].find(words)
            mine = [n for n in reading.notes if n.kind == kind]
            if mine:
                met.append(
                    any(n.start < start + len(words) and n.end > start for n in mine)
                )
    return share(met)


def alex(texts: list[str]) -> list[bool] | str:
    """What alex flags; or why it did not run."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        return "not run: no node here"
    place = Path(os.environ["ALONGSIDE_BENCH_WORLD"]) / "alex"
    place.mkdir(exist_ok=True)
    (place / "package.json").write_text('{"type": "module"}')
    (place / "flag.js").write_text(ALEX)
    if not (place / "node_modules").exists():
        put = subprocess.run(  # noqa: S603 -- our own words
            [npm, "install", "--silent", "--no-audit", "--no-fund", "alex@11.0.1"],
            cwd=place,
            capture_output=True,
            check=False,
        )
        if put.returncode:
            return "not run: it could not be installed"
    done = subprocess.run(  # noqa: S603 -- our own words
        [node, "flag.js"],
        cwd=place,
        input="\n".join(json.dumps(text) for text in texts),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return "not run: it ended with an error"
    return [line != "0" for line in done.stdout.split()]


def annomi(path: Path) -> dict[str, Any]:
    """How well notes tell interviews of high quality from those of low quality."""
    talks: dict[str, list[str]] = defaultdict(list)
    quality: dict[str, bool] = {}
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            quality[row["transcript_id"]] = row["mi_quality"] == "high"
            if row["interlocutor"] == "therapist":
                talks[row["transcript_id"]].append(row["utterance_text"])
    scores: dict[str, list[float]] = defaultdict(list)
    high = []
    for talk, turns in talks.items():
        high.append(quality[talk])
        readings = [coach.read(turn) for turn in turns]
        words = sum(len(turn.split()) for turn in turns) / 100
        marks = sum(len(reading.marks) for reading in readings) / words
        credits_ = sum(len(reading.credits) for reading in readings) / words
        scores["credits - marks"].append(credits_ - marks)
        scores["0.5 credits - marks"].append(credits_ / 2 - marks)
        scores["marks alone"].append(-marks)
        scores["credits alone"].append(credits_)
        scores["baseline: words a turn"].append(-words * 100 / len(turns))
        listed = sum(len(WORD_LIST.findall(turn)) for turn in turns) / words
        scores["baseline: word list"].append(-listed)
    return {
        "transcripts": len(high),
        "of_high_quality": sum(high),
        "auc": {name: auc(each, high) for name, each in scores.items()},
        "goal": 0.9,
    }


def auc(scores: list[float], good: list[bool]) -> float:
    """The chance that a good one scores above a bad one; a tie counts half."""
    above = [s for s, g in zip(scores, good, strict=True) if g]
    below = [s for s, g in zip(scores, good, strict=True) if not g]
    won = sum((a > b) + (a == b) / 2 for a in above for b in below)
    return round(won / (len(above) * len(below)), 3)


def dangers(texts: list[dict[str, Any]]) -> dict[str, Any]:
    """How much danger is heard, and how much harmless talk is taken for danger."""
    heard = [urgent.listen(text["text"]) for text in texts]
    pairs = list(zip(texts, heard, strict=True))
    told: dict[str, Any] = {"texts": len(texts)}
    for name, hard in (("plain", False), ("hard", True)):
        some = [(t, h) for t, h in pairs if t["urgent"] and bool(t["hard"]) is hard]
        told[f"recall_{name}"] = share(bool(h.kinds) for _, h in some)
        told[f"right_kind_{name}"] = share(
            any(str(kind) in t["urgent"] for kind in h.kinds) for t, h in some
        )
    gravest = {"overdose_now", "suicide_loved_one", "suicide_supporter"}
    told["missed_gravest_plain"] = sum(
        not h.kinds for t, h in pairs if gravest & set(t["urgent"]) and not t["hard"]
    )
    told["false_alarms"] = share(bool(h.kinds) for t, h in pairs if not t["urgent"])
    told["level_right"] = share(
        str(h.level) == t["level"] for t, h in pairs if t["urgent"] and h.kinds
    )
    told["goals"] = {"recall_plain": 0.97, "recall_hard": 0.9, "false_alarms": 0.1}
    return told


def rehearsed(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """Each labelled message as the first line of a first talk: does it move as it ought?"""
    scenario = scenarios.find("first-talk")
    start = scenario.begins(Temper.PLAIN)
    moved: dict[bool, list[bool]] = {True: [], False: []}
    for message in messages:
        if bool(message["marks"]) == bool(message["credits"]):
            continue
        after = course.run(scenario, Temper.PLAIN, [message["text"]]).state
        harsh = bool(message["marks"])
        moved[harsh].append(
            after.guardedness > start.guardedness
            if harsh
            else after.openness > start.openness
            and after.guardedness <= start.guardedness
        )
    return {
        "kind_lines_that_open": share(moved[False]),
        "harsh_lines_that_raise_the_guard": share(moved[True]),
        "lines": sum(map(len, moved.values())),
    }


def quick(act: Callable[[str], object], drafts: list[str]) -> dict[str, float]:
    for draft in drafts[:5]:
        act(draft)
    took = []
    for draft in drafts:
        began = time.perf_counter()
        act(draft)
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return {
        "median_ms": round(statistics.median(took), 3),
        "p95_ms": round(took[int(len(took) * 0.95)], 3),
    }


def drafts_of(messages: list[dict[str, Any]], count: int) -> list[str]:
    """Drafts of 120 words, put together from messages, always the same."""
    chance = random.Random(7)  # noqa: S311 -- to shuffle, not to hide
    found = []
    for _ in range(count):
        words: list[str] = []
        while len(words) < DRAFT_WORDS:
            words += chance.choice(messages)["text"].split()
        found.append(" ".join(words[:DRAFT_WORDS]))
    return found


NOT_THERE = "not there: no set by another hand has been kept apart yet"


def measured(*, quickly: bool) -> dict[str, Any]:
    examples = read_folder(CONTENT / "examples")
    held_out = read_folder(CONTENT / "held-out")
    danger_held_out = read_folder(DANGER / "held-out")
    drafts = drafts_of(held_out or examples, 60 if quickly else 400)
    coach_takes = quick(coach.read, drafts)
    list_takes = quick(WORD_LIST.findall, drafts)
    told: dict[str, Any] = {
        "coach": {
            "held_out": coached(held_out) if held_out else NOT_THERE,
            "examples_rules_and_model_were_made_from": coached(examples),
            "draft_of_120_words": {
                **coach_takes,
                "goal_p95_ms": 20,
                "word_list_median_ms": list_takes["median_ms"],
            },
        },
        "danger": {
            "held_out": dangers(danger_held_out) if danger_held_out else NOT_THERE,
            "texts_rules_and_model_were_made_from": dangers(
                read_folder(DANGER / "made-from")
            ),
            "ordinary_notes_taken_for_danger": {
                path.stem: share(
                    bool(urgent.listen(n["text"]).kinds) for n in read_lines(path)
                )
                for path in sorted((DANGER / "notes").glob("*.jsonl"))
            },
            "ordinary_messages_taken_for_danger": share(
                bool(urgent.listen(m["text"]).kinds) for m in examples if not m["marks"]
            ),
            "draft_of_120_words": quick(urgent.listen, drafts),
        },
    }
    told["rehearsal"] = {"examples": rehearsed(examples)}
    path = Path(SAMPLES or "") / "language" / "annomi_simple.csv"
    told["annomi"] = (
        annomi(path) if SAMPLES and path.exists() else "sample data: not there"
    )
    return told
