"""How long a public answer may be kept, from what it shows and the moment it was made (DESIGN §1). Pure."""

from datetime import datetime
from math import ceil, floor

from articles.publishing.pages import Span

LONGEST = 60
"""Seconds a shared cache keeps a page that has no boundary ahead."""

STALE = 30
"""Seconds that it may show the old page while it fetches the new one, or while we do not answer."""

LONGEST_ABSENCE = 10
"""Seconds an unknown address stays unknown: one that gets its page now must not wait a minute."""

NO_STORE = "no-store"


def cache_control(span: Span, at: datetime, *, longest: int = LONGEST, stale: int = STALE) -> str:
    """Return the Cache-Control of an answer made at a moment, so that its page flips within a second of a boundary.

    `max-age` is 0: nobody can purge a reader's own cache, and a withdrawn text must not stay there; asking again costs
    one 304.
    """
    kept = longest
    if span.until is not None:
        left = (span.until - at).total_seconds()
        kept = min(longest, max(1, ceil(left)))
        stale = min(stale, max(0, floor(left) - kept))
    return f"public, max-age=0, s-maxage={kept}, stale-while-revalidate={stale}, stale-if-error={stale}"
