from collections.abc import Sequence
from enum import StrEnum

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from alongside.talk.practice.words import TEMPERS
from alongside.talk.rehearsal import scenarios
from alongside.talk.rehearsal.kinds import Temper
from alongside.web.forms import StepForm

MOST_LINES = 30
LONGEST = 600
# Lines said before were heard when they were said: this name keeps them from it.
SAID = "kept-line"


class Do(StrEnum):
    """What a button of a rehearsal asks for."""

    CHOOSE = "choose"
    LOOK = "look"
    BEGIN = "begin"
    SAY = "say"
    SILENCE = "silence"
    UNDO = "undo"
    END = "end"


def talks() -> list[tuple[str, str]]:
    """The talks there are, by what they are about and with whom."""
    return [(each.id, f"{each.title}. {each.who}") for each in scenarios.everywhere()]


class SituationForm(StepForm):
    """Which talk, and how they take things."""

    scenario = forms.ChoiceField(
        label=_("Which talk?"),
        choices=talks,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a talk."),
            "invalid_choice": _("Choose one of these talks."),
        },
    )
    temper = forms.TypedChoiceField(
        label=_("How are they that day?"),
        choices=list(TEMPERS.items()),
        coerce=Temper,
        required=False,
        empty_value=Temper.PLAIN,
        initial=Temper.PLAIN,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of these.")},
    )


class LineForm(StepForm):
    """One line, as one would say it."""

    line = forms.CharField(
        label=_("What do you say?"),
        help_text=_("One or two sentences, as you would say them."),
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[
            MaxLengthValidator(
                LONGEST,
                _(
                    "This has %(show_value)s characters, and %(limit_value)s fit. "
                    "Nothing is lost: say a part of it, and wait for the answer."
                ),
            )
        ],
        error_messages={"required": _("Write a line, or choose “Say nothing”.")},
    )


def said(lines: Sequence[str]) -> list[str]:
    """The lines so far, as many and as long as a page carries."""
    return [line[:LONGEST] for line in lines[:MOST_LINES]]
