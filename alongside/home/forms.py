from collections.abc import Iterable
from enum import StrEnum
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.home.answers import Answers, Question
from alongside.home.entries import Kit, Step, Using
from alongside.home.export import Choice
from alongside.home.words import CHOICES, KIT, STEPS, USING
from alongside.safety.entries import Limits, Safe, Told
from alongside.safety.words import LIMITS, SAFE, TOLD
from alongside.web.forms import StepForm, WritingForm

# What someone does at home, and how it is there now.
DEEDS = (Told.HIT, Told.STRANGLED, Told.THREATENED, Told.CONTROLLED)
NOW = (Told.WEAPON, Told.WORSE, Told.AFRAID, Told.CHILDREN, Told.UNEASY)


class AnswerField(forms.TypedChoiceField):
    """One question with a few answers, one of them "I don't know"."""

    def __init__(
        self, kind: type[StrEnum], said: dict[Any, Any], label: Any, **kwargs: Any
    ) -> None:
        super().__init__(
            label=label,
            choices=list(said.items()),
            coerce=kind,
            empty_value=None,
            error_messages={
                "required": _("Choose one answer. “I don’t know” is one, too."),
                "invalid_choice": _("Choose one of these answers."),
            },
            widget=forms.RadioSelect,
            **kwargs,
        )


class ToldField(forms.TypedMultipleChoiceField):
    """What is so at home: any of these, or nothing."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Is any of this so?"),
            help_text=_("Tick what fits, or nothing."),
            choices=[
                (_("What they have done"), [(each, TOLD[each]) for each in DEEDS]),
                (_("How it is now"), [(each, TOLD[each]) for each in NOW]),
            ],
            coerce=Told,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": _("Choose from these.")},
        )

    def clean(self, value: Any) -> tuple[Told, ...]:
        return tuple(super().clean(value))


class LimitsField(forms.TypedChoiceField):
    def __init__(self) -> None:
        super().__init__(
            label=_("When someone last said no to them, how did they take it?"),
            choices=list(LIMITS.items()),
            coerce=Limits,
            required=False,
            empty_value=Limits.UNKNOWN,
            initial=Limits.UNKNOWN,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": _("Choose one of these answers.")},
        )


class QuestionsForm(StepForm):
    """The three questions of the start, one of which is asked on each page."""

    template_name = "home/parts/question.html"

    using = AnswerField(
        Using,
        USING,
        _("Are they using now?"),
        required=False,
        help_text=_("Heroin, fentanyl, or other opioids."),
    )
    kit = AnswerField(
        Kit,
        KIT,
        _("Is there naloxone at home?"),
        required=False,
        help_text=_(
            "A nose spray or a shot that helps someone breathe again. Narcan, too."
        ),
    )
    safe = AnswerField(
        Safe,
        SAFE,
        _("Are you safe at home?"),
        required=False,
        help_text=_("Does anyone there hurt you, scare you, or control what you do?"),
    )
    # Whether the short check was gone through ("yes") or skipped ("no").
    checked = forms.ChoiceField(choices=[("yes", ""), ("no", "")], required=False)

    def ask(self, question: Question) -> None:
        """Show this question, and what was answered before it only as hidden fields."""
        self.asked = self[question.value]
        self.number = tuple(Question).index(question) + 1

    def get_context(self) -> dict[str, Any]:
        return super().get_context() | {"asked": self.asked, "number": self.number}

    def said(self) -> Answers:
        """The answers so far. One that is none of ours is left out, to be asked again."""
        if not self.is_bound:
            return Answers()
        self.is_valid()
        given = self.cleaned_data
        checked = {"yes": True, "no": False}.get(given.get("checked") or "")
        return Answers(given.get("using"), given.get("kit"), given.get("safe"), checked)


class CheckForm(StepForm):
    """The short check, on the way from the questions to the step."""

    told = ToldField()
    limits = LimitsField()


class AnswersForm(WritingForm):
    """The same three questions for someone whose answers are kept."""

    using = AnswerField(Using, USING, _("Are they using now?"))
    kit = AnswerField(Kit, KIT, _("Is there naloxone at home?"))
    safe = AnswerField(Safe, SAFE, _("Are you safe at home?"))

    def said(self) -> Answers:
        return Answers(**self.fields_written())


class SafetyForm(WritingForm):
    told = ToldField()
    limits = LimitsField()


class KeepForm(AnswersForm):
    """What someone answered before they had an account, on its way into their journal."""

    checked = forms.ChoiceField(choices=[("yes", ""), ("no", "")], required=False)
    told = ToldField()
    limits = LimitsField()

    def said(self) -> Answers:
        given = self.fields_written()
        return Answers(**given | {"checked": given["checked"] == "yes"})


class AboutStepForm(WritingForm):
    """A step that was done, or put off."""

    step = forms.TypedChoiceField(choices=list(STEPS.items()), coerce=Step)


class FileForm(StepForm):
    """What goes into a file. Nothing about anyone else, unless that is chosen."""

    what = forms.TypedChoiceField(
        label=_("What goes into the file?"),
        choices=list(CHOICES.items()),
        coerce=Choice,
        initial=Choice.WITHOUT_OTHERS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what goes into the file.")},
    )


class LinesForm(StepForm):
    """The lines about others that go on the page; none of them is ticked for anyone."""

    # So that a page with nothing ticked was sent all the same.
    sent = forms.CharField(widget=forms.HiddenInput, initial="yes")

    def __init__(
        self, *args: Any, lines: Iterable[tuple[Any, Any]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lines"] = forms.TypedMultipleChoiceField(
            label=_("Lines about someone else"),
            choices=list(lines),
            coerce=UUID,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "invalid_choice": _("One of these lines is gone. Look again.")
            },
        )
