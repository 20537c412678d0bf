"""The pages of articles, and the front door without a language."""

from datetime import datetime

from django.http import HttpRequest

from articles.public.responses import public
from articles.publishing import addresses, door, navigation
from articles.publishing.pages import Answer


@public
def home(request: HttpRequest, *, at: datetime) -> Answer:
    """Lead to the house's first language; nobody's is guessed."""
    del request
    return Answer(redirect=addresses.home(navigation.current(at).house.first_language), status=302)


@public
def article(request: HttpRequest, *, language: str, pk: int, at: datetime, section: str = "", tail: str = "") -> Answer:
    """Answer an article's address, in which only the number decides."""
    del section, tail
    return door.article(language, pk, path=request.path, at=at)
