"""Copy from outside becomes a draft with its findings, or nothing at all."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.importing.decode import Unreadable, readable
from articles.importing.wire import WireCopy, read_copy
from articles.language.findings import Finding, findings_of
from articles.models import Agency, Article, BylineLine, Content, House, Language, Section, User
from articles.publishing.sanitise import TooLong, clean_body, clean_line
from articles.workflow import drafts
from articles.workflow.guards import article_fields
from articles.workflow.refusals import NotAllowed
from articles.workflow.rights import allowed
from articles.workflow.table import Duty


@dataclass(frozen=True)
class Understood:
    """What an import would make: the copy as it was understood, its content, and what the checks say of it."""

    copy: WireCopy
    content: Content
    agency: Agency | None
    findings: list[Finding]


@dataclass(frozen=True)
class Imported:
    """The draft that an import made, and what the checks say of it."""

    article: Article
    findings: list[Finding]


def understand(text: str, *, language: str, section: Section) -> Understood:
    """Understand a copy and save nothing.

    Raises:
        Unreadable: there is nothing here that could become a draft.
    """
    by_name = _agencies_by_name()
    copy = read_copy(readable(text), house_names=_house_names(), agency_names=by_name)
    agency = by_name[copy.agency] if copy.agency else None
    content = Content(
        headline=clean_line(copy.headline),
        dateline=clean_line(copy.dateline),
        body=_clean(copy.body),
        section_id=section.pk,
        bylines=(BylineLine(agency_id=agency.pk),) if agency else (),
    )
    return Understood(copy, content, agency, findings_of(article_fields(content), language))


def import_text(
    text: str,
    *,
    language: str,
    section: Section,
    by: User,
    clock: datetime,
    submit: bool = False,
    form_token: str = "",
) -> Imported:
    """Make a draft of a copy, and send it to review when asked; both or neither.

    What was taken off the text (the source line of nobody we know, a messenger's prefixes) is kept in a note. The same
    form's token posted again returns the article it made.

    Raises:
        Unreadable: there is nothing here that could become a draft.
        Refused: the person may not import, or what was asked to be submitted has no headline or no text.
    """
    if not allowed(by, Duty.IMPORT_COPY):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    understood = understand(text, language=language, section=section)
    with transaction.atomic():
        made = Article.objects.filter(form_token=form_token).first() if form_token else None
        if made:
            return Imported(made, understood.findings)
        article = drafts.create(
            understood.content,
            language=language,
            by=by,
            clock=clock,
            form_token=form_token,
            agency_id=understood.agency.pk if understood.agency else None,
            is_import=True,
        )
        _note_what_was_removed(article, understood, by=by, clock=clock)
        if submit and article.head:
            article = drafts.submit(article.head, by=by, clock=clock)
    return Imported(article, understood.findings)


def _note_what_was_removed(article: Article, understood: Understood, *, by: User, clock: datetime) -> None:
    copy = understood.copy
    source = [copy.source] if copy.source and not understood.agency else []
    removed = list(dict.fromkeys([*source, *copy.removed]))
    if removed:
        text = _("Taken off the copy: %(passages)s") % {"passages": " · ".join(removed)}
        article.notes.create(revision=article.head, author=by, text=text, created_at=clock)


def _clean(body: str) -> str:
    try:
        return clean_body(body)
    except TooLong as too_long:
        raise Unreadable("too_big", too_long.message, **too_long.parameters) from too_long


def _house_names() -> list[str]:
    return [house.name(language) for house in House.objects.all() for language in Language.values]


def _agencies_by_name() -> dict[str, Agency]:
    return {
        name.strip(): agency
        for agency in Agency.objects.all()
        for name in (agency.name_ar, agency.name_en, *agency.source_lines.splitlines())
        if name.strip()
    }
