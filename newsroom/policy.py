"""What a browser may load, by address: the readers' pages have one policy, the desk another."""

from csp.constants import NONCE, NONE, SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase

DESK_PREFIX = "/admin/"

# The one constant style sheet that django-prose-editor 0.28.0 injects; a test computes it anew.
PROSE_EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"

# No nonce here: a page that carries one cannot be kept by a shared cache.
READERS: dict[str, list[object]] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    # Nothing of theirs loads before a reader asks for it; see articles/publishing/embeds.py.
    "frame-src": [
        "https://www.youtube-nocookie.com",
        "https://player.vimeo.com",
        "https://platform.twitter.com",
        "https://www.instagram.com",
        "https://www.facebook.com",
        "https://www.tiktok.com",
        "https://w.soundcloud.com",
    ],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

DESK = READERS | {
    "frame-src": [NONE],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, NONCE, PROSE_EDITOR_STYLE],
    "img-src": [SELF, "data:", "blob:"],
    "object-src": [NONE],
}


class PolicyByAddress(CSPMiddleware):
    """Give the desk's addresses the desk's policy, unless the view has set its own."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002 – django-csp's signature
    ) -> PolicyParts:
        """The parts from which django-csp writes the header."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None and request.path_info.startswith(DESK_PREFIX):
            parts.config = DESK
        return parts
