"""The overdose steps inside a guide: the words of their one source, as Markdown.

Nothing is said anew here. A second wording of these steps would be a second truth.
"""

from collections.abc import Iterator

from alongside.safety.steps import Emergency, Language, Words


def markdown(emergency: Emergency, language: Language, number: str) -> str:
    """What to check, the numbered steps, and what never to do.

    `number` is the emergency number, empty where the country is not known.
    """
    around = emergency.page[language]
    call = around.call.format(number=number) if number else around.call_local
    check = emergency.check.words(language)
    never = emergency.never.words(language)
    told = [
        f"### {check.heading}",
        _listed(check.first),
        *check.sentences,
        *(_numbered(step.words(language)) for step in emergency.step),
        f"### {never.heading}",
        _listed(never.first),
    ]
    return "\n\n".join(told).replace("{call}", call) + "\n"


def _numbered(words: Words) -> str:
    """One step of an ordered list; CommonMark counts, whatever number stands there."""
    inside = "\n\n".join(_said(words)).replace("\n", "\n   ")
    return f"1. **{words.heading}**\n\n   {inside}"


def _said(words: Words) -> Iterator[str]:
    if words.say:
        yield words.say
    if words.first:
        yield _listed(words.first)
    yield from words.sentences


def _listed(rows: tuple[str, ...]) -> str:
    return "\n".join(f"- {row}" for row in rows)
