"""Copy from outside becomes a draft with its findings, or nothing at all."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from articles.importing import margins, takes
from articles.importing.credits import Credits, credits_known
from articles.importing.decode import Unreadable, readable
from articles.importing.pictures import taken_in
from articles.importing.reading import Reading, of_text
from articles.importing.takes import Earlier, Take
from articles.importing.wire import WireCopy, read_copy
from articles.language.blocks import plain_text, split
from articles.language.findings import Finding, findings_of
from articles.models import Agency, Article, Content, Section, User
from articles.publishing.sanitise import TooLong, clean_body, clean_line
from articles.workflow import drafts
from articles.workflow.article_fields import article_fields
from articles.workflow.house_style import style_of
from articles.workflow.refusals import NotAllowed
from articles.workflow.rights import allowed
from articles.workflow.table import Duty


@dataclass(frozen=True)
class Understood:
    """What an import would make: the copy as it was understood, its content, and what the checks say of it."""

    reading: Reading
    copy: WireCopy
    content: Content
    credits: Credits
    findings: list[Finding]

    @property
    def agency(self) -> Agency | None:
        """The agency whose copy this is, alone or with others."""
        return self.credits.agency


@dataclass(frozen=True)
class Imported:
    """The draft that an import made, and what the checks say of it; `joined` when it went into an article of before."""

    article: Article
    findings: list[Finding]
    joined: bool = False


def understand(copy: Reading | str, *, language: str, section: Section) -> Understood:
    """Understand a copy and save nothing.

    Raises:
        Unreadable: there is nothing here that could become a draft.
    """
    reading = of_text(copy) if isinstance(copy, str) else copy
    known = credits_known()
    readable(reading.text if not reading.html else plain_text(reading.html))
    read = read_copy(
        split(_clean(reading.html)) if reading.html else reading.text,
        house_names=known.house,
        agency_names=known.agencies,
        people=known.people,
        desks=known.desks,
    )
    credit = known.of(read)
    content = Content(
        kicker=clean_line(read.kicker)[:80],
        headline=clean_line(read.headline)[:300],
        deck=clean_line(read.deck or reading.deck)[:600],
        dateline=clean_line(read.dateline)[:80],
        body=_clean(read.body),
        section_id=section.pk,
        bylines=credit.bylines,
    )
    return Understood(
        reading, read, content, credit, findings_of(article_fields(content), language, style_of(language))
    )


def earlier_of(understood: Understood, *, language: str, by: User, clock: datetime) -> Earlier | None:
    """Return the item that a copy is a new take of, for the page to offer."""
    return takes.earlier_item(understood.copy, understood.agency, language=language, by=by, clock=clock)


def import_text(
    copy: Reading | str,
    *,
    language: str,
    section: Section,
    by: User,
    clock: datetime,
    submit: bool = False,
    form_token: str = "",
    joins: bool | None = None,
) -> Imported:
    """Make a draft of a copy, and send it to review when asked; both or neither.

    What was taken off the text, and what its margin said, is kept in notes. The same form's token posted again returns
    the article it made. A new take of an agency's item is joined to its article: when asked, never when `joins` is
    False, and by itself where the agency's number says so.

    Raises:
        Unreadable: there is nothing here that could become a draft.
        Refused: the person may not import, or what was asked to be submitted has no headline or no text.
    """
    if not allowed(by, Duty.IMPORT_COPY):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    understood = understand(copy, language=language, section=section)
    made = _already_made(form_token)
    if made:
        return Imported(made, understood.findings)
    take = _take(understood, form_token)
    earlier = earlier_of(understood, language=language, by=by, clock=clock) if take and joins is not False else None
    if take and earlier and (joins or earlier.is_sure):
        return Imported(takes.join_take(earlier.item, take, by=by, clock=clock), understood.findings, joined=True)
    article = _new_draft(understood, language=language, by=by, clock=clock, submit=submit, form_token=form_token)
    return Imported(article, understood.findings)


def _new_draft(
    understood: Understood, *, language: str, by: User, clock: datetime, submit: bool, form_token: str
) -> Article:
    take = _take(understood, form_token)
    with taken_in(understood.reading.pictures, understood.content, by=by, clock=clock) as (content, refused):
        article = drafts.create(
            content,
            language=language,
            by=by,
            clock=clock,
            form_token=form_token,
            agency_id=understood.agency.pk if understood.agency and understood.credits.is_agencys_alone else None,
            is_import=True,
        )
        margins.note(article, understood.copy, understood.reading, by=by, clock=clock, more=refused)
        if take:
            takes.receive(article, take, by=by, clock=clock)
        if submit and article.head:
            article = drafts.submit(article.head, by=by, clock=clock)
    return article


def _already_made(form_token: str) -> Article | None:
    if not form_token:
        return None
    return Article.objects.filter(form_token=form_token).first() or takes.received_by(form_token)


def _take(understood: Understood, form_token: str) -> Take | None:
    if understood.agency is None:
        return None
    return Take(understood.agency, understood.copy, understood.content, form_token)


def _clean(body: str) -> str:
    try:
        return clean_body(body)
    except TooLong as too_long:
        raise Unreadable("too_big", too_long.message, **too_long.parameters) from too_long
