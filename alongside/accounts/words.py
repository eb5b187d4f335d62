"""How we say what came of an act."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from alongside.accounts.outcomes import Refusal, Told
from alongside.journal.recovery import Why

REFUSALS = {
    Refusal.WRONG: _(
        "That name and passphrase open nothing here. Check both, letter by letter, or "
        "use your code on paper."
    ),
    Refusal.WRONG_CODE: _(
        "This code opens nothing here. If you have printed a newer one, use that."
    ),
    Refusal.NOT_CURRENT: _("This is not your passphrase. Check it letter by letter."),
    Refusal.TOO_SOON: ngettext_lazy(
        "Wait %(seconds)s second, then try again.",
        "Wait %(seconds)s seconds, then try again.",
        "seconds",
    ),
    Refusal.TOO_BUSY: _("Many people are here right now. Try again in a few seconds."),
    Refusal.OUT_OF_REACH: _(
        "Notes cannot be opened at the moment. Nothing is lost. Try again in a minute."
    ),
    Refusal.ALREADY_HERE: _(
        "Notes with this name and this passphrase are here already. Sign in to them."
    ),
    Refusal.TYPED_ELSEWHERE: _(
        "What was typed here belongs to other notes. It can be saved only in those."
    ),
}

TOLD = {
    Told.MINUTES: _("Saved. Your notes lock themselves after that time."),
    Told.PASSPHRASE: _("Your passphrase is changed. Every other browser is locked."),
    Told.CODE: _("Your new code works from now on. Earlier codes open nothing."),
    Told.LOCKED_ELSEWHERE: _("Every other browser is locked."),
}

MISREAD = {
    Why.LENGTH: _("The code has 34 letters and digits. Some are missing, or too many."),
    Why.SIGN: _("The code has only digits and letters, and never the letter U."),
    Why.CHECK: _("One sign differs from what was printed. Compare it group by group."),
}
