"""Newspaper prose for an archive of any size: told by a grammar of our own, the same for one seed.

It is there to be searched, listed and weighed, not to be read: some words are in every seventh text, most are rare,
verbs agree with who acts, counted nouns with their number. The words themselves are in archive_words_ar and _en.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import accumulate

from articles.management import archive_words_ar, archive_words_en
from articles.management.archive_patterns import Filling, Part, Pattern, choices, fillings, patterns, ranks
from articles.management.archive_words import Lexicon, Subject

LEXICONS: dict[str, Lexicon] = {"ar": archive_words_ar.LEXICON, "en": archive_words_en.LEXICON}
SHORTEST, USUAL, LONGEST = 125, 200, 345
PARAGRAPHS_A_SUBHEAD = 4
WITH_LIST, WITH_QUOTATION, WITH_TAIL = 0.15, 0.2, 0.6
PAUSES = set("؟?:،,")


@dataclass(frozen=True)
class ArchiveText:
    """One article's words, without those that belong to one edition of it."""

    headline: str
    deck: str
    body_html: str
    words: int


def pool(language: str, size: int, seed: int) -> list[ArchiveText]:
    """Tell `size` texts of 120 to 400 words; the same language and seed give the same texts.

    Raises:
        KeyError: there are no words for that language.
    """
    rng = random.Random(f"{language} {seed}")  # noqa: S311 – variety, not secrecy
    return [_Teller(language, rng).article() for _ in range(size)]


def headline(language: str, rng: random.Random) -> str:
    """Tell one headline; of 200,000 hardly two are alike.

    Raises:
        KeyError: there are no words for that language.
    """
    return _Teller(language, rng).title()


@cache
def _subject_weights(language: str) -> list[int]:
    return list(accumulate(subject.weight for subject in LEXICONS[language].subjects))


class _Teller:
    """One text in the making: who is in it, once drawn, stays in it until let go."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.language = language
        self.rng = rng
        self.lexicon = LEXICONS[language]
        weights = _subject_weights(language)
        self.subject: Subject = rng.choices(self.lexicon.subjects, cum_weights=weights)[0]
        self.known: dict[str, Filling] = {}
        self.is_introduced = False
        self.subheads: list[Pattern] = []

    def article(self) -> ArchiveText:
        """Tell a whole article."""
        self.subheads = self.rng.sample(patterns(self.lexicon.subheads), 3)
        target = round(self.rng.triangular(SHORTEST, LONGEST, USUAL))
        title = self.title()
        deck = self.one_of("decks")
        self.is_introduced = False
        blocks, count = [f"<p>{escape(self.one_of('leads'), quote=False)}</p>"], 0
        rest = [*patterns(self.lexicon.middles), *patterns(self.subject.scenes)]
        self.rng.shuffle(rest)
        while count < target and rest:
            paragraph = [self.say(rest.pop()) for _ in range(min(len(rest), self.rng.choice((1, 1, 2, 2, 3))))]
            blocks += self._between(len(blocks))
            blocks.append(f"<p>{escape(' '.join(paragraph), quote=False)}</p>")
            count = sum(len(block.split()) for block in blocks)
            self._forget("T", "U", "H", "I", "Q")
        blocks.append(f"<p>{escape(self.one_of('endings'), quote=False)}</p>")
        return ArchiveText(title, deck, "".join(blocks), sum(len(block.split()) for block in blocks))

    def _between(self, number: int) -> list[str]:
        if number % PARAGRAPHS_A_SUBHEAD == PARAGRAPHS_A_SUBHEAD - 1 and self.subheads:
            return [f"<h2>{escape(self._first_up(self.say(self.subheads.pop())), quote=False)}</h2>"]
        chance = self.rng.random()
        if number == 2 and chance < WITH_LIST:
            return self._list()
        if number == 2 and chance < WITH_LIST + WITH_QUOTATION:
            quote = self.rng.choice(choices(self.subject.quotes))
            return [f"<blockquote><p>{escape(quote, quote=False)}.</p></blockquote>"]
        return []

    def _list(self) -> list[str]:
        items = self.rng.sample(patterns(self.lexicon.list_items), 3)
        told = "".join(f"<li><p>{escape(self.say(item), quote=False)}</p></li>" for item in items)
        return [f"<p>{escape(self.one_of('list_intros'), quote=False)}</p>", f"<ul>{told}</ul>"]

    def title(self) -> str:
        """Tell a headline."""
        told = self._first_up(self.one_of("headlines"))
        if set(told) & PAUSES or self.rng.random() >= WITH_TAIL:
            return told
        return told + self.one_of("tails")

    def one_of(self, kind: str) -> str:
        """Say one of the lexicon's patterns of a kind."""
        return self.say(self.rng.choice(patterns(getattr(self.lexicon, kind))))

    def say(self, pattern: Pattern) -> str:
        """Fill a pattern."""
        return "".join(self._part(part) for part in pattern)

    def _part(self, part: Part) -> str:
        if not part.slot:
            return part.text
        filling = self._fill(part.slot)
        if part.forms:
            return part.forms[filling.form]
        if part.case == "1":
            return self._first_up(filling.text)
        return _lowered(filling.text) if part.case == "0" else filling.text

    @staticmethod
    def _first_up(text: str) -> str:
        return text[:1].upper() + text[1:]

    def _fill(self, slot: str) -> Filling:
        if slot in {"W", "w"}:
            return self._named()
        if slot in FRESH:
            return Filling(FRESH[slot](self))
        if slot[0] == "N":
            return Filling(self._counted(slot[1:]))
        if slot not in self.known:
            self.known[slot] = self._draw(slot)
        return self.known[slot]

    def _draw(self, slot: str) -> Filling:
        if slot in SHORT:
            return Filling(self._fill(SHORT[slot]).short, self._fill(SHORT[slot]).form)
        if slot in "PQ":
            return Filling(self._other("PQ", slot, self.lexicon.places).text)
        kind = {"A": "actors", "B": "actors", "T": "things", "U": "things", "G": "works", "H": "works", "I": "aims"}[
            slot
        ]
        return self._other(
            next(pair for pair in ("AB", "TU", "GH", "I") if slot in pair), slot, getattr(self.subject, kind)
        )

    def _other(self, pair: str, slot: str, text: str) -> Filling:
        taken = {self.known[name] for name in pair if name != slot and name in self.known}
        possible = fillings(text)
        while True:
            filling = self.rng.choices(possible, cum_weights=ranks(len(possible)))[0]
            if filling not in taken:
                return filling

    def _named(self) -> Filling:
        if "W" not in self.known:
            self.known["W"] = self._witness()
        whole = self.known["W"]
        if self.is_introduced:
            return Filling(whole.short, whole.form)
        self.is_introduced = True
        return whole

    def _witness(self) -> Filling:
        form = int(self.rng.random() < 0.5)
        titles = self.rng.choice(choices(self.subject.experts)).split("|")
        first = self.rng.choice(choices(self.lexicon.women if form else self.lexicon.men))
        families = choices(self.lexicon.families)
        family = self.rng.choices(families, cum_weights=ranks(len(families)))[0]
        return Filling(f"{titles[form % len(titles)]} {first} {family}", form, family)

    def _counted(self, index: str) -> str:
        nouns = choices(self.subject.counted)
        forms = (nouns[int(index)] if index else self.rng.choice(nouns)).split("|")
        number = int(10 ** self.rng.uniform(0.5, 2.95))
        rest = number % 100
        if self.language == "en":
            return f"{number} {forms[1]}"
        if rest in (1, 2):
            return f"{number - rest or 3} {forms[0 if number > rest else 2]}"
        if rest == 0:
            return f"{number} {forms[0]}"
        return f"{number} {forms[2] if rest <= 10 else forms[1]}"

    def _forget(self, *slots: str) -> None:
        for slot in slots:
            if self.rng.random() < 0.6:
                self.known.pop(slot, None)

    def money(self) -> str:
        """Name a sum."""
        sum_of, scale = 10 ** self.rng.uniform(0.5, 2.9), self.rng.random() < 0.08
        number = f"{sum_of:.1f}" if sum_of < 20 and self.rng.random() < 0.6 else f"{sum_of:.0f}"
        if self.language == "en":
            return f"${number.removesuffix('.0')} {'billion' if scale and sum_of < 100 else 'million'}"
        whole = number.removesuffix(".0")
        few = "." not in whole and 3 <= int(whole) <= 10
        units = ("مليارات" if few else "مليار") if scale and sum_of < 100 else ("ملايين" if few else "مليون")
        return f"{whole} {units} دولار"

    def small_sum(self) -> str:
        """Name a sum that one person or firm might pay."""
        thousands = self.rng.randint(11, 99) * self.rng.choice((1, 5, 10))
        return f"{thousands} ألف دولار" if self.language == "ar" else f"${thousands},000"

    def share(self) -> str:
        """Name a share of a hundred."""
        number = int(10 ** self.rng.uniform(0.5, 1.8))
        return f"{number} في المئة" if self.language == "ar" else f"{number} per cent"


SHORT = {"a": "A", "b": "B"}
FRESH: dict[str, Callable[[_Teller], str]] = {
    "M": _Teller.money,
    "F": _Teller.small_sum,
    "pct": _Teller.share,
    "Y": lambda teller: str(teller.rng.randint(1996, 2023)),
    "day": lambda teller: teller.rng.choice(choices(teller.lexicon.days)),
    "weekday": lambda teller: teller.rng.choice(choices(teller.lexicon.days)),
    "month": lambda teller: teller.rng.choice(choices(teller.lexicon.months)),
    "span": lambda teller: teller.rng.choice(choices(teller.lexicon.spans)),
    "quote": lambda teller: teller.rng.choice(choices(teller.subject.quotes)),
}


def _lowered(text: str) -> str:
    # Names keep their capitals: only a phrase whose other letters are small is lowered.
    return text[:1].lower() + text[1:] if text[1:] == text[1:].lower() else text
