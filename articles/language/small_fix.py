"""The measure of a small fix (DESIGN §4, row *fix*): what one editor may mend on a live page without a second reader.

It refuses whatever might change what readers are told: numbers, negations, names, quotations, words. What it lets
pass is still on record and on the list of what was changed alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from os.path import commonprefix
from typing import Final

from articles.language import fix_text
from articles.language.blocks import TAG, Block, split
from articles.language.difference import aligned
from articles.language.fix_text import Token, tokens_of
from articles.language.letters import is_same_word
from articles.language.matching import essence
from articles.language.small_fix_words import LOOSE_LETTERS, SPLIT_OFF

MOST_PLACES: Final = 10

_MOST_UNSHARED: Final = 4 * MOST_PLACES  # with more tokens of its own, a text is not worth comparing
_LONGEST_SPAN: Final = 20_000  # characters of one paragraph from the first change to the last
_QUOTING: Final = frozenset({"quote", "pullquote"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a change is a small fix, in how many places it changes the text, and why not (a msgid, else "")."""

    is_small: bool
    places: int
    reason: str


def judge(old: str, new: str, *, names: AbstractSet[str] = frozenset()) -> Verdict:
    """Say whether the change of a plain text is a small fix; `names` are the glossary's, in any spelling.

    Small are at most `MOST_PLACES` places, each a sign, a blank, or ≤ 2 letters that most likely mend a mere slip.
    """
    if old == new:
        return Verdict(is_small=True, places=0, reason="")
    if fix_text.quotations(old) != fix_text.quotations(new):
        return _refused(QUOTATION)
    return _verdict([_compared(old, new, names)])


def judge_bodies(old: str, new: str, *, names: AbstractSet[str] = frozenset()) -> Verdict:
    """Say whether the change of a body is a small fix: same blocks, links, pictures, marks; words as in `judge`."""
    before, after = split(old), split(new)
    if [_frame(block) for block in before] != [_frame(block) for block in after]:
        return _refused(STRUCTURE)
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if essence(a.html) != essence(b.html)]
    whole_old, whole_new = ("\n\n".join(block.text for block in blocks) for blocks in (before, after))
    if fix_text.quotations(whole_old) != fix_text.quotations(whole_new):
        return _refused(QUOTATION)
    if any(a.kind in _QUOTING or list(_untouchable(a.html)) != list(_untouchable(b.html)) for a, b in pairs):
        return _refused(QUOTATION)
    verdict = _verdict([_compared(a.text, b.text, names) for a, b in pairs])
    if verdict.is_small and not all(_keeps_marks_in_place(a.html, b.html) for a, b in pairs):
        return _refused(STRUCTURE)
    return verdict


def gettext_noop(message: str) -> str:
    """Mark a sentence for the translation that happens where it is shown."""
    return message


STRUCTURE = gettext_noop("Paragraphs, links, pictures or marks change; publish it as a correction.")
QUOTATION = gettext_noop("The words of a quotation change; publish it as a correction.")
NUMBER = gettext_noop("A number changes; publish it as a correction.")
NEGATION = gettext_noop("A negation changes; publish it as a correction.")
NAME = gettext_noop("A name changes; publish it as a correction.")
WORD = gettext_noop("A word is added, taken out or replaced; publish it as a correction.")
MEANING = gettext_noop("The change may make another word; publish it as a correction.")
SIGN = gettext_noop("A sign that carries meaning changes; publish it as a correction.")
PLACES = gettext_noop("The text changes in too many places; publish it as a correction.")


def _refused(reason: str) -> Verdict:
    return Verdict(is_small=False, places=1, reason=reason)


def _verdict(compared: Sequence[list[str]]) -> Verdict:
    """Sum up the places of all paragraphs; the first reason against one of them is the one that is said."""
    places = [reason for paragraph in compared for reason in paragraph]
    reason = next(filter(None, places), PLACES if len(places) > MOST_PLACES else "")
    return Verdict(not reason, len(places), reason)


def _compared(old: str, new: str, names: AbstractSet[str]) -> list[str]:
    """Return for each place where two texts differ the reason why it is not small, or ""."""
    if max(_span(old, new)) > _LONGEST_SPAN:
        return [WORD]
    a, b = tokens_of(old), tokens_of(new)
    for values, reason in ((fix_text.numbers, NUMBER), (fix_text.negations, NEGATION)):
        if values(a) != values(b):
            return [reason]
    words_a, words_b = Counter(token.text for token in a), Counter(token.text for token in b)
    opcodes = aligned([token.text for token in a], [token.text for token in b])
    if max((words_a - words_b).total(), (words_b - words_a).total()) > _MOST_UNSHARED or opcodes is None:
        return [WORD]
    comparison = _Comparison(a, b, names)
    places = [place for opcode in opcodes for place in comparison.places(*opcode)]
    # What is no difference of tokens is one of markup: blanks moved over a mark
    return places or [""]


def _span(old: str, new: str) -> tuple[int, int]:
    """Return how long both texts are between the first and the last character that differ."""
    start = len(commonprefix((old, new)))
    end = len(commonprefix((old[start:][::-1], new[start:][::-1])))
    return len(old) - start - end, len(new) - start - end


class _Comparison:
    """Two token rows and where the glossary's names stand in them."""

    def __init__(self, old: Sequence[Token], new: Sequence[Token], names: AbstractSet[str]) -> None:
        self.old, self.new = old, new
        self.names_old = list(fix_text.name_spans(old, names))
        self.names_new = list(fix_text.name_spans(new, names))

    def places(self, op: str, i1: int, i2: int, j1: int, j2: int) -> Iterator[str]:
        """Give the reasons against the places of one difference."""
        if op == "equal":
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                if self.old[i].blanks != self.new[j].blanks:
                    inside = _is_inside(self.names_old, i + 1, i + 1) or _is_inside(self.names_new, j + 1, j + 1)
                    yield NAME if inside else ""
            return
        a, b = self.old[i1:i2], self.new[j1:j2]
        if any(token.kind == "number" for token in (*a, *b)):
            yield NUMBER
        if any(map(fix_text.is_negation, (*a, *b))):
            yield NEGATION
        if _is_inside(self.names_old, i1, i2) or _is_inside(self.names_new, j1, j2):
            yield NAME
        if a and b and a[-1].blanks != b[-1].blanks:
            yield ""
        yield from _changed_signs(a, b)
        yield from self._changed_words(a, b, j1)

    def _changed_words(self, a: Sequence[Token], b: Sequence[Token], start: int) -> Iterator[str]:
        words_a = [token.text for token in a if token.kind == "word"]
        words_b = [(start + n, token.text) for n, token in enumerate(b) if token.kind == "word"]
        if len(words_a) == len(words_b):
            for old, (at, new) in zip(words_a, words_b, strict=True):
                if old != new:
                    yield self._changed_word(old, new, at)
        elif "".join(words_a) == "".join(word for _, word in words_b):
            yield _parted(words_a, [word for _, word in words_b])
        else:
            yield WORD

    def _changed_word(self, old: str, new: str, at: int) -> str:
        if is_same_word(old, new):
            is_respelled = old.casefold() != new.casefold()
            return NAME if is_respelled and fix_text.looks_like_a_name(self.new, at) else ""
        shared = (Counter(old) & Counter(new)).total()
        return MEANING if shared >= max(len(old), len(new)) - 2 else WORD


def _is_inside(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether a change of the tokens from `start` to `end` (equal: of what stands before one) touches a name."""
    return any((first < end and start < last) or first < start == end < last for first, last in spans)


def _changed_signs(a: Sequence[Token], b: Sequence[Token]) -> Iterator[str]:
    signs_a, signs_b = ([token.text for token in tokens if token.kind == "sign" and token.text] for tokens in (a, b))
    if signs_a == signs_b:
        return
    same_a, same_b = Counter(map(fix_text.one_sign, signs_a)), Counter(map(fix_text.one_sign, signs_b))
    changed = (same_a - same_b) + (same_b - same_a)
    reason = SIGN if any(map(fix_text.means_something, changed)) else ""
    gone, came = Counter(signs_a) - Counter(signs_b), Counter(signs_b) - Counter(signs_a)
    yield from [reason] * max(gone.total(), came.total(), 1)


def _parted(old: Sequence[str], new: Sequence[str]) -> str:
    """Return why words that are only parted or joined otherwise may be other words, or ""."""
    fewer, more = sorted((old, new), key=len)
    is_joining = len(old) > len(new)
    for piece in (piece for piece in more if piece not in fewer):
        if piece in LOOSE_LETTERS and (is_joining or piece == "و"):
            continue
        if piece.casefold() in SPLIT_OFF or (len(piece) == 1 and not piece.isascii()):
            return MEANING
    return ""


def _frame(block: Block) -> tuple[str, str, bool, list[str]]:
    return block.kind, block.wrapper, block.apart, [tag.group() for tag in TAG.finditer(essence(block.html))]


def _keeps_marks_in_place(old: str, new: str) -> bool:
    """Say whether every tag still stands between the words it stood between."""
    pairs = zip(TAG.split(essence(old)), TAG.split(essence(new)), strict=True)
    return all(a == b or WORD not in _compared(a or "", b or "", frozenset()) for a, b in pairs)


def _untouchable(html: str) -> Iterator[str]:
    """Give the verbatim and Qur'an passages of a block, markup and all."""
    start = depth = 0
    for tag in TAG.finditer(html):
        if tag["name"] != "span":
            continue
        if depth:
            depth += -1 if tag["end"] else 1
            if not depth:
                yield html[start : tag.start()]
        elif not tag["end"] and 'class="' in tag.group():
            start, depth = tag.end(), 1
