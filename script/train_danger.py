"""Trains the small model that hears danger, on `content/safety/examples/made-from/`.

Run by `script/train`, which says how. What is kept apart for the last test lies in
`content/safety/examples/held-out/` and is never read here.
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

from alongside.lib.linear import WEIGHT, Weights  # noqa: E402
from alongside.safety import cues, urgent  # noqa: E402

EXAMPLES = cues.CONTENT / "examples" / "made-from"
KINDS = [*map(str, urgent.Urgent), urgent.ANY, urgent.RED]
STRENGTH = 0.1
CUE_WORTH = 1.5
RAREST = 2
FOLDS = 10
# Of harmless texts, at most this share may be taken for danger by the model alone.
FALSE_ALARMS = 0.05


def worth(feature: str) -> float:
    return CUE_WORTH if feature.startswith("!") else 1.0


def said(text: str) -> list[list[str]]:
    return urgent.without_harmless(urgent.sentences(text))


def ordinary() -> list[dict[str, Any]]:
    """Kind messages of the coach's examples: nobody is in danger in them."""
    return [
        {"text": message["text"], "urgent": [], "level": None}
        for message in read_examples(COACHED)
        if not message["marks"] and not urgent.phrased(message["text"])
    ]


def fit(x: Any, wanted: Any) -> list[LogisticRegression]:
    return [
        LogisticRegression(
            C=STRENGTH, solver="liblinear", class_weight={0: 1, 1: 2}, max_iter=300
        ).fit(x, wanted[:, k])
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

    p = np.zeros(wanted.shape)
    fold = np.random.RandomState(0).permutation(len(texts)) % FOLDS
    for number in range(FOLDS):
        out = fold == number
        models = fit(x[~out], wanted[~out])
        p[out] = np.column_stack([m.predict_proba(x[out])[:, 1] for m in models])
    danger = wanted[:, KINDS.index(urgent.ANY)]
    # The lowest threshold that keeps false alarms rare.
    highest = p[:, KINDS.index(urgent.ANY)]
    least = float(np.quantile(highest[~danger], 1 - FALSE_ALARMS))
    phrased = np.array([bool(urgent.phrased(t["text"])) for t in texts])
    either = (highest >= least) | phrased
    print(
        json.dumps(
            {
                "texts": len(texts),
                "model_alone_by_tenths": {
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
    models = fit(x, wanted)
    trusted = np.array([worth(name) for name in names])
    weights = np.vstack([m.coef_[0] for m in models]) * trusted
    steps = np.clip(np.rint(weights / WEIGHT), -127, 127).astype(np.int8)
    kept = np.abs(steps).max(axis=0) >= 1
    model = Weights(
        kinds=tuple(KINDS),
        bias=tuple(round(float(m.intercept_[0]), 4) for m in models),
        sure_from=tuple(round(least, 4) for _ in KINDS),
        weights={
            name: steps[:, n].tobytes().rstrip(b"\0")
            for n, name in enumerate(names)
            if kept[n]
        },
        trained_on=digest(EXAMPLES),
    )
    (cues.CONTENT / "model.msgpack").write_bytes(msgspec.msgpack.encode(model))


if __name__ == "__main__":
    main()
