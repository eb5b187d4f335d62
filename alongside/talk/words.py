"""How we name what belongs to a talk."""

from django.utils.translation import gettext_lazy as _

from alongside.talk.entries import Check, How, Offer

CHECKS = {
    Check.QUIET: _("It is quiet and private"),
    Check.RESTED: _("They have not used, and are not ill from not using"),
    Check.CALM: _("Nobody is angry"),
    Check.TIME: _("Nobody has to leave soon"),
    Check.NO_CHILDREN: _("No children can hear us"),
    Check.NOT_DRIVING: _("We are not in a car"),
}

OFFERS = {
    Offer.LIFT: _("A lift there and back"),
    Offer.CHILDCARE: _("Mind the children"),
    Offer.CALLS: _("Make the phone calls"),
    Offer.COME_ALONG: _("Come along"),
    Offer.PAPERWORK: _("Help with papers"),
}

# The same, as it is said to them.
OFFERED = {
    Offer.LIFT: _("I can drive you there and back."),
    Offer.CHILDCARE: _("I can mind the children."),
    Offer.CALLS: _("I can make the phone calls with you."),
    Offer.COME_ALONG: _("I can come along."),
    Offer.PAPERWORK: _("I can help you with the papers."),
}

HOW = {
    How.LISTENED: _("We could talk"),
    How.SHORT: _("It was short"),
    How.HEATED: _("It heated up"),
    How.NOT_YET: _("It has not happened yet"),
}
