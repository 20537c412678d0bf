"""What the checks find in a text, as the side panel says it: the sentence, the place, the way there."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.admin.two_texts import column_label
from articles.language.findings import Finding, Severity, findings_of
from articles.models import Content
from articles.workflow.guards import article_fields

ORDER = list(Severity)


@dataclass(frozen=True)
class Shown:
    """One finding in the language of the person's desk."""

    severity: str
    sentence: str
    field: str
    anchor: str
    excerpt: str


def shown_findings(content: Content, language: str) -> list[Shown]:
    """Return the findings of a text, those that block first."""
    fields = article_fields(content)
    found = sorted(findings_of(fields, language), key=lambda finding: ORDER.index(finding.severity))
    return [_shown(finding) for finding in found]


def _shown(finding: Finding) -> Shown:
    name, _dot, rest = finding.field.partition(".")
    number, _dot, part = rest.partition(".")
    if name == "photo":
        label = _("photo %(number)s, %(part)s") % {"number": number, "part": pgettext("photo", part)}
        anchor = f"field-photos-{int(number) - 1}"
    else:
        label, anchor = column_label(name), f"field-{name}"
    excerpt = str(finding.parameters.get("found", "")) if finding.end > finding.start else ""
    return Shown(finding.severity, _(finding.message) % finding.parameters, label, anchor, excerpt)
