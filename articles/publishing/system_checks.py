"""What a machine must have for what we draw, said when Django starts."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register
from PIL import features


@register()
def drawing_needs_fribidi(**_how: Any) -> list[CheckMessage]:
    """Warn where Arabic cannot be drawn; no social card is drawn then, in either language."""
    if features.check("raqm"):
        return []
    return [
        Warning(
            "Pillow cannot shape Arabic here: no social cards are drawn, links show the lead photo instead.",
            hint="Install FriBidi (on Debian and Ubuntu: apt install libfribidi0) and start again.",
            id="articles.W001",
        )
    ]
