"""Coach: how someone's own words to a person they love may land, and why.

Plain Python over a text: nothing is stored, sent or made up. `coach.read` marks what is
likely to land badly and credits what is likely to help, each with its place in the text,
a reason and the source of that reason. Rules, word classes, reasons and examples are
data under `content/en/coach/`; the small model that hears what no rule says is described
in `docs/coach.md`.
"""
