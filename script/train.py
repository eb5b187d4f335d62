"""Trains the coach's small model on the sentences of `content/en/coach/examples/`.

    script/train                 train, write the model, print the card's figures as JSON
    script/train --dry           print the figures only

Each file of examples is the work of one writer. Every figure is of sentences by a writer
whom the model that judges them never saw (one writer is left out at a time); so are the
probabilities from which a kind is given. What is kept apart for the last test lies in
`content/en/coach/held-out/` and is never read here.
"""

import hashlib
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from alongside.coach import rules, tokens  # noqa: E402
from alongside.coach.features import features, length, worth  # noqa: E402
from alongside.coach.kinds import Credit, Mark  # noqa: E402
from alongside.lib.linear import Weights, packed  # noqa: E402

EXAMPLES = rules.CONTENT / "examples"
KINDS = [*Mark, *Credit]
STRENGTH = 5.0
RAREST = 3
# Added to every count, so that a feature never seen with a kind is not all there is to it.
SMOOTH = 0.3
STEP = 1.0
# Of messages without any mark, at most this share may get one.
FALSE_MARKS = 0.05
ENOUGH_WRITERS = 4


def read_examples(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        found += [
            {**json.loads(line), "writer": path.stem}
            for line in path.read_text("utf-8").splitlines()
            if line.strip()
        ]
    return found


def labelled(message: dict[str, Any]) -> dict[str, list[tuple[int, int]]]:
    """Where each kind stands in the message, as offsets."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    text = message["text"]
    for name, words in [*message["marks"], *message["credits"]]:
        start = text.find(words)
        found[name].append((start, start + len(words)))
    return found


class Rows:
    """The sentences of messages: features, kinds, and which message each is of."""

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        self.features: list[dict[str, float]] = []
        self.sure: list[set[str]] = []
        self.message: list[int] = []
        wanted = []
        for number, message in enumerate(messages):
            where = labelled(message)
            before: list[rules.Hit] = []
            for sentence in tokens.sentences(message["text"]):
                hits = rules.hits(sentence)
                found = features(sentence, hits, before)
                long = length(found)
                self.features.append({name: worth(name) / long for name in found})
                before = hits
                self.sure.append({hit.kind for hit in hits if hit.sure})
                self.message.append(number)
                start, end = sentence[0].start, sentence[-1].end
                wanted.append(
                    [
                        any(s < end and e > start for s, e in where.get(kind, ()))
                        for kind in KINDS
                    ]
                )
        self.wanted = np.array(wanted, dtype=bool)
        self.of = np.array(self.message)


@dataclass(frozen=True)
class Fitted:
    """For each kind a weight of each feature, and a bias."""

    weights: np.ndarray
    bias: np.ndarray

    def chances(self, x: csr_matrix) -> np.ndarray:
        found: np.ndarray = 1 / (1 + np.exp(-(x @ self.weights.T + self.bias)))
        return found


def fit(x: csr_matrix, wanted: np.ndarray) -> Fitted:
    """Logistic regressions over features weighed by how much oftener they are of a kind.

    (Wang and Manning, Baselines and Bigrams, 2012: naive Bayes log-count ratios.)
    """
    weights, bias = [], []
    for k in range(len(KINDS)):
        of_kind = wanted[:, k]
        ratio = rate(x[of_kind]) - rate(x[~of_kind])
        model = LogisticRegression(
            C=STRENGTH, solver="liblinear", class_weight={0: 1, 1: 2}, max_iter=300
        ).fit(x @ diags(ratio), of_kind)
        weights.append(model.coef_[0] * ratio)
        bias.append(model.intercept_[0])
    return Fitted(np.array(weights), np.array(bias))


def rate(x: csr_matrix) -> np.ndarray:
    """The log of how much of each feature a sentence has."""
    found: np.ndarray = np.log(
        (np.asarray(x.sum(axis=0)).ravel() + SMOOTH) / (x.shape[0] + 2 * SMOOTH)
    )
    return found


def by_message(values: np.ndarray, of: np.ndarray, count: int) -> np.ndarray:
    found = np.zeros((count, values.shape[1]), dtype=values.dtype)
    np.maximum.at(found, of, values)
    return found


def f1(said: np.ndarray, wanted: np.ndarray) -> float:
    right = float((said & wanted).sum())
    return 2 * right / max(1.0, float(said.sum() + wanted.sum()))


def best_thresholds(p: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    steps = np.arange(0.15, 0.9, 0.01)
    found = []
    for k in range(p.shape[1]):
        scores = np.array([f1(p[:, k] >= t, wanted[:, k]) for t in steps])
        smooth = np.convolve(scores, np.ones(7) / 7, mode="same")
        found.append(steps[int(smooth[3:-3].argmax()) + 3])
    return np.array(found)


def calmer(
    p: np.ndarray, wanted: np.ndarray, kindly: np.ndarray, at: np.ndarray
) -> np.ndarray:
    """Raises thresholds of marks, the cheapest first, until few kind messages get one."""
    at, marks = at.copy(), len(Mark)

    def marked(at: np.ndarray) -> int:
        return int((p[kindly][:, :marks] >= at[:marks]).any(axis=1).sum())

    while marked(at) > FALSE_MARKS * kindly.sum():
        tried = []
        for k in range(marks):
            above = p[kindly, k][p[kindly, k] >= at[k]]
            if not len(above) or above.min() >= 1:
                continue
            raised = at.copy()
            raised[k] = above.min() + 1e-6
            lost = f1(p[:, k] >= at[k], wanted[:, k]) - f1(
                p[:, k] >= raised[k], wanted[:, k]
            )
            tried.append((lost / max(0.5, marked(at) - marked(raised)), k, raised))
        if not tried:
            break
        at = min(tried, key=lambda each: each[:2])[2]
    return at


def figures(p: np.ndarray, wanted: np.ndarray, at: np.ndarray) -> dict[str, Any]:
    said = p >= at
    each = {str(k): round(f1(said[:, n], wanted[:, n]), 3) for n, k in enumerate(KINDS)}
    marks = len(Mark)
    kindly = ~wanted[:, :marks].any(axis=1)
    return {
        "macro_f1_marks": round(float(np.mean(list(each.values())[:marks])), 3),
        "macro_f1_credits": round(float(np.mean(list(each.values())[marks:])), 3),
        "false_marks_on_kind": round(
            float(said[kindly][:, :marks].any(axis=1).mean()), 3
        ),
        "kind_messages": int(kindly.sum()),
        "messages": len(p),
        "f1": each,
    }


def folds(writers: np.ndarray, of: np.ndarray) -> list[np.ndarray]:
    """Which messages are judged together: those of one writer; of few writers, by fives."""
    names = sorted(set(writers))
    if len(names) >= ENOUGH_WRITERS:
        return [np.unique(of[writers == name]) for name in names]
    return [np.unique(of[of % 5 == n]) for n in range(5)]


def main() -> None:
    messages = read_examples(EXAMPLES)
    rows = Rows(messages)
    writers = np.array([m["writer"] for m in messages])[rows.of]
    wanted = by_message(rows.wanted, rows.of, len(messages))
    vectors = DictVectorizer()
    x = vectors.fit_transform(rows.features)
    seen = np.asarray((x > 0).sum(axis=0)).ravel() >= RAREST
    x = x[:, seen]
    names = [n for n, kept in zip(vectors.feature_names_, seen, strict=True) if kept]

    p = np.zeros((len(rows.of), len(KINDS)))
    for fold in folds(writers, rows.of):
        out = np.isin(rows.of, fold)
        p[out] = fit(x[~out], rows.wanted[~out]).chances(x[out])
    for n, sure in enumerate(rows.sure):
        for kind in sure:
            p[n, KINDS.index(rules.kind(kind))] = 1.0
    said = by_message(p, rows.of, len(messages))
    at = best_thresholds(said, wanted)
    kindly = ~wanted[:, : len(Mark)].any(axis=1)
    told: dict[str, Any] = {"for_f1": figures(said, wanted, at)}
    at = calmer(said, wanted, kindly, at)
    told["unseen_writer"] = figures(said, wanted, at)
    told["per_writer"] = {
        str(w): {
            k: v
            for k, v in figures(said[mine], wanted[mine], at).items()
            if k.startswith(("macro", "false"))
        }
        for w in sorted({m["writer"] for m in messages})
        for mine in [np.array([m["writer"] == w for m in messages])]
    }
    if "--dry" not in sys.argv:
        write(fit(x, rows.wanted), names, at)
        told["bytes"] = (rules.CONTENT / "model.msgpack").stat().st_size
    if "--wrong" in sys.argv:
        wrong(messages, said >= at, wanted)
    print(json.dumps(told, indent=1))


def wrong(messages: list[Any], said: np.ndarray, wanted: np.ndarray) -> None:
    for n, message in enumerate(messages):
        missed = [
            str(k) for i, k in enumerate(KINDS) if wanted[n, i] and not said[n, i]
        ]
        extra = [str(k) for i, k in enumerate(KINDS) if said[n, i] and not wanted[n, i]]
        if missed or extra:
            print(f"{message['text']}\n    -{missed} +{extra}", file=sys.stderr)


def write(fitted: Fitted, names: list[str], at: np.ndarray) -> None:
    trusted = np.array([worth(name) for name in names])
    model = Weights(
        kinds=tuple(str(kind) for kind in KINDS),
        bias=tuple(round(float(b), 4) for b in fitted.bias),
        sure_from=tuple(round(float(t), 4) for t in at),
        weights=packed((fitted.weights * trusted).tolist(), names, STEP),
        trained_on=digest(EXAMPLES),
        step=STEP,
    )
    (rules.CONTENT / "model.msgpack").write_bytes(msgspec.msgpack.encode(model))


def digest(folder: Path) -> str:
    """What the model was trained on: the sha256 of its examples, in order of name."""
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.jsonl")):
        found.update(path.read_bytes())
    return found.hexdigest()


if __name__ == "__main__":
    main()
