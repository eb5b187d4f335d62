from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from alongside.treatment import match
from alongside.treatment import options as every
from alongside.treatment.forms import FitForm
from alongside.treatment.words import ROWS, STRENGTHS
from alongside.web.access import for_anyone


@for_anyone
@require_safe
def options(request: HttpRequest) -> HttpResponse:
    """The options side by side, medicines first."""
    told = every.options()
    tables = [
        {
            "group": group,
            "columns": [
                {"name": each.name, "strength": STRENGTHS[each.strength]}
                for each in told.of(group)
            ],
            "rows": [
                {
                    "word": ROWS[row],
                    "cells": [
                        {
                            "text": cell.text,
                            "numbers": [told.number(key) for key in cell.sources],
                        }
                        for each in told.of(group)
                        if (cell := each.cell(row))
                    ],
                }
                for row in group.rows
            ],
        }
        for group in told.group
    ]
    stale = localdate() > told.review_due
    context = {"tables": tables, "told": told, "stale": stale}
    return render(request, "treatment/options.html", context)


@for_anyone
def fit(request: HttpRequest) -> HttpResponse:
    """What may fit, to ask about. The answers travel in the form and are kept nowhere."""
    asked = (request.POST or None) if request.POST.get("do") != "change" else None
    form = FitForm(asked, initial=FitForm.said(request.POST))
    if not form.is_valid():
        return render(request, "treatment/fit.html", {"form": form})
    found = match.match(form.answers())
    told = every.options()
    numbers = {source.key: told.number(source.key) for source in told.source}
    context = {
        "found": found,
        "numbers": numbers,
        "told": told,
        "strengths": STRENGTHS,
        "sent": [(n, v) for n, values in request.POST.lists() for v in values],
    }
    return render(request, "treatment/fits.html", context)
