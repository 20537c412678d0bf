"""Which findings of an article's text still stand: all but those that somebody looked at and left, with a reason."""

import hashlib
from collections.abc import Iterable

from articles.language.findings import Finding, Severity
from articles.models import Article, FindingDismissal

NEVER_OVERRULED = frozenset({"headline-missing", "bidi-control", "sponsor-missing"})


def place_of(finding: Finding) -> str:
    """Return what names a finding's place in an article whose text goes on being written."""
    return hashlib.sha256(finding.place.encode("utf-8", "surrogatepass")).hexdigest()


def may_be_left(finding: Finding) -> bool:
    """Say whether anybody may leave a finding as it is: not an unresolved `{…}`, no headline, an unnamed payer."""
    if finding.severity is not Severity.ERROR:
        return True
    is_template = finding.check == "placeholder" and "{" in str(finding.parameters["found"])
    return finding.check not in NEVER_OVERRULED and not is_template


def without_dismissed(found: Iterable[Finding], article: Article) -> list[Finding]:
    """Return the findings that nobody has left as they are. One query, none where nothing was found."""
    findings = list(found)
    if not findings:
        return []
    left = set(FindingDismissal.objects.filter(article=article).values_list("place", flat=True))
    return [each for each in findings if not left or not may_be_left(each) or place_of(each) not in left]
