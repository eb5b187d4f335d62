"""What the pages of this room call things."""

from django.utils.translation import gettext_lazy as _

from alongside.treatment.options import Row, Strength

ROWS = {
    Row.WHAT: _("What it is"),
    Row.DOES: _("What it does"),
    Row.START: _("How it starts"),
    Row.LONG: _("How long"),
    Row.SUITS: _("Who it may suit"),
    Row.COST: _("What it costs"),
    Row.CAREFUL: _("Take care"),
    Row.ASK: _("Ask them"),
}
STRENGTHS = {
    Strength.STRONG: _("Well shown to help"),
    Strength.SOME: _("Some evidence that it helps"),
    Strength.WEAKER: _("Weaker evidence"),
    Strength.UNKNOWN: _("Not shown to treat opioid use"),
    Strength.NOT_ALONE: _("A first step, never the whole plan"),
}
