"""A plan and the coach's notes as pages show them."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.talk import look, plan, words
from alongside.talk.look import Look


def pairs(form: Any) -> list[tuple[str, str]]:
    """The filled fields of a form as hidden fields carry them."""
    found = []
    for name, said in form.cleaned_data.items():
        each = said if isinstance(said, list | tuple) else [said]
        found += [(name, str(one)) for one in each if one]
    return found


def card(fields: dict[str, Any]) -> dict[str, Any]:
    """A plan as a card to read from, and the coach on what is said aloud."""
    offered = [str(words.OFFERED[each]) for each in fields["offers"]]
    offer = "\n".join([*offered, *([fields["offer"]] if fields["offer"] else [])])
    said = fields | {"offer": offer}
    return {
        "card": said,
        "missing": [
            label
            for each, label in words.CHECKS.items()
            if each not in fields["checks"]
        ],
        "are_so": [words.CHECKS[each] for each in fields["checks"]],
        "seen": look.look(plan.spoken(said)),
    }


def heading(seen: Look) -> str:
    """What a page says first: what is strong, then how many places to think about."""
    many = len(seen.changes)
    if not many:
        if seen.keeps:
            return _("There is much to keep in this.")
        return _("Nothing stood out. That says little about how it will land.")
    places = ngettext(
        "One place may land badly.", "%(many)d places may land badly.", many
    ) % {"many": many}
    return f"{_('You said a true thing.')} {places}" if seen.keeps else places
