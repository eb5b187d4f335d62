from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from alongside.signs.entries import IN_OWN_WORDS, SIGNS_OF, SeenBy, Sign, Sure
from alongside.signs.words import GROUPS, SEEN_BY, SIGNS, SURE
from alongside.web.forms import WritingForm

LONGEST = 4_000
LONGEST_NAME = 200
# Where the reader lives, tomorrow may have begun already.
AHEAD = timedelta(days=1)
# Older than this is nearly always a slip in the year.
YEARS_BACK = 5

FOLDED = ("seen_by", "told_by", "sure", "guess")


class SignPicker(forms.RadioSelect):
    """One choice out of several groups, each group under its own name."""

    template_name = "signs/parts/sign_picker.html"


def fits(longest: int) -> MaxLengthValidator:
    """Too much is said by us, never cut off by the browser while someone pastes."""
    return MaxLengthValidator(
        longest,
        _(
            "This has %(show_value)s characters, and %(limit_value)s fit. Nothing is "
            "lost: make it a little shorter, or make two notes of it."
        ),
    )


class NoticeForm(WritingForm):
    template_name = "signs/parts/notice_form.html"

    sign = forms.TypedChoiceField(
        label=_("What did you see or hear?"),
        choices=[
            (GROUPS[group], [(sign, SIGNS[sign]) for sign in signs])
            for group, signs in SIGNS_OF.items()
        ],
        coerce=Sign,
        widget=SignPicker,
        error_messages={
            "required": _("Choose what you saw or heard."),
            "invalid_choice": _("Choose one of the things in the list."),
        },
    )
    what = forms.CharField(
        label=_("In your own words"),
        help_text=_("What you saw or heard. You can leave this empty."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[fits(LONGEST)],
    )
    on = forms.DateField(
        label=_("Which day was it?"),
        initial=localdate,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": _("Say which day it was. About right is enough."),
            "invalid": _("Write the day like 2026-12-05."),
        },
    )
    seen_by = forms.TypedChoiceField(
        label=_("Who saw or heard it?"),
        choices=list(SEEN_BY.items()),
        coerce=SeenBy,
        empty_value=SeenBy.ME,
        required=False,
        initial=SeenBy.ME,
        widget=forms.RadioSelect,
    )
    told_by = forms.CharField(
        label=_("Who told you?"),
        help_text=_("If you want to say. No name is needed."),
        required=False,
        validators=[fits(LONGEST_NAME)],
    )
    sure = forms.TypedChoiceField(
        label=_("How sure are you?"),
        choices=list(SURE.items()),
        coerce=Sure,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    guess = forms.CharField(
        label=_("What do you think was behind it?"),
        help_text=_("A guess is fine. It is kept apart from what was seen."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[fits(LONGEST)],
    )

    def get_context(self) -> dict[str, Any]:
        """What three taps need stands open; the rest is folded until it holds something."""
        context = super().get_context()
        fields = context["fields"]
        context["fields"] = [(f, e) for f, e in fields if f.name not in FOLDED]
        context["folded"] = [f for f, _errors in fields if f.name in FOLDED]
        context["unfold"] = any(
            field.errors or (field.value() or "") != (field.initial or "")
            for field in context["folded"]
        )
        return context

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        today = localdate()
        if on > today + AHEAD:
            raise ValidationError(
                _("That day has not come yet. Choose today or a day before.")
            )
        if on.year < today.year - YEARS_BACK:
            raise ValidationError(
                _("That is more than five years ago. Is the year right?")
            )
        return on

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        said = given.get("what") or self.has_error("what")
        if given.get("sign") in IN_OWN_WORDS and not said:
            self.add_error("what", _("Say in your own words what it was."))
        # Whoever saw it themselves was told by nobody.
        if given.get("seen_by") is SeenBy.ME and given.get("told_by"):
            given["seen_by"] = SeenBy.TOLD
        return given
