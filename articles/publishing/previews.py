"""A text as readers would see it, by the readers' own presenters and templates: on the desk, and by a link outside."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Model
from django.utils.translation import gettext as _

from articles.models import (
    Agency,
    Article,
    Author,
    Basis,
    Byline,
    BylineLine,
    Content,
    Desk,
    Kind,
    Photo,
    PreviewLink,
    Publication,
    Revision,
    Section,
    Topic,
    User,
)
from articles.models.hiding import hidden_now
from articles.publishing import addresses, door
from articles.publishing.pages import Answer, Head
from articles.publishing.photos import small_name
from articles.publishing.restate import columns_of, credit_of
from articles.workflow.refusals import NotAllowed
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

LASTS = timedelta(hours=72)
_NAMED: dict[str, type[Model]] = {"author": Author, "desk": Desk, "agency": Agency}


def freeze(content: Content, *, language: str) -> dict[str, Any]:
    """Return everything of a text that its page shows, as JSON holds it; later changes do not reach it."""
    section = content.section_id or Section.objects.order_by("pk").values_list("pk", flat=True).first()
    credits = [credit_of(line) for line in _bylines(content.bylines)]
    return columns_of(content, language) | {
        "section_id": section,
        "credits": credits,
        "topics": list(content.topic_ids),
    }


def _bylines(lines: Iterable[BylineLine]) -> list[Byline]:
    """Return the credits of a text that is no revision, with their names: one query a kind of name."""
    lines = list(lines)
    names = {
        kind: model._default_manager.in_bulk([pk for line in lines if (pk := getattr(line, f"{kind}_id"))])
        for kind, model in _NAMED.items()
        if any(getattr(line, f"{kind}_id") for line in lines)
    }
    return [
        Byline(role=line.role, **{kind: known.get(getattr(line, f"{kind}_id")) for kind, known in names.items()})
        for line in lines
    ]


def show(article: Article, frozen: dict[str, Any], *, at: datetime, address: door.Address) -> Answer:
    """Return the page of a frozen text, with its pictures at `address`."""
    columns = {name: value for name, value in frozen.items() if name not in {"topics", "body"}}
    row = Publication(
        article_id=article.pk,
        story_id=article.story_id,
        language=article.language,
        kind=Kind.PAGE,
        basis=Basis.HOUSE,
        live_from=at,
        first_published_at=at,
        changed_at=at,
        **columns,
    )
    row.hidden = ",".join(str(pk) for pk in hidden_now(story=article.story_id).values_list("author", flat=True))
    # The readers' question reads these with its rows.
    for name in ("slug", "name_ar", "name_en"):
        setattr(row, f"series_{name}", getattr(article.story.series, name, ""))
    found = Topic.objects.in_bulk(frozen["topics"])
    topics = tuple((pk, t.slug, t.name_ar, t.name_en) for pk in frozen["topics"] if (t := found.get(pk)))
    # Nothing about it is for machines: no address of its own, no feed, no other edition.
    head = Head(title=frozen["headline"], robots="noindex, nofollow")
    return door.preview(row, frozen["body"], at=at, topics=topics, head=head, address=address)


def make_link(revision: Revision, *, by: User, clock: datetime) -> str:
    """Make a link that shows one saved text outside the house for three days; return its address, said only once.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
    """
    article = revision.article
    if not allowed(by, Duty.SHARE_PREVIEW, article):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    token = secrets.token_urlsafe(24)
    PreviewLink.objects.create(
        token_hash=_hashed(token),
        article=article,
        revision=revision,
        preview=freeze(revision.content(), language=article.language),
        created_by=by,
        created_at=clock,
        ends_at=clock + LASTS,
    )
    return addresses.absolute(addresses.preview(token))


def revoke(link: PreviewLink, *, by: User, clock: datetime) -> None:
    """Shut a link.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
    """
    if not allowed(by, Duty.SHARE_PREVIEW, link.article):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=clock)


def language_of(token: str, *, at: datetime) -> str | None:
    """Return the language of what a link shows; None for a wrong, an old and a shut one, told apart nowhere."""
    link = _link(token, at)
    return link.article.language if link else None


def opened(token: str, *, at: datetime) -> Answer | None:
    """Return the page that a link shows, counting the look; None as in `language_of`."""
    link = _link(token, at)
    if link is None:
        return None
    PreviewLink.objects.filter(pk=link.pk).update(times_opened=F("times_opened") + 1)
    return show(link.article, link.preview, at=at, address=lambda pk: addresses.preview_photo(token, pk))


def photo_name(token: str, pk: int, *, at: datetime) -> str | None:
    """Return the stored file of a photo that a link shows, or None."""
    link = _link(token, at)
    photo = Photo.objects.filter(pk=pk).first()
    if link is None or photo is None or photo.pulled_at or all(shown["id"] != pk for shown in link.preview["photos"]):
        return None
    return small_name(photo)


def _link(token: str, at: datetime) -> PreviewLink | None:
    open_links = PreviewLink.objects.filter(token_hash=_hashed(token), revoked_at=None, ends_at__gt=at)
    return open_links.select_related("article").first()


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
