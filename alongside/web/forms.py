"""Forms that render themselves, and the one field that every written form carries."""

from typing import Any
from uuid import uuid4

from django import forms
from django.forms.renderers import TemplatesSetting

ONCE_LENGTH = 32


class Renderer(TemplatesSetting):
    """Gives every field its label, hint and error, and every form its summary."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"


def new_once() -> str:
    """A name for one sending of a form, so that a second tap saves nothing twice."""
    return uuid4().hex


class WritingForm(forms.Form):
    """A form whose words are kept: it carries `once`, an id of this very sending."""

    once = forms.RegexField(
        rf"^[0-9a-f]{{{ONCE_LENGTH}}}$", widget=forms.HiddenInput, initial=new_once
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False

    def fields_written(self) -> dict[str, Any]:
        """What was filled in, without the id of the sending."""
        return {k: v for k, v in self.cleaned_data.items() if k != "once"}

    @property
    def sent_once(self) -> str:
        return str(self.cleaned_data["once"])


class StepForm(forms.Form):
    """A form of a public page. Its state travels in hidden fields and is kept nowhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
