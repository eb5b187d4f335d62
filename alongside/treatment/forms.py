from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from alongside.treatment.match import MANY, Answers
from alongside.treatment.words import QUESTIONS
from alongside.web.forms import StepForm


class FitForm(StepForm):
    """Twenty short questions. Each may be left out, and says why it is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, question in QUESTIONS:
            choices = list(question.answers.items())
            told = {"label": question.words, "help_text": question.why}
            self.fields[name] = (
                forms.MultipleChoiceField(
                    choices=choices,
                    widget=forms.CheckboxSelectMultiple,
                    required=False,
                    **told,
                )
                if name in MANY
                else forms.ChoiceField(
                    choices=[("", _("I would rather not say")), *choices],
                    required=False,
                    **told,
                )
            )

    @staticmethod
    def said(post: QueryDict) -> dict[str, Any]:
        """What was answered before, to be changed."""
        return {
            name: post.getlist(name) if name in MANY else post.get(name, "")
            for name, _question in QUESTIONS
        }

    def answers(self) -> Answers:
        """The answers of a form that is valid."""
        found = {}
        for name, said in self.cleaned_data.items():
            values = tuple(said) if name in MANY else (said,)
            if any(values):
                found[name] = values
        return found
