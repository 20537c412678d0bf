"""Leaving a finding as it is: with a reason, on record, an error by an editor only."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.language.findings import Finding, Severity
from articles.models import Article, FindingDismissal, User, WorkflowEvent
from articles.workflow.acts import locked
from articles.workflow.findings_left import may_be_left, place_of
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty


def dismiss(article: Article, finding: Finding, *, reason: str, by: User, clock: datetime) -> None:
    """Leave a finding as it is, for this article and this place, on record; an error only as an editor.

    Raises:
        NotAllowed: the person's roles do not reach so far.
        Refused: nobody may leave this one, or no reason was given.
    """
    is_error = finding.severity is Severity.ERROR
    duty = Duty.OVERRULE_ERROR if is_error else Duty.DISMISS_FINDING
    if not allowed(by, duty, article):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    if not may_be_left(finding):
        raise Refused(_("Nobody can leave this as it is; it has to be mended."), "must_be_mended")
    if not reason.strip():
        raise Refused(_("Say why."), "says_why")
    found = str(finding.parameters["found"])
    with transaction.atomic():
        (kept,) = locked([article.pk])
        _row, is_new = FindingDismissal.objects.get_or_create(
            article=kept,
            place=place_of(finding),
            defaults={
                "check_id": finding.check,
                "severity": finding.severity.value,
                "found": found,
                "reason": reason.strip(),
                "by": by,
                "at": clock,
            },
        )
        if is_new:
            details = {"check": finding.check, "field": finding.field, "found": found}
            WorkflowEvent.objects.create(
                at=clock,
                verb=duty,
                actor=by,
                story=kept.story,
                article=kept,
                revision=kept.head,
                from_stage=kept.stage,
                to_stage=kept.stage,
                why=reason.strip(),
                details=details,
            )
