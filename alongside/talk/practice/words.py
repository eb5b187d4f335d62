"""How we name tempers and moments of a rehearsal to the people who read it."""

from django.utils.translation import gettext_lazy as _

from alongside.talk.rehearsal.kinds import Band, Flag, Level, Temper

TEMPERS = {
    Temper.PLAIN: _("As on an ordinary day"),
    Temper.HEATED: _("Quick to anger"),
    Temper.WITHDRAWN: _("Far away and silent"),
}

GUARDED = {
    Band.CLOSED: _("Very guarded"),
    Band.WARY: _("On guard"),
    Band.OPEN: _("At ease"),
}

OPEN = {
    Level.LOW: _("Hardly open yet"),
    Level.SOME: _("A little open"),
    Level.MUCH: _("Open to talk"),
}

STRENGTH = {
    Level.LOW: _("Worn out"),
    Level.SOME: _("Some strength left"),
    Level.MUCH: _("Has strength for this"),
}

FLAGS = {
    Flag.WITHDRAWAL: _("They are ill from withdrawal right now."),
    Flag.HIGH: _("They have used, and it shows."),
    Flag.PUBLIC: _("Others can hear you."),
    Flag.AFTER_OVERDOSE: _("They have come through an overdose."),
    Flag.TEXT: _("You write to each other. Short messages are read."),
}
