"""The guards of the table: each looks at a case and returns the sentence that refuses it, or None."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.language import findings, small_fix
from articles.language.blocks import plain_text
from articles.models import LINES, WORD_FIELDS, Change, Format, Revision, Role, SignOffKind
from articles.workflow.article_fields import article_fields
from articles.workflow.case import Case, Readers
from articles.workflow.findings_left import without_dismissed
from articles.workflow.revisions import writers_since_publication
from articles.workflow.sign_off_words import missing
from articles.workflow.style_as_read import names_of

Sentence = str | Promise | None


def _revision(case: Case) -> Revision:
    revision = case.revision or case.article.head
    if revision is None:
        raise ValueError("an article without a revision has no words to judge")
    return revision


def has_headline(case: Case) -> Sentence:
    """Refuse a text without a headline."""
    return None if _revision(case).headline.strip() else _("A headline is missing.")


def has_body_unless_flash(case: Case) -> Sentence:
    """Refuse a text without a body, unless it is a flash."""
    revision = _revision(case)
    if revision.format == Format.FLASH or plain_text(revision.body).strip() or revision.photo_uses.exists():
        return None
    return _("The text is empty; only a flash may be.")


def has_section(case: Case) -> Sentence:
    """Refuse a text that has no place on the site."""
    return None if _revision(case).section_id else _("Choose a section first.")


def says_why(case: Case) -> Sentence:
    """Refuse an act that owes a reason and gives none."""
    return None if case.why.strip() else _("Say why.")


def has_rights_that_end(case: Case) -> Sentence:
    """Refuse where nothing in a text is an agency's that may be shown for a time only."""
    if getattr(case.article, "rights_until", None) is not None:
        return None
    return _("No agency's rights in this text end.")


def says_public_reason(case: Case) -> Sentence:
    """Refuse a withdrawal that tells readers nothing."""
    reason = str(case.facts.get("public_reason", ""))
    return None if reason.strip() else _("Readers are owed a reason, in the article's language.")


def moves_elsewhere(case: Case) -> Sentence:
    """Refuse a move that leads to itself or to another language."""
    target = case.facts.get("moved_to")
    if target is not None and target.pk != case.article.pk and target.language == case.article.language:
        return None
    return _("Choose another article in the same language.")


def reads_the_language(case: Case) -> Sentence:
    """Refuse the approval of a text by someone who does not read its language."""
    if case.by.reads(case.article.language):
        return None
    return _("Your profile does not say that you read this language.")


def not_only_writer(case: Case) -> Sentence:
    """Refuse the approval of a text by its only writer; an agency counts while the text is its import."""
    revision = _revision(case)
    writers = set(revision.writers)
    if writers != {case.by.pk} and (case.standing.live or case.standing.scheduled):
        writers = writers_since_publication(revision)
    if revision.agency_id or writers != {case.by.pk}:
        return None
    return _("You are the only writer of this text since it was last published; somebody else has to approve it.")


def no_error_finding(case: Case) -> Sentence:
    """Refuse a text with an error finding that no editor has overruled, and name the first one."""
    found = findings.errors_of(article_fields(_revision(case).content()), case.article.language)
    errors = without_dismissed(found, case.article)
    if not errors:
        return None
    return _("An error stands in the way: %(finding)s") % {"finding": _(errors[0].message) % errors[0].parameters}


def no_open_blocking_note(case: Case) -> Sentence:
    """Refuse a text over which a blocking note is still open."""
    if case.article.notes.filter(is_blocking=True, resolved_at__isnull=True).exists():
        return _("A note that stops approval is still open.")
    return None


def sign_offs_given(case: Case) -> Sentence:
    """Refuse a text that nobody of those asked has signed off as it and its other edition now stand."""
    owed = missing(case.article, _revision(case))
    if not owed:
        return None
    names = " · ".join(str(SignOffKind(kind).label) for kind in owed)
    return _("Still without a sign-off: %(names)s.") % {"names": names}


def needs_no_sign_off(case: Case) -> Sentence:
    """Refuse an update alone of a story whose every word somebody has to sign off."""
    if not case.article.story.sign_offs:
        return None
    return _("This story asks for sign-offs: save the change, have it signed off, and publish it.")


def not_under_embargo(case: Case) -> Sentence:
    """Refuse a publication before the embargo ends."""
    embargo = case.article.story.embargo_until
    planned = case.facts.get("live_from") or case.at
    if embargo is None or planned >= embargo:
        return None
    return _("The story is under embargo at that time.")


def not_held(case: Case) -> Sentence:
    """Refuse the publication of a story that is held."""
    return _("The story is held.") if case.article.story.is_held else None


def chief_over_withdrawn(case: Case) -> Sentence:
    """Refuse a publication over a retracted or removed article to all but the chief editor."""
    withdrawn = case.standing.now in {Readers.RETRACTED, Readers.GONE, Readers.MOVED}
    if withdrawn and Role.CHIEF_EDITOR not in case.by.roles:
        return _("Readers were told that this article is withdrawn; only the chief editor may publish it again.")
    return None


def change_has_note(case: Case) -> Sentence:
    """Refuse a correction or clarification of a live article without its public note."""
    change = case.facts.get("change", Change.NONE)
    owed = change in {Change.CORRECTION, Change.CLARIFICATION}
    notes = case.facts.get("notes", {})
    if owed and not str(notes.get(case.article.language, "")).strip():
        return _("Tell readers what was wrong and what is right.")
    return None


def something_scheduled(case: Case) -> Sentence:
    """Refuse to change a time where nothing is scheduled."""
    return None if case.standing.is_scheduled else _("Nothing is scheduled.")


def nothing_live(case: Case) -> Sentence:
    """Refuse to put aside what readers have or had."""
    return None if case.standing.now is Readers.NOTHING else _("Readers have this article; withdraw it instead.")


def nothing_scheduled(case: Case) -> Sentence:
    """Refuse to put aside what is about to go out."""
    return _("It is scheduled; unschedule it first.") if case.standing.scheduled else None


def never_submitted(case: Case) -> Sentence:
    """Refuse to discard a draft that the desk has seen."""
    seen = case.article.events.filter(verb="submit").exists()
    return _("The desk has seen this draft; an editor can spike it.") if seen else None


def is_developing(case: Case) -> Sentence:
    """Refuse an update of a story that no editor has marked as developing."""
    if case.article.story.is_developing(case.at):
        return None
    return _("The story is not marked as developing.")


def is_small_fix(case: Case) -> Sentence:
    """Refuse a change that is more than a small fix by the measure of `language.small_fix`."""
    live, wanted = case.standing.live, case.facts["content"]
    if live is None:
        return None
    before = live.revision.content()
    if before.with_(**{name: getattr(wanted, name) for name in (*LINES, "body")}) != wanted:
        return gettext_lazy("A small fix changes letters and signs only; everything else is an amendment.")
    places = 0
    names = names_of(case.article.language)
    for name in (*LINES, "body"):
        judge = small_fix.judge_bodies if name == "body" else small_fix.judge
        verdict = judge(getattr(before, name), getattr(wanted, name), names=names)
        if not verdict.is_small:
            return _(verdict.reason)
        places += verdict.places
    if not places:
        return _("Nothing has changed.")
    return None if places <= small_fix.MOST_PLACES else _("This is more than a small fix; publish it as a correction.")


def words_unchanged(case: Case) -> Sentence:
    """Refuse an amendment that touches the words of the text."""
    live, wanted = case.standing.live, case.facts["content"]
    if live is None or all(getattr(live.revision, name) == getattr(wanted, name) for name in WORD_FIELDS):
        return None
    return _("An amendment changes the section, the topics, the byline and the picture only.")


SOUND = (has_headline, has_body_unless_flash, has_section, no_error_finding, no_open_blocking_note)
PUBLISHABLE = (*SOUND, sign_offs_given)
TIMELY = (not_under_embargo, not_held)
