"""The same answer in fewer bytes: which encoding a reader is sent, and the answer in it.

Compressed pages are safe here because no public page holds a secret beside what its asker wrote (no cookie, no token).
"""

import gzip
import re
from collections.abc import Callable

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseBase

SMALLEST = 400
"""Bytes below which an encoding saves no packet."""

TEXTS = ("text/", "application/rss+xml", "application/atom+xml", "application/xml")
IDENTITY = "identity"
# In the order of our liking; the levels are where a fifth of a millisecond more no longer buys a hundredth of the size.
_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda plain: brotli.compress(plain, quality=5),
    "gzip": lambda plain: gzip.compress(plain, compresslevel=6, mtime=0),
}
_OFFER = re.compile(r"\s*([a-z*-]+)\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?))?\s*", re.IGNORECASE | re.ASCII)


def chosen(request: HttpRequest) -> str:
    """Return the encoding that a request's answer goes out in; a header that cannot be read asks for none."""
    wishes: dict[str, float] = {}
    for offer in request.headers.get("accept-encoding", "").split(","):
        if found := _OFFER.fullmatch(offer):
            wishes[found[1].lower()] = float(found[2] or 1)
    welcome = {name: wishes.get(name, wishes.get("*", 0)) for name in _ENCODERS}
    return max(_ENCODERS, key=lambda name: welcome[name]) if any(welcome.values()) else IDENTITY


def tag_of(request: HttpRequest, digest: str) -> str:
    """Return the strong ETag of some bytes as this request gets them: another encoding is another sequence of bytes."""
    encoding = chosen(request)
    return f'"{digest}"' if encoding == IDENTITY else f'"{digest}-{encoding}"'


def encoded(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return a response in the encoding of its request, and say that others may get another."""
    if response.has_header("Content-Encoding") or response.has_header("X-Accel-Redirect"):
        return response
    if not isinstance(response, HttpResponse) or not response.headers.get("Content-Type", "").startswith(TEXTS):
        return response
    response["Vary"] = "Accept-Encoding"
    encoding = chosen(request)
    if encoding != IDENTITY and len(response.content) >= SMALLEST:
        response.content = _ENCODERS[encoding](response.content)
        response["Content-Encoding"] = encoding
    return response
