"""How we say what may be so at home, to the one who lives there."""

from django.utils.translation import gettext_lazy as _

from alongside.safety.entries import Limits, Safe, Told

SAFE = {
    Safe.YES: _("Yes"),
    Safe.NO: _("No"),
    Safe.UNKNOWN: _("I don’t know"),
}

TOLD = {
    Told.HIT: _("They hit, kicked or pushed someone here"),
    Told.STRANGLED: _("They choked someone, or put hands around a neck"),
    Told.THREATENED: _("They said that they would hurt someone"),
    Told.CONTROLLED: _("They follow or watch me, or control my money or phone"),
    Told.WEAPON: _("There is a gun or another weapon"),
    Told.WORSE: _("It got worse in the last 3 months"),
    Told.AFRAID: _("I am afraid of them right now"),
    Told.CHILDREN: _("Children live here"),
    Told.UNEASY: _("Something feels wrong, and I can’t name it"),
}

LIMITS = {
    Limits.CALM: _("They stayed calm, or went quiet"),
    Limits.LOUD: _("They got loud"),
    Limits.BROKE_THINGS: _("They threw or broke things"),
    Limits.HURT_OR_SCARED: _("They hurt or scared someone"),
    Limits.UNKNOWN: _("I don’t know"),
}
