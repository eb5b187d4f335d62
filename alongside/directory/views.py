from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.directory import queries, shown
from alongside.directory.forms import FindForm
from alongside.directory.query import AT_ONCE
from alongside.directory.words import MILES
from alongside.web.access import for_anyone


@for_anyone
def find(request: HttpRequest) -> HttpResponse:
    """Look for places. What is asked travels in the form and is kept nowhere."""
    form = FindForm(request.POST or None)
    if not form.is_valid():
        return render(request, "directory/find.html", {"form": form})
    page = form.cleaned_data["page"] or 1
    query = form.query()
    found = queries.search(query, first=(page - 1) * AT_ONCE)
    context = {
        "form": form,
        "sent": [(n, v) for n, vs in request.POST.lists() for v in vs if n != "page"],
        "spot": query.spot,
        "miles": int(query.miles),
        "total": found.total,
        "cards": [shown.card(hit, form.asked) for hit in found.hits],
        "next": page + 1 if page * AT_ONCE < found.total else None,
        "before": page - 1 if page > 1 else None,
        "wider": next((m for m in MILES if m > query.miles), None),
        "is_empty": not found.total and not queries.count(),
    }
    return render(request, "directory/found.html", context)


@for_anyone
@require_safe
def place(request: HttpRequest, place_id: UUID) -> HttpResponse:
    """All that is known of one place, and who says so."""
    hit = queries.place(place_id)
    if hit is None:
        raise Http404
    sources = queries.provenance(place_id)
    context = {
        "hit": hit,
        "card": shown.card(hit),
        "numbers": shown.numbers(hit.place),
        "groups": shown.groups(hit),
        "terms": shown.terms(hit.place, sources),
        "sources": sources,
        "listed": any(source.listed for source in sources),
    }
    return render(request, "directory/place.html", context)
