"""A new take, a correction or a kill of an agency's item that is here already: recognised, joined, and said."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.importing.advisories import Advice
from articles.importing.wire import WireCopy
from articles.language.blocks import plain_text
from articles.language.words import words
from articles.models import Agency, Article, Content, Stage, User, WireItem
from articles.models.stories import new_token
from articles.workflow import drafts, notes, two_saves

SIMILAR_FOR = timedelta(days=3)
MOST_COMPARED = 300
ALIKE = 0.6
ALIKE_WHEN_SAID = 0.4
"""The share of words two headlines have in common, where the agency itself says that this is a new take."""
FEWEST_WORDS = 3


@dataclass(frozen=True)
class Earlier:
    """An item that is here already, and whether the agency's own number says so."""

    item: WireItem
    is_sure: bool


def earlier_item(copy: WireCopy, agency: Agency | None, *, language: str, by: User, clock: datetime) -> Earlier | None:
    """Return the item whose new take a copy is: the same number, or nearly the same headline within three days."""
    if agency is None:
        return None
    seen = Article.objects.seen_by(by).exclude(stage=Stage.SPIKED)
    items = WireItem.objects.filter(seen.of_row(), agency=agency, language=language).order_by("-received_at", "-pk")
    if copy.item_id:
        same = items.filter(item_id=copy.item_id).first()
        if same:
            return Earlier(same, is_sure=True)
    mine = words_of(copy.headline)
    enough = ALIKE_WHEN_SAID if copy.advisory else ALIKE
    recent = items.filter(received_at__gte=clock - SIMILAR_FOR).defer("body")[:MOST_COMPARED]
    closest = max(recent, key=lambda item: _likeness(mine, set(item.words.split())), default=None)
    if closest is None or _likeness(mine, set(closest.words.split())) < enough:
        return None
    return Earlier(closest, is_sure=False)


def words_of(headline: str) -> set[str]:
    """Return the folded words of a headline by which two takes are compared."""
    return {word.folded for word in words(headline) if len(word.folded) > 1}


def received_by(form_token: str) -> Article | None:
    """Return the article that a form has already put its item into."""
    item = WireItem.objects.filter(form_token=form_token).select_related("article").first() if form_token else None
    return item.article if item else None


def receive(article: Article, take: "Take", *, by: User, clock: datetime) -> None:
    """Keep an agency's item as it came, with the end of its rights; once for each form."""
    days = take.agency.rights_end_after_days
    WireItem.objects.get_or_create(
        form_token=take.form_token or new_token(),
        defaults={
            "agency": take.agency,
            "article": article,
            "language": article.language,
            "item_id": take.copy.item_id,
            "words": " ".join(sorted(words_of(take.content.headline))),
            "headline": take.content.headline,
            "dateline": take.content.dateline,
            "body": take.content.body,
            "rights_until": clock + timedelta(days=days) if days else None,
            "received_by": by,
            "received_at": clock,
        },
    )


@dataclass(frozen=True)
class Take:
    """An agency's item as it was understood, and the form it came by."""

    agency: Agency
    copy: WireCopy
    content: Content
    form_token: str = ""


def join_take(earlier: WireItem, take: Take, *, by: User, clock: datetime) -> Article:
    """Join a new take into the working copy of the article that has the item, as a colleague's save would be.

    What the desk has changed meanwhile stays; where both changed one passage the desk's words stay, and the agency's
    stand in the note. A kill joins nothing: it leaves a note that stops approval.

    Raises:
        Refused: the person may not write there.
    """
    article = Article.objects.select_related("head", "story").get(pk=earlier.article_id)
    if article.head is None:
        raise ValueError("an article is made with its first revision")
    if take.copy.advisory and take.copy.advisory.advice is Advice.KILL:
        text = _("%(agency)s has killed this item: do not use it.") % {"agency": _name(earlier)}
        notes.add_news(article, text=text, by=by, clock=clock, revision=article.head, is_blocking=True)
        return article
    theirs = article.head.content()
    base = theirs.with_(headline=earlier.headline, dateline=earlier.dateline, body=earlier.body)
    mine = base.with_(headline=take.content.headline, dateline=take.content.dateline, body=take.content.body)
    joined, conflicts = two_saves.join(base, mine, theirs)
    summary = (_("New take of %(agency)s") % {"agency": _name(earlier)})[:200]
    saved = drafts.save_take(joined, base=article.head, agency_id=take.agency.pk, by=by, clock=clock, summary=summary)
    clashes = [plain_text(clash.mine) or clash.mine or "—" for field in conflicts for clash in field.conflicts]
    with transaction.atomic():
        text = _said(take, earlier, clashes)
        notes.add_news(saved.article, text=text, by=by, clock=clock, revision=saved.revision)
        receive(saved.article, take, by=by, clock=clock)
    return saved.article


def _name(item: WireItem) -> str:
    return item.agency.name(get_language() or item.language)


def _said(take: Take, earlier: WireItem, clashes: list[str]) -> str:
    advisory = take.copy.advisory
    text = (
        _("%(agency)s has corrected this item; the correction is joined into the text.")
        if advisory and advisory.advice is Advice.CORRECTION
        else _("%(agency)s has sent a new take of this item; it is joined into the text.")
    ) % {"agency": _name(earlier)}
    if clashes:
        text += "\n" + _("Changed here as well, so not taken over: %(passages)s") % {"passages": " · ".join(clashes)}
    return text


def _likeness(one: set[str], other: set[str]) -> float:
    both = len(one & other)
    return both / len(one | other) if both >= FEWEST_WORDS else 0.0
