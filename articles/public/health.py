"""Whether the process lives, and whether it may answer readers."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from articles.public.responses import public
from articles.publishing import caching, readiness


@public
def healthz(request: HttpRequest, *, at: datetime) -> HttpResponseBase:
    """Say that the process lives; nothing else is asked."""
    del request, at
    return _plain("ok\n", 200)


@public
def readyz(request: HttpRequest, *, at: datetime) -> HttpResponseBase:
    """Say whether the node may answer readers, and what keeps it from it."""
    del request
    faults = readiness.faults(at)
    return _plain("".join(f"{fault}\n" for fault in faults) or "ready\n", 503 if faults else 200)


def _plain(text: str, status: int) -> HttpResponseBase:
    response = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = caching.NO_STORE
    return response
