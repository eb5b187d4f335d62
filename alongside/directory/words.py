"""What the pages of this room call things."""

from django.utils.translation import gettext_lazy as _

from alongside.directory.place import Kind, Located, Use

KINDS = {
    Kind.TREATMENT: _("Treatment"),
    Kind.MEETING: _("Meetings and groups"),
    Kind.NALOXONE: _("Naloxone and clean supplies"),
    Kind.SUPPORT: _("Peers and recovery centers"),
    Kind.HOUSING: _("Recovery housing"),
    Kind.HEALTH: _("Health care"),
    Kind.EVERYDAY: _("Food, rent, childcare, legal aid"),
}
LOCATED = {
    Located.STREET: "",
    Located.ZIP: _("by its ZIP code"),
    Located.CITY: _("by its town"),
    Located.NONE: _("where exactly is not known"),
}
DAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
MILES = (5, 10, 25, 50, 100)
USES = {
    Use.MAIN: "",
    Use.INTAKE: _("to start treatment"),
    Use.HOTLINE: _("crisis line"),
}
