"""What may be handed in at the door, and how its complaints are told."""

import secrets
from functools import cache
from typing import Any

from django import forms
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts import handle, passphrase
from alongside.accounts.outcomes import Refused
from alongside.accounts.sessions import MINUTES
from alongside.accounts.words import MISREAD, REFUSALS
from alongside.journal import recovery
from alongside.web.forms import StepForm

LONGEST_NAME = 100
ASKED_BACK = (3, 7)

# A keyboard that capitalises, corrects or learns a passphrase does harm.
QUIET = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}


class NameField(forms.CharField):
    """Any name someone can remember."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Your name here"))
        super().__init__(max_length=LONGEST_NAME, **kwargs)
        self.error_messages["required"] = _("Enter the name that you use here.")
        self.widget.attrs |= QUIET | {"autocomplete": "username"}


class KnownPassphraseField(forms.CharField):
    """A passphrase that exists. Blanks count, and whatever was typed may be right."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Passphrase"))
        widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        super().__init__(
            strip=False, max_length=passphrase.LONGEST, widget=widget, **kwargs
        )
        self.error_messages["required"] = _("Enter your passphrase.")


class NewPassphraseField(forms.CharField):
    """A passphrase to be: ours, or one's own.

    All of it is in sight, on a phone as well, so that it can be written down.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Passphrase"))
        super().__init__(
            strip=False,
            max_length=passphrase.LONGEST,
            widget=forms.Textarea(attrs={"rows": 2} | QUIET | {"autocomplete": "off"}),
            initial=lambda: passphrase.offered(secrets.choice),
            help_text=format_lazy(
                _(
                    "Six words, chosen by chance, that nobody will guess. Keep them, or "
                    "type your own: at least {shortest} letters, digits or blanks."
                ),
                shortest=passphrase.SHORTEST,
            ),
            **kwargs,
        )
        self.error_messages["required"] = _("Enter a passphrase.")

    def to_python(self, value: str | None) -> str:
        # A line that the field has broken, or a key pressed to go on, is not part of it.
        return "".join(str(super().to_python(value)).splitlines())

    def validate(self, value: str) -> None:
        super().validate(value)
        said = passphrase.normal(value)
        if len(said.strip()) < passphrase.SHORTEST:
            raise ValidationError(
                _("Use %(shortest)s characters or more. Several words are easiest."),
                params={"shortest": passphrase.SHORTEST},
            )
        if said.strip().casefold() in _common():
            raise ValidationError(
                _("Many people use this one, so it is tried first. Choose another.")
            )


class SignInForm(StepForm):
    name = NameField()
    passphrase = KnownPassphraseField()


class SignUpForm(StepForm):
    name = NameField(
        help_text=_("Any name that you will remember. It is not shown to anyone.")
    )
    passphrase = NewPassphraseField()

    def clean(self) -> dict[str, Any]:
        return _apart(self.cleaned_data)


class RecoverForm(StepForm):
    code = forms.CharField(
        label=_("Your printed code"),
        help_text=_("Capital letters and dashes do not matter."),
        max_length=200,
        error_messages={"required": _("Enter the code from your paper.")},
    )
    name = NameField(help_text=_("The one you had, or a new one."))
    passphrase = NewPassphraseField(label=_("New passphrase"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= QUIET | {"autocomplete": "off"}

    def clean_code(self) -> bytes:
        try:
            return recovery.read(self.cleaned_data["code"])
        except recovery.Misread as fault:
            raise ValidationError(MISREAD[fault.why]) from fault

    def clean(self) -> dict[str, Any]:
        return _apart(self.cleaned_data)


class TypedBackForm(StepForm):
    """Two groups of a code that is on paper by now."""

    first = forms.CharField(label=_("Group 3"), max_length=20)
    second = forms.CharField(label=_("Group 7"), max_length=20)

    def __init__(self, *args: Any, code: bytes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code = code
        for each in self.fields.values():
            each.error_messages["required"] = _("Type this group from your paper.")
            each.widget.attrs |= QUIET | {"autocomplete": "off"}

    def clean_first(self) -> str:
        return self._compared("first", ASKED_BACK[0])

    def clean_second(self) -> str:
        return self._compared("second", ASKED_BACK[1])

    def _compared(self, name: str, group: int) -> str:
        typed = str(self.cleaned_data[name])
        if not recovery.is_group(self.code, group, typed):
            raise ValidationError(
                _("Your paper says something else in group %(group)s. Look again."),
                params={"group": group},
            )
        return typed


class ChangePassphraseForm(StepForm):
    current = KnownPassphraseField(label=_("Passphrase until now"))
    passphrase = NewPassphraseField(label=_("New passphrase"))


class AskAgainForm(StepForm):
    current = KnownPassphraseField()


class MinutesForm(StepForm):
    minutes = forms.TypedChoiceField(
        label=_("Lock my notes when I have done nothing for"),
        choices=[(m, format_lazy(_("{minutes} minutes"), minutes=m)) for m in MINUTES],
        coerce=int,
    )


class DeleteForm(StepForm):
    # Translators: the word that someone types to delete everything. One short word.
    WORD = _("delete")

    word = forms.CharField(
        label=_("Type the word “delete”"),
        max_length=20,
        required=False,
    )

    def clean_word(self) -> str:
        typed = str(self.cleaned_data["word"])
        if typed.strip().casefold() != str(self.WORD).casefold():
            raise ValidationError(_("Type the word “delete”, or go back."))
        return typed


def refuse(form: forms.Form, refused: Refused) -> int:
    """Say on the form why its act was not done; the status of the answer."""
    form.add_error(None, REFUSALS[refused.why] % {"seconds": refused.seconds})
    return refused.why.status


def _apart(filled: dict[str, Any]) -> dict[str, Any]:
    """A name is easy to guess; so is a passphrase that is the name."""
    name, said = filled.get("name", ""), filled.get("passphrase", "")
    if name and said and handle.plain(name) == handle.plain(said):
        raise ValidationError(
            {"passphrase": _("This is your name. Choose something else.")}
        )
    return filled


@cache
def _common() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)
