"""Which block of a text is which block of a later one: kept, changed or moved. What follows is decided elsewhere."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from articles.language.blocks import Block

_LIKE = 0.5  # share of words in common by which a block is the same block wherever it now stands
_LIKE_IN_PLACE = 0.25  # and where its neighbours stand as they stood
_RARE = 4  # a word in more blocks than these tells nothing about which block it is
_TRIED = 4  # how many likely places are compared for each block

_WORD = re.compile(r"\w+")
# What the editor writes and other hands do not; no one changed a text by it.
_IN_CELLS = re.compile(r"(?<=<t[dh]>)<p>|</p>(?=</t[dh]>)")


def essence(html: str) -> str:
    """Return a block's markup without what only says which program wrote it."""
    if "dir=" not in html and "<t" not in html:
        return html
    return _IN_CELLS.sub("", html.replace(' dir="auto"', ""))


def pair(old: Sequence[Block], new: Sequence[Block]) -> list[int | None]:
    """Return for each old block the place of the same block in the new text, or None when it is gone; each place once.

    Equal blocks find each other first (moved ones too), then changed ones by the words they share, then what is left
    between two known neighbours in its order. Time grows with the number of words.
    """
    pairing = _Pairing(old, new)
    pairing.match_equal(_keys(old), _keys(new))
    pairing.match_alike()
    pairing.match_in_gaps()
    return pairing.to_new


def _keys(blocks: Sequence[Block]) -> list[str]:
    return [f"{block.wrapper} {essence(block.html)}" for block in blocks]


class _Pairing:
    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        self.old, self.new = old, new
        self.to_new: list[int | None] = [None] * len(old)
        self.to_old: list[int | None] = [None] * len(new)

    def match_equal(self, old: Sequence[str], new: Sequence[str]) -> None:
        """Match what is equal: first what is there once only, then its equal neighbours, then the rest in order."""
        counts_old, counts_new = Counter(old), Counter(new)
        place = {key: j for j, key in enumerate(new)}
        for i, key in enumerate(old):
            if counts_old[key] == counts_new[key] == 1:
                self._join(i, place[key])
        self._spread(old, new, 1)
        self._spread(old, new, -1)
        free: dict[str, deque[int]] = defaultdict(deque)
        for j in self._free_new():
            free[new[j]].append(j)
        for i in self._free_old():
            if free.get(old[i]):
                self._join(i, free[old[i]].popleft())

    def match_alike(self) -> None:
        """Match changed blocks by the words they share, the most alike first."""
        words_old = {i: Counter(_WORD.findall(self.old[i].text.casefold())) for i in self._free_old()}
        words_new = {j: Counter(_WORD.findall(self.new[j].text.casefold())) for j in self._free_new()}
        found = sorted(self._likely(words_old, words_new), reverse=True)
        for likeness, _, i, j in found:
            least = _LIKE_IN_PLACE if self._is_in_place(i, j) else _LIKE
            if likeness >= least and self.to_new[i] is None and self.to_old[j] is None:
                self._join(i, j)

    def match_in_gaps(self) -> None:
        """Match, between two matched neighbours, equally many left-over blocks of the same kinds one by one."""
        for old_gap, new_gap in list(self._gaps()):
            kinds_old = [(self.old[i].kind, self.old[i].wrapper) for i in old_gap]
            if kinds_old == [(self.new[j].kind, self.new[j].wrapper) for j in new_gap]:
                for i, j in zip(old_gap, new_gap, strict=True):
                    self._join(i, j)

    def _join(self, i: int, j: int) -> None:
        self.to_new[i], self.to_old[j] = j, i

    def _free_old(self) -> list[int]:
        return [i for i, j in enumerate(self.to_new) if j is None]

    def _free_new(self) -> list[int]:
        return [j for j, i in enumerate(self.to_old) if i is None]

    def _spread(self, old: Sequence[str], new: Sequence[str], step: int) -> None:
        """Match equal neighbours of what is matched; both ends of a text count as matched."""
        order = range(-1, len(old)) if step > 0 else range(len(old), -1, -1)
        for i in order:
            j = self._place(i)
            if j is None or not (0 <= i + step < len(old) and 0 <= j + step < len(new)):
                continue
            if old[i + step] == new[j + step] and self.to_new[i + step] is None and self.to_old[j + step] is None:
                self._join(i + step, j + step)

    def _place(self, i: int) -> int | None:
        """Return the new place of an old one, of the places before the first and after the last too."""
        if i < 0:
            return -1
        return self.to_new[i] if i < len(self.old) else len(self.new)

    def _is_in_place(self, i: int, j: int) -> bool:
        return self._place(i - 1) == j - 1 or self._place(i + 1) == j + 1

    def _likely(
        self, words_old: dict[int, Counter[str]], words_new: dict[int, Counter[str]]
    ) -> Iterator[tuple[float, int, int, int]]:
        """Give likely pairs: how alike, how near (negative, the nearest is greatest), and both places."""
        holders: dict[str, list[int]] = defaultdict(list)
        for j, words in words_new.items():
            for word in words:
                holders[word].append(j)
        shift = 0
        for i, words in words_old.items():
            votes: Counter[int] = Counter()
            for word in words:
                if len(holders[word]) <= _RARE:
                    votes.update(holders[word])
            places = {j for j, _ in votes.most_common(_TRIED)} | ({i + shift, *self._beside(i)} & words_new.keys())
            for j in places:
                yield _likeness(words, words_new[j]), -abs(j - i - shift), i, j
            if votes:
                shift = votes.most_common(1)[0][0] - i

    def _beside(self, i: int) -> set[int]:
        before, after = self._place(i - 1), self._place(i + 1)
        return ({before + 1} if before is not None else set()) | ({after - 1} if after is not None else set())

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Give the runs of unmatched blocks that stand between the same matched neighbours in both texts."""
        start = -1
        for i in range(len(self.old) + 1):
            here, there = self._place(i), self._place(start)
            if here is None:
                continue
            if there is not None and here > there + 1 and i > start + 1:
                between = range(there + 1, here)
                if all(self.to_old[j] is None for j in between):
                    yield list(range(start + 1, i)), list(between)
            start = i


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return how alike two bags of words are: 0 nothing in common, 1 the same words (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
