from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from alongside.coach.tokens import LONGEST as LONGEST_TEXT
from alongside.talk.entries import Check, How, Offer
from alongside.talk.words import CHECKS, HOW, OFFERS
from alongside.web.forms import StepForm, WritingForm

LONGEST = 2_000
LONGEST_LINE = 200


def fits(longest: int) -> MaxLengthValidator:
    return MaxLengthValidator(
        longest,
        _(
            "This has %(show_value)s characters, and %(limit_value)s fit. Nothing is "
            "lost: make it a little shorter."
        ),
    )


def words(label: Any, hint: Any = "", *, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
        validators=[fits(LONGEST)],
    )


def line(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=False, validators=[fits(LONGEST_LINE)]
    )


class CheckWordsForm(StepForm):
    """Any text that someone wants to say or send."""

    words = forms.CharField(
        label=_("Your words"),
        help_text=_("What you want to say, text or write to them."),
        widget=forms.Textarea(attrs={"rows": 7, "data-coach": "/talk/check/"}),
        strip=False,
        validators=[fits(LONGEST_TEXT)],
        error_messages={"required": _("Write or paste a few words first.")},
    )

    def clean_words(self) -> str:
        said: str = self.cleaned_data["words"].replace("\r\n", "\n")
        if not said.strip():
            raise ValidationError(_("Write or paste a few words first."))
        return said


class PlanFields(forms.Form):
    """The parts of a plan, in the order in which they are said."""

    who = line(_("With whom?"), _("A first name or “my son” is enough."))
    when = line(_("When?"), _("A calm hour, when both of you have slept and eaten."))
    where = line(_("Where?"))
    checks = forms.TypedMultipleChoiceField(
        label=_("What is so at that hour?"),
        choices=list(CHECKS.items()),
        coerce=Check,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from this list.")},
    )
    saw = words(
        _("What I saw or heard"),
        _("One thing, from one day. “On Sunday you fell asleep at dinner.”"),
    )
    feel = words(_("What I feel"), _("“I was scared.” Start with “I”."))
    understand = words(
        _("What I understand"), _("Something that is hard for them, or their reasons.")
    )
    my_part = words(_("My part in it"), _("One small thing that I own. No “but”."))
    ask = words(_("One thing I ask"), _("One, and small. They may say no."))
    offers = forms.TypedMultipleChoiceField(
        label=_("What I offer"),
        choices=list(OFFERS.items()),
        coerce=Offer,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from this list.")},
    )
    offer = words(_("My offer in my own words"))
    leave = words(
        _("How I leave if it heats up"), _("One sentence, and where I go then.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        said = (cleaned.get(name) for name in ("saw", "feel", "ask"))
        if not self.errors and not any(said):
            raise ValidationError(
                _("Write at least what you saw, what you feel, or what you ask.")
            )
        return cleaned


class PlanForm(PlanFields, StepForm):
    """A plan that travels in the page and is kept nowhere."""


class KeptPlanForm(PlanFields, WritingForm):
    """A plan that is written down."""

    def fields_written(self) -> dict[str, Any]:
        several = {
            name: tuple(self.cleaned_data[name]) for name in ("checks", "offers")
        }
        return super().fields_written() | several


class TakeForm(WritingForm):
    """A line that goes into a plan: into which, and where it belongs."""

    carried = forms.CharField(
        label=_("The line"),
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[fits(LONGEST)],
        error_messages={"required": _("Write the line first.")},
    )
    part = forms.ChoiceField(
        label=_("Where does it belong?"),
        choices=[
            ("saw", _("What I saw or heard")),
            ("feel", _("What I feel")),
            ("understand", _("What I understand")),
            ("my_part", _("My part in it")),
            ("ask", _("One thing I ask")),
            ("offer", _("My offer in my own words")),
        ],
        initial="ask",
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose where it belongs."),
            "invalid_choice": _("Choose one of these."),
        },
    )
    plan = forms.ChoiceField(
        label=_("Into which plan?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a plan."),
            "invalid_choice": _("Choose one of your plans."),
        },
    )

    def __init__(self, *args: Any, plans: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["plan"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = plans
        if plans:
            field.initial = plans[0][0]


class HeldForm(WritingForm):
    """How a talk went."""

    on = forms.DateField(
        label=_("Which day was it?"),
        initial=localdate,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": _("Say which day it was. About right is enough."),
            "invalid": _("Write the day like 2026-12-05."),
        },
    )
    how = forms.TypedChoiceField(
        label=_("How was it?"),
        choices=list(HOW.items()),
        coerce=How,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what comes nearest."),
            "invalid_choice": _("Choose one of these."),
        },
    )
    said = words(
        _("What was said"), _("A sentence from each of you is enough."), rows=3
    )
    went_well = words(_("What went well"), _("Also if it was small."))
    next_time = words(_("For the next time"), _("This stands above your next plan."))
    unsafe = forms.BooleanField(
        label=_("Someone was hurt, threatened or afraid"), required=False
    )


class TellForm(StepForm):
    """Thinking about whether to tell them. It travels in the page."""

    reasons = words(_("Why would I tell them?"), _("What would be better then?"))
    worries = words(_("What could go wrong?"), _("Think of how they took news before."))
    words = words(_("What I would say"), _("Two sentences. “I get help for myself.”"))
    when = line(_("When, if at all?"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Write something in one of these fields first."))
        return cleaned


class KeptTellForm(TellForm, WritingForm):
    """The same, written down."""


class ReplyForm(StepForm):
    """One of a few replies to what they say."""

    reply = forms.TypedChoiceField(
        label=_("Your reply"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a reply."),
            "invalid_choice": _("Choose one of these replies."),
        },
    )

    def __init__(self, *args: Any, replies: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reply"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = [(str(n), text) for n, text in enumerate(replies)]
