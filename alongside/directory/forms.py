from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from alongside.directory import facets, geography
from alongside.directory.geography import Spot
from alongside.directory.place import Kind
from alongside.directory.query import Query, plain_words
from alongside.directory.words import DAYS, KINDS, MILES
from alongside.web.forms import StepForm

NOT_A_PLACE = _(
    "We do not know this place. Write a ZIP code, as 43215, or a town and its state, "
    "as Columbus, OH."
)
# Shown at once; the other groups are folded away.
FIRST = ("medicine", "pay")
LONGEST = 80
AS_FAR = 25


def _choices(group: str) -> list[tuple[str, str]]:
    return [(f.name, f.words) for f in facets.facets().facet if f.group == group]


@lru_cache(maxsize=200)
def _group(name: str, ticked: tuple[str, ...], errors: tuple[str, ...]) -> SafeString:
    """The boxes of a group. Sixty of them are slow to draw, and mostly the same."""
    boxes = [(value, words, value in ticked) for value, words in _choices(name)]
    words = facets.facets().groups[name]
    told = {"name": name, "words": words, "boxes": boxes, "errors": errors}
    return render_to_string("directory/parts/group.html", told)


class FindForm(StepForm):
    """What is looked for. Each part may be left out, save where."""

    near = forms.CharField(
        label=_("ZIP code, or town and state"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
        error_messages={"required": _("Write a ZIP code or a town first.")},
    )
    within = forms.ChoiceField(
        label=_("How far"),
        choices=[(m, _("%(miles)s miles") % {"miles": m}) for m in MILES],
        initial=AS_FAR,
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("Kind of help"),
        choices=[("", _("Any kind")), *((str(k), w) for k, w in KINDS.items())],
        initial=str(Kind.TREATMENT),
        required=False,
    )
    weekday = forms.TypedChoiceField(
        label=_("On which day"),
        help_text=_("For meetings and groups."),
        choices=[("", _("Any day")), *enumerate(DAYS)],
        coerce=int,
        empty_value=None,
        required=False,
    )
    words = forms.CharField(
        label=_("In its name"),
        help_text=_("For example a name you were given."),
        max_length=LONGEST,
        required=False,
    )
    page = forms.IntegerField(
        widget=forms.HiddenInput, min_value=1, max_value=500, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for group, words in facets.facets().groups.items():
            self.fields[group] = forms.MultipleChoiceField(
                label=words,
                choices=_choices(group),
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    def clean_near(self) -> Spot:
        spot = geography.find(self.cleaned_data["near"])
        if spot is None:
            raise ValidationError(NOT_A_PLACE)
        return spot

    def clean_within(self) -> int:
        return int(self.cleaned_data["within"] or AS_FAR)

    def first_groups(self) -> Iterator[SafeString]:
        return (self._drawn(name) for name in FIRST)

    def more_groups(self) -> Iterator[SafeString]:
        every = facets.facets().groups
        return (self._drawn(name) for name in every if name not in FIRST)

    def _drawn(self, name: str) -> SafeString:
        return _group(
            name, tuple(self[name].value() or ()), tuple(self.errors.get(name, ()))
        )

    @property
    def asked(self) -> tuple[str, ...]:
        """The facets that were asked for, by name."""
        return tuple(
            name
            for group in facets.facets().groups
            for name in self.cleaned_data.get(group, ())
        )

    @property
    def has_more(self) -> bool:
        """Whether something that is folded away was asked for."""
        told = [name for name in self.cleaned_data if name not in {*FIRST, "page"}]
        shown = {"near", "within", "kind"}
        return any(
            self.cleaned_data[name] not in ("", None, [])
            for name in told
            if name not in shown
        )

    def query(self) -> Query:
        """What was asked, of a form that is valid."""
        said = self.cleaned_data
        return Query(
            spot=said["near"],
            miles=float(said["within"]),
            kinds=(Kind(said["kind"]),) if said["kind"] else (),
            facets=facets.mask(self.asked),
            weekday=said["weekday"],
            words=plain_words(said["words"]),
        )
