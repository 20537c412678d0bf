"""Runs that an Arabic line turns round: foreign quotations, phones, handles, signed numbers, dates, scores (UAX #9).

What the bidirectional algorithm does to each stands in `reference/arabic.md` §3.1, measured. The text itself is never
changed: runs are put between <bdi> tags when a page is made, or between isolates in plain text.
"""

import re

from articles.language.blocks import TAG
from articles.language.direction import isolate

_GAP = r"(?:[ -]|&nbsp;|\N{NO-BREAK SPACE})"
_RUN = re.compile(
    rf"""(?=[A-Za-z\d_@$€£¥+±−-])(?:
      (?P<quoted>(?<=[«“"(])[A-Za-z](?:[^\u0590-\u08ff«»“”"()<>]{{0,150}}[A-Za-z0-9.!?%])?(?=[»”")]))
    | (?P<address>https?://[^\s<>«»“”"]+[^\s<>«»“”".,;:!?،؛؟)\]]
        |(?<![\w.+-])[\w.+-]{{1,64}}+@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}})
    | (?P<date>(?<![\w-])\d{{4}}-\d{{2}}-\d{{2}}(?![\w-]))
    | (?P<phone>(?<![\w.,/-])(?:\+\d{{1,4}}{_GAP}?\(?\d{{1,4}}\)?(?:{_GAP}\d{{1,8}}){{1,5}}|\+\d{{7,15}}
        |\d{{1,4}}(?:{_GAP}\d{{2,4}}){{2,4}})(?![\w-]|[.,]\d))
    | (?P<handle>(?<![\w@./])@[A-Za-z0-9_](?:[A-Za-z0-9_.]{{0,28}}[A-Za-z0-9_])?)
    | (?P<pair>(?<![\w.,/-])(?P<one>\d{{1,4}})(?P<dash>[-–])(?P<other>\d{{1,4}}%?)(?![\w/-]|[.,]\d))
    | (?P<number>(?<![\w.,/)-])[-−+±](?:[$€£¥])?\d[\d.,٫٬]*(?:%|[$€£¥])?(?<![.,])
        |(?<![\w.,/-])[$€£¥]\ ?\d[\d.,٫٬]*(?<![.,])|(?<![\w.,/-])\d[\d.,٫٬]*\ ?[$€£¥](?!\w))
    | (?P<latin>(?<![\w&])[A-Za-z][A-Za-z0-9]{{0,15}}(?:\+\+|\#)(?!\w)
        |(?<![\w&])[A-Z][\w'-]*(?:\ [A-Z][\w'-]*){{0,4}}\ (?:Inc|Ltd|Corp|Co|Bros|Jr|Sr)\.(?=\s\S|[،؛)])
        |(?<![\w&])[A-Z][A-Za-z]{{1,15}}!(?=\s\S|،)))
    """,
    re.VERBOSE,
)


def isolate_in_html(html: str) -> str:
    """Return an Arabic body with every such run between <bdi> tags; tags and attributes stay as they are. One pass."""
    parts: list[str] = []
    at = 0
    for tag in TAG.finditer(html):
        parts += [_RUN.sub(_in_tags, html[at : tag.start()]), tag.group()]
        at = tag.end()
    return "".join([*parts, _RUN.sub(_in_tags, html[at:])])


def isolate_in_text(text: str) -> str:
    """Return an Arabic line of plain text with every such run between isolates: for titles, feeds, mail. Not stored."""
    return _RUN.sub(_in_isolates, text)


def _in_tags(found: re.Match[str]) -> str:
    # A score and a span of years keep their order from right to left wherever they stand: each number by itself.
    if found["pair"]:
        return f"<bdi>{found['one']}</bdi>{found['dash']}<bdi>{found['other']}</bdi>"
    return f'<bdi dir="ltr">{found.group()}</bdi>'


def _in_isolates(found: re.Match[str]) -> str:
    if found["pair"]:
        return f"{isolate(found['one'], 'ltr')}{found['dash']}{isolate(found['other'], 'ltr')}"
    return isolate(found.group(), "ltr")
