"""Unsaved texts: kept while a person types, one a person and article, given back to that person alone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from articles.models import Article, DraftBuffer, Revision, User

Fields = Sequence[tuple[str, str]]
"""A form as it would be sent: names and values, in order, without files."""


def keep(
    fields: Fields,
    *,
    by: User,
    language: str,
    copy: str,
    clock: datetime,
    article: Article | None = None,
    base: Revision | None = None,
    form: str = "",
) -> DraftBuffer:
    """Keep what a person has typed, in the place of what was kept of the same article before.

    `copy` names the form it was typed into: when that form is saved, this buffer goes, and no other form's does.
    `form` says which of a person's forms it is: a new article's by its token; an article's by the change of the live
    text that is typed there, nothing for the working copy.
    """
    which = {"form_token": "", "mode": form} if article else {"form_token": form, "mode": ""}
    whose: dict[str, Any] = {"user": by, "article": article} | which
    what: dict[str, Any] = {"language": language, "base": base, "fields": list(fields), "copy": copy, "kept_at": clock}
    buffer, _is_new = DraftBuffer.objects.update_or_create(defaults=what, **whose)
    return buffer


def forget(copy: str, *, by: User) -> None:
    """Forget what was kept of one form: its text has been saved, or its writer does not want it."""
    if copy:
        DraftBuffer.objects.filter(user=by, copy=copy).delete()


def of(user: User, article: Article, *, mode: str = "") -> DraftBuffer | None:
    """Return what a person has typed into an article, or into one change of its live text, and not saved."""
    return DraftBuffer.objects.filter(user=user, article=article, mode=mode).select_related("base").first()


def of_new_articles(user: User) -> list[DraftBuffer]:
    """Return what a person has typed of articles that are not there yet, newest first."""
    return list(DraftBuffer.objects.filter(user=user, article=None).order_by("-kept_at"))
