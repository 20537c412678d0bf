"""*Did you mean*: a query that not everything was found of, with its words as what sounds like them is written, or with
a slip mended. A word is only offered that readers find something of now."""

from collections.abc import Sequence
from datetime import datetime

from articles.language.blocks import plain_text
from articles.language.folding import fold
from articles.language.index_words import sound_of
from articles.language.near import nearest
from articles.language.queries import Query, read
from articles.language.stems import HouseWords, Token, tokens
from articles.models import Language, Publication
from articles.publishing import shelf
from articles.publishing.search import ANYWHERE, LONGEST_QUERY, SITE, alike, page_of
from articles.publishing.search_index import Hit, newest_of_each
from articles.publishing.search_questions import Asked, every
from articles.workflow.search_entries import house_words

MOST_DOUBTED = 3
"""Words of a query of which others are sought."""

LOOKED_AT = 8
"""Hits of a word of which one must be there for readers."""


def meant(query: str, *, language: str, at: datetime) -> str:
    """Return what a query may have been meant as, or nothing where nothing better is there. At most five queries."""
    house = house_words(at)
    asked = read(query[:LONGEST_QUERY], house)
    if not asked.words or asked.is_only_stopwords:
        return ""
    by_sound = _by_sound(query, asked, house, language, at)
    changed = by_sound if by_sound != query else _by_slip(query, asked, house, language, at)
    return changed if changed != query else ""


def _by_sound(query: str, asked: Query, house: HouseWords, language: str, at: datetime) -> str:
    """Return the query with each word of the newest text that sounds like it as that text writes it."""
    hits = alike(asked, ANYWHERE, (SITE[Language(language)],))
    rows = page_of(hits, at, None, 1)[0] if hits else []
    if not rows:
        return query
    row = Publication.objects.only("headline", "deck", "body").get(pk=rows[0].pk)
    text = f"{row.headline} · {row.deck} · {plain_text(row.body)}"
    written = {sound_of(token.bare): text[token.start : token.end] for token in reversed(tokens(text, house))}
    held = {token.stem for token in tokens(text, house)}
    better = {word: written.get(sound_of(word.bare), "") for word in asked.words if word.stem not in held}
    return _with(query, better)


def _by_slip(query: str, asked: Query, house: HouseWords, language: str, at: datetime) -> str:
    """Return the query with each word that nothing is found of as the likeliest word a slip away that something is."""
    options = {word: nearest(fold(query[word.start : word.end])) for word in asked.words}
    doubted = [word for word in asked.words if options[word]][:MOST_DOUBTED]
    if not doubted:
        return query
    told = [(word, written) for word in doubted for written in ("", *options[word])]
    stems = [[token.stem for token in tokens(written, house)] or [word.stem] for word, written in told]
    questions = [Asked(every(each)) for each in stems]
    there = _are_there(newest_of_each(questions, (SITE[Language(language)],), most=LOOKED_AT), at)
    better: dict[Token, str] = {}
    for (word, written), is_there in reversed(list(zip(told, there, strict=True))):
        # Backwards, so that the likeliest stays; last comes the word itself, which is right where it is found.
        if is_there:
            better[word] = written
    return _with(query, better)


def _are_there(hits: Sequence[Sequence[Hit]], at: datetime) -> list[bool]:
    """Say of each word's hits whether readers have one of them."""
    pks = [hit.publication for each in hits for hit in each if hit.publication]
    live = {row.pk for row in shelf.live_by_pk(pks, at)}
    return [any(hit.publication in live for hit in each) for each in hits]


def _with(query: str, better: dict[Token, str]) -> str:
    """Return a query with some of its words written otherwise."""
    for word in sorted(better, reverse=True):
        if better[word]:
            query = query[: word.start] + better[word] + query[word.end :]
    return query
