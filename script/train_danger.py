"""Trains the small model that hears danger, on `content/safety/examples/made-from/`.

Run by `script/train`, which says how. Beside what looks like danger it hears what people
write on ordinary days: `notes/learned-from.jsonl` and the coach's kind messages. What is
kept apart for the last test (`held-out/`, `notes/apart.jsonl`) is never read here.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from train import EXAMPLES as COACHED  # noqa: E402
from train import digest, read_examples  # noqa: E402

from alongside.lib.linear import Weights, packed  # noqa: E402
from alongside.safety import cues, urgent  # noqa: E402

EXAMPLES = cues.CONTENT / "examples" / "made-from"
NOTES = cues.CONTENT / "examples" / "notes" / "learned-from.jsonl"
KINDS = [*map(str, urgent.Urgent), urgent.ANY, urgent.RED]
STRENGTH = 0.3
CUE_WORTH = 1.5
RAREST = 2
STEP = 0.05
# Of texts that only look like danger, at most this share may be taken for it by the model.
FALSE_ALARMS = 0.05
# How much an ordinary message counts beside a text that was written to be hard.
NOTE_WORTH, MESSAGE_WORTH = 1.0, 0.2


def worth(feature: str) -> float:
    return CUE_WORTH if feature.startswith("!") else 1.0


def said(text: str) -> list[list[str]]:
    return urgent.without_harmless(urgent.sentences(text))


def ordinary() -> list[dict[str, Any]]:
    """Texts of ordinary days, with what each counts."""
    notes = [
        {**json.loads(line), "writer": "", "counts": NOTE_WORTH}
        for line in NOTES.read_text("utf-8").splitlines()
    ]
    return notes + [
        {
            "text": message["text"],
            "urgent": [],
            "level": None,
            "writer": "",
            "counts": MESSAGE_WORTH,
        }
        for message in read_examples(COACHED)
        if not message["marks"] and not urgent.phrased(message["text"])
    ]


def fit(x: Any, wanted: Any, counts: Any) -> list[LogisticRegression]:
    return [
        LogisticRegression(
            C=STRENGTH, solver="liblinear", class_weight={0: 1, 1: 2}, max_iter=300
        ).fit(x, wanted[:, k], sample_weight=counts)
        for k in range(len(KINDS))
    ]


def main() -> None:
    texts = read_examples(EXAMPLES) + ordinary()
    rows = [{f: worth(f) for f in cues.features(said(t["text"]))} for t in texts]
    wanted = np.array(
        [
            [
                *(k in t["urgent"] for k in urgent.Urgent),
                bool(t["urgent"]),
                t["level"] == "red",
            ]
            for t in texts
        ]
    )
    vectors = DictVectorizer()
    x = vectors.fit_transform(rows)
    seen = np.asarray((x > 0).sum(axis=0)).ravel() >= RAREST
    x = x[:, seen]
    names = [n for n, kept in zip(vectors.feature_names_, seen, strict=True) if kept]

    counts = np.array([t.get("counts", 1.0) for t in texts])
    p = np.zeros(wanted.shape)
    writers = np.array([t["writer"] for t in texts])
    for name in sorted(set(writers) - {""}):
        out = writers == name
        models = fit(x[~out], wanted[~out], counts[~out])
        p[out] = np.column_stack([m.predict_proba(x[out])[:, 1] for m in models])
    hard = writers != ""
    danger, p = wanted[hard, KINDS.index(urgent.ANY)], p[hard]
    # The lowest threshold that keeps false alarms rare.
    highest = p[:, KINDS.index(urgent.ANY)]
    least = float(np.quantile(highest[~danger], 1 - FALSE_ALARMS))
    phrased = np.array([bool(urgent.phrased(t["text"])) for t in texts if t["writer"]])
    either = (highest >= least) | phrased
    print(
        json.dumps(
            {
                "texts": int(hard.sum()),
                "ordinary": int((~hard).sum()),
                "model_alone_unseen_file": {
                    "threshold": round(least, 3),
                    "recall": round(float((highest[danger] >= least).mean()), 3),
                    "false_alarms": round(float((highest[~danger] >= least).mean()), 3),
                },
                "with_phrases": {
                    "recall": round(float(either[danger].mean()), 3),
                    "false_alarms": round(float(either[~danger].mean()), 3),
                },
            },
            indent=1,
        )
    )
    models = fit(x, wanted, counts)
    trusted = np.array([worth(name) for name in names])
    weights = np.vstack([m.coef_[0] for m in models]) * trusted
    model = Weights(
        kinds=tuple(KINDS),
        bias=tuple(round(float(m.intercept_[0]), 4) for m in models),
        sure_from=tuple(round(least, 4) for _ in KINDS),
        weights=packed(weights.tolist(), names, STEP),
        trained_on=digest(EXAMPLES),
        step=STEP,
    )
    (cues.CONTENT / "model.msgpack").write_bytes(msgspec.msgpack.encode(model))


if __name__ == "__main__":
    main()
