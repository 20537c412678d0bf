"""What each address of the desk asks of the person: a duty or an act of the tables, or nothing (to sign in)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import Promise

from articles.workflow.rights import allowed
from articles.workflow.table import Duty, Verb

View = Callable[..., HttpResponseBase]


class Open(Enum):
    """Declared by the few addresses that ask for nothing."""

    TO_ALL = "open"


Declared = Duty | Verb | Open


def declares(what: Declared) -> Callable[[View], View]:
    """Say what a view asks. A duty is asked at the door; an act is asked by the service, which knows the article."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if isinstance(what, Duty) and not allowed(request.user, what):  # type: ignore[arg-type]
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.declared = what  # type: ignore[attr-defined]
        return guarded

    return mark


def declared_by(view: Any) -> Declared | None:
    """Return what the view behind an address declares."""
    return getattr(view, "declared", None)


@dataclass(frozen=True)
class Page:
    """A page of the desk that is no stock ModelAdmin's: its route, its name in the `admin` namespace, its view."""

    route: str
    name: str
    view: View


@dataclass(frozen=True)
class Place:
    """An entry of the desk's navigation, shown to those who may do its duty, in the order of `position`."""

    label: str | Promise
    url_name: str
    duty: Duty
    position: int


BeforeSignIn = Callable[[HttpRequest], "HttpResponseBase | None"]

BEFORE_SIGN_IN: list[BeforeSignIn] = []
"""What may answer a form of who is not let in, before the sign-in page does."""


def before_sign_in(answer: BeforeSignIn) -> BeforeSignIn:
    """Let a function look at such forms."""
    BEFORE_SIGN_IN.append(answer)
    return answer


PAGES: list[Page] = []
PLACES: list[Place] = []


def page(route: str, *, name: str, asks: Declared) -> Callable[[View], View]:
    """Register a view as a page of the desk, under /admin/ and the name `admin:…`, with what it asks of the person."""

    def register(view: View) -> View:
        marked = declares(asks)(view)
        PAGES.append(Page(route, name, marked))
        return marked

    return register


def place(label: str | Promise, url_name: str, *, duty: Duty, position: int) -> None:
    """Put a page into the desk's navigation."""
    PLACES.append(Place(label, url_name, duty, position))
