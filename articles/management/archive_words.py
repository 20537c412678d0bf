"""What a language's archive is made of: the shape of its lexicon, and how a counted noun is read from a line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """One field of news: who acts in it, on what, why, counted in what, and sentences of its own.

    Each text is a list of alternatives parted by " / ". A trailing +f or +p tells the gender (Arabic) or number (English)
    that verbs follow; forms of one thing are parted by "|": a body's and a headline's name, a man's and a woman's title,
    the forms of a counted noun.
    """

    weight: int
    actors: str
    experts: str
    things: str
    works: str
    aims: str
    counted: str
    quotes: str
    scenes: str


@dataclass(frozen=True)
class Lexicon:
    """All that one language's texts are made of. In patterns, {A} is a slot and <A:x|y> follows the form of what fills it."""

    subjects: tuple[Subject, ...]
    men: str
    women: str
    families: str
    places: str
    days: str
    months: str
    leads: str
    middles: str
    endings: str
    subheads: str
    headlines: str
    tails: str
    decks: str
    list_intros: str
    list_items: str
    spans: str
