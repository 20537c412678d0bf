"""What came with a copy and is not for readers becomes notes to the editors, none of which stops anything."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from articles.importing.reading import Reading, Remark
from articles.importing.wire import WireCopy
from articles.models import Article, Note, User

MOST_NOTES = 60
MOST_PASSAGES = 40
LONGEST_NOTE = 4_000


def note(
    article: Article, copy: WireCopy, reading: Reading, *, by: User, clock: datetime, more: Iterable[Remark] = ()
) -> None:
    """Leave the notes: one for each comment and footnote at its passage, one for everything else together."""
    remarks = [*reading.remarks, *more]
    at_passages = [remark for remark in remarks if remark.passage]
    general = [sentence(remark) for remark in remarks if not remark.passage]
    texts = [("\n".join([*_of_copy(article, copy), *general]), "")]
    texts += [(sentence(remark), remark.passage) for remark in at_passages[:MOST_NOTES]]
    Note.objects.bulk_create(
        Note(
            article=article,
            revision=article.head,
            author=by,
            text=text[:LONGEST_NOTE],
            passage=passage,
            created_at=clock,
        )
        for text, passage in texts
        if text
    )


def sentence(remark: Remark) -> str:
    """Return a remark in the language of whoever imports."""
    return _(remark.message) % remark.parameters


def removed_from(copy: WireCopy) -> list[str]:
    """Return what was taken off the text, each passage once; of many messages only who sent them."""
    prefixes = [text for text in copy.removed if any(sender in text for sender in copy.senders)]
    told = [text for text in copy.removed if text not in set(prefixes[1:])]
    return list(dict.fromkeys(told))[:MOST_PASSAGES]


def _of_copy(article: Article, copy: WireCopy) -> list[str]:
    texts = []
    if copy.senders:
        texts.append(_("Sent by: %(names)s") % {"names": "، ".join(copy.senders[:20])})
    is_credited = article.head is not None and article.head.bylines.exists()
    removed = [*([copy.source] if copy.source and not is_credited else []), *removed_from(copy)]
    if removed:
        texts.append(_("Taken off the copy: %(passages)s") % {"passages": " · ".join(dict.fromkeys(removed))})
    return texts
