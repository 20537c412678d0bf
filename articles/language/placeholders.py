"""Leftovers of a template or of a writer's notes: `{title}`, `TK`, `lorem ipsum`. Sure ones only, for they block.

Everyday copy that only looks like one stays untouched: `[...]` and `[…]` in a quotation, «شركة TK», «XXX», TK Maxx,
flight TK 1234, a verse between { and }, a shout that ends in ???.
"""

import re
from collections.abc import Iterator
from itertools import islice

from articles.language.checks import MOST_FINDINGS, Passage, Span

# Never doubtful, wherever they stand. A brace holds a name of a field, not a verse: {إنا لله وإنا إليه راجعون}.
_TEMPLATE = re.compile(
    r"""
      \{\{ [^{}\n]{0,200} \}\}                                      # {{ headline }}
    | \{% [^{}\n]{0,200} %\}                                        # {% block %}
    | [$\#]\{ [^{}\n]{0,200} \}                                     # ${headline}
    | <% [^<>\n]{0,200} %>                                          # <%= headline %>
    | %\( [A-Za-z_]\w{0,40} \) [sd]                                 # %(headline)s
    | \{ [ ]? [A-Za-z_][\w.:-]{0,40} (?:[ ][\w.:-]{1,40}){0,4} [ ]? \}   # {title}, {first name}
    | \{ \d{0,2} \}                                                 # {}, {0}
    | \{ [ ]? (?:ال)?(?:عنوان|نص|اسم|تاريخ|كاتب|مصدر|مكان|مقدمة|صورة|محتوى)(?:[ ][^\s{}]{1,20})? [ ]? \}
    """,
    re.VERBOSE | re.ASCII,
)
_NOTE = re.compile(
    r"""
      \[ [ ]? (?:TK|TODO|TBC|TBD|FIXME|XX+|INSERT|يستكمل|يكمل[ ]لاحقا) \b [^\]\n]{0,200} \]  # [TK name]
    | \( [ ]? (?:TODO|XXX+) [ ]? \)                                 # (XXX); TK in brackets may explain a name
    | \b (?:TK){2,} \b                                              # TKTK
    | (?<![\w-]) X{4,} (?![\w-])                                    # XXXX; XXX may be a number or a film
    | (?-i: \b TODO [ ]? : )                                        # TODO: call the ministry
    | \b lorem [ ] ipsum \b | \b لوريم [ ] [إا]يبسوم \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EMPTY = re.compile(r"(?<!\S)(?:\[[ .]?\]|\?{3,})(?![^\s.,،؛:!؟])")  # [ ] and ??? alone between blanks
_LONELY = re.compile(r"(?<![\w/.@#&+(-])(?:TK|XXX)(?![\w/@&+-]|\.\w)")  # words of their own
_WHOLE_LINE = re.compile(
    r"[ \t]*(?:\[?(?:هذا )?(?:نص تجريبي|النص هنا|العنوان هنا|يكتب هنا|اكتب هنا)\]?"
    r"|\[?(?:headline|text|body|caption) (?:goes )?here\]?)[ \t.…:!]*",
    re.IGNORECASE,
)

# A word before or after TK or XXX that makes it a name: TK Maxx, Super Bowl XXX, شركة TK, الرحلة TK 1234, فيلم XXX.
_NAME_AFTER = re.compile(r"[ ]{1,2}(?:[A-Z][\w&]*|\d)")
_NAME_BEFORE = re.compile(
    r"(?:\b[A-Z][\w&]*|\d|\b(?:the|a|company|firm|group|brand|chain|airline|code|film|size)"
    r"|\b[وفبل]?(?:ال|ل)?(?:شركة|شركات|مجموعة|مؤسسة|متجر|متاجر|علامة|ماركة|طيران|رحلة|رمز|بنك|صندوق|قناة|فيلم|دورة"
    r"|مقاس|فرقة))[ ]{1,2}\Z"
)


def placeholders(passage: Passage) -> Iterator[Span]:
    """Give the places of sure placeholders in a passage, in order, without overlaps."""
    spans = sorted(_candidates(passage), key=lambda span: (span[0], -span[1]))
    at = 0
    for start, end in spans:
        if start >= at:
            yield start, end
            at = end


def _candidates(passage: Passage) -> Iterator[Span]:
    text = passage.text
    yield from (found.span() for found in _TEMPLATE.finditer(text))
    for pattern in (_NOTE, _EMPTY):
        yield from (found.span() for found in pattern.finditer(text) if not passage.is_quoted(found.start()))
    lonely = (found.span() for found in _LONELY.finditer(text) if not passage.is_quoted(found.start()))
    yield from islice((span for span in lonely if not _is_name(text, *span)), MOST_FINDINGS)
    yield from (span for span in passage.paragraphs if _WHOLE_LINE.fullmatch(text, *span))


def _is_name(text: str, start: int, end: int) -> bool:
    return bool(_NAME_AFTER.match(text, end) or _NAME_BEFORE.search(text[max(0, start - 30) : start]))
