"""An archive of any size: stories over years, sections and topics as a real house's, rows ready to be inserted."""

import random
import secrets
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any

from django.db.models import Model

from articles.language import index_words, slugs, stems, words
from articles.language.blocks import plain_text
from articles.language.stems import HouseWords
from articles.management import archive_text, bulk
from articles.models import (
    Article,
    Author,
    Basis,
    Byline,
    BylineRole,
    Change,
    Correction,
    Format,
    Kind,
    Publication,
    PublicationAuthor,
    PublicationTopic,
    Revision,
    RevisionKind,
    SearchEntry,
    Section,
    Stage,
    Story,
    StoryTopic,
    Topic,
    User,
    WorkflowEvent,
)
from articles.workflow import search_entries

YEARS = 9
POOL = 2_000
BOTH_LANGUAGES = 0.35
ARABIC_FIRST = 0.75
CORRECTED = 0.08
FORMATS = ((Format.NEWS, 78), (Format.ANALYSIS, 7), (Format.OPINION, 6), (Format.FEATURE, 5), (Format.EXPLAINER, 4))

COLUMNS: dict[type[Model], tuple[str, ...]] = {
    Story: (
        "id",
        "slugline",
        "section",
        "urgency",
        "is_held",
        "is_restricted",
        "sign_offs",
        "created_by",
        "created_at",
    ),
    StoryTopic: ("tag", "content_object"),
    Article: (
        *("id", "story", "language", "stage", "version", "head", "format", "headline", "acted_at", "created_by"),
        *("created_at", "form_token"),
    ),
    Revision: (
        *("id", "article", "number", "kind", "section", "topic_ids", "writers", "written_by", "created_at"),
        *("summary", "digest", "kicker", "headline", "front_headline", "social_headline", "search_headline"),
        *("deck", "dateline", "body", "format", "extras", "related_ids"),
    ),
    Byline: ("revision", "position", "role", "author"),
    Publication: (
        *("id", "article", "story", "language", "kind", "revision", "live_from", "live_until"),
        *("first_published_at", "changed_at", "section", "slug", "credits", "photos", "reading_minutes"),
        *("word_count", "change", "public_note", "public_reason", "is_by_law", "basis", "published_by", "made_at"),
        *("kicker", "headline", "front_headline", "social_headline", "search_headline", "deck", "dateline"),
        *("body", "format", "extras", "related_ids"),
    ),
    PublicationTopic: ("publication", "topic", "language", "first_published_at"),
    PublicationAuthor: ("publication", "author", "language", "first_published_at"),
    Correction: ("publication", "article", "language", "change", "text", "at"),
    SearchEntry: ("article", "publication", "language", "published_at", "analyser", "head", "words"),
    WorkflowEvent: (
        *("at", "verb", "actor", "story", "article", "revision", "from_stage", "to_stage", "readers_had"),
        *("why", "details"),
    ),
}

Rows = dict[type[Model], list[bulk.Row]]


@dataclass(frozen=True)
class Analysed:
    """One text of the pool, analysed once."""

    deck: str
    body: str
    words: str
    word_count: int
    minutes: int


class Archive:
    """The makings of an archive: what is cited, the pool of texts, and the keys that are free."""

    def __init__(self, number: int, *, by: User, now: datetime, seed: int) -> None:
        self.number = number
        self.by = by
        self.now = now
        self.rng = random.Random(seed)  # noqa: S311 – variety, not secrecy
        self.sections = list(Section.objects.values_list("pk", flat=True))
        self.topics = list(Topic.objects.filter(merged_into=None).values_list("pk", flat=True))
        self.authors = [
            {"role": BylineRole.WRITING, "kind": "author", "id": a.pk, "slug": a.slug, "ar": a.name_ar, "en": a.name_en}
            for a in Author.objects.all()
        ]
        self.house_words = search_entries.read_house_words()
        self.analyser = stems.version()
        self.pool = {
            language: _analyse(language, min(POOL, number), seed, self.house_words) for language in ("ar", "en")
        }
        keyed: tuple[type[Model], ...] = (Story, Article, Revision, Publication)
        self.keys = {model: bulk.next_pk(model) for model in keyed}

    def batches(self, size: int) -> Iterator[tuple[int, Rows]]:
        """Give the rows of about `size` articles at a time, oldest first, with how many articles were made so far."""
        made, in_batch = 0, 0
        rows: Rows = defaultdict(list)
        while made < self.number:
            both = made + 2 <= self.number and self.rng.random() < BOTH_LANGUAGES
            first = "ar" if self.rng.random() < ARABIC_FIRST else "en"
            languages = ("ar", "en") if both else (first,)
            self._story(rows, languages, self._moment(made))
            made, in_batch = made + len(languages), in_batch + len(languages)
            if in_batch >= size or made >= self.number:
                yield made, rows
                rows, in_batch = defaultdict(list), 0

    def _moment(self, made: int) -> datetime:
        """Spread the archive over its years, a little more every year, with some minutes of noise."""
        share = (made / self.number) ** 0.8
        noise = timedelta(minutes=self.rng.uniform(0, 4), microseconds=made % 997)
        return self.now - timedelta(days=365 * YEARS) * (1 - share) - timedelta(minutes=10) - noise

    def _key(self, model: type[Model]) -> int:
        self.keys[model] += 1
        return self.keys[model] - 1

    def _story(self, rows: Rows, languages: tuple[str, ...], at: datetime) -> None:
        story = self._key(Story)
        section = self.rng.choices(self.sections, cum_weights=_zipf(len(self.sections)))[0]
        topics = sorted({self._topic() for _ in range(self.rng.choice((1, 2, 2, 3)))})
        author = self.rng.choice(self.authors)
        form = self.rng.choices([f for f, _ in FORMATS], weights=[w for _, w in FORMATS])[0]
        slugline = f"archive-{story}"
        rows[Story].append((story, slugline, section, "routine", False, False, [], self.by.pk, at))
        rows[StoryTopic] += [(topic, story) for topic in topics]
        for language in languages:
            self._edition(rows, _Edition(story, slugline, language, section, topics, author, form, at))

    def _topic(self) -> int:
        return self.rng.choices(self.topics, cum_weights=_zipf(len(self.topics)))[0]

    def _edition(self, rows: Rows, e: "_Edition") -> None:
        article, revision = self._key(Article), self._key(Revision)
        text = self.rng.choice(self.pool[e.language])
        headline = archive_text.headline(e.language, self.rng)
        found = index_words.line((headline,), (), house=self.house_words, section=e.section, day=e.at.date())
        known = f"{found.words} {index_words.BREAK} {text.words}"
        said: tuple[Any, ...] = ("", headline, "", "", "", text.deck, "", text.body, e.form, {}, [])
        rows[Article].append(
            (article, e.story, e.language, Stage.PUBLISHED, 1, revision, e.form, headline, e.at, self.by.pk, e.at)
            + (self._token(),)
        )
        rows[Revision].append(
            (revision, article, 1, RevisionKind.IMPORTED, e.section, e.topics, [self.by.pk], self.by.pk, e.at)
            + ("", f"{revision:064x}", *said)
        )
        rows[Byline].append((revision, 0, BylineRole.WRITING, e.author["id"]))
        slugline = f"{known} archiv {e.slugline.rpartition('-')[2]}"
        rows[SearchEntry].append((article, None, e.language, None, self.analyser, found.head, slugline))
        rows[WorkflowEvent].append(
            (e.at, "import", self.by.pk, e.story, article, revision, "", Stage.PUBLISHED, "nothing", "", {})
        )
        for begin, end, change in self._windows(e.at):
            key = self._key(Publication)
            rows[Publication].append(
                (key, article, e.story, e.language, Kind.IMPORTED, revision, begin, end, e.at, begin, e.section)
                + (slugs.slug_of(headline), [e.author], [], text.minutes, text.word_count, change, "", "", False)
                + (Basis.IMPORTED, self.by.pk, begin, *said)
            )
            link = (e.language, e.at)
            rows[PublicationTopic] += [(key, topic, *link) for topic in e.topics]
            rows[PublicationAuthor].append((key, e.author["id"], *link))
            if end is None:
                rows[SearchEntry].append((article, key, e.language, e.at, self.analyser, found.head, known))
            if change != Change.NONE:
                rows[Correction].append((key, article, e.language, change, text.deck, begin))

    def _windows(self, at: datetime) -> list[tuple[datetime, datetime | None, str]]:
        if self.rng.random() >= CORRECTED:
            return [(at, None, Change.NONE)]
        later = at + timedelta(minutes=self.rng.uniform(1, 9))
        return [(at, later, Change.NONE), (later, None, self.rng.choice((Change.CORRECTION, Change.CLARIFICATION)))]

    def _token(self) -> str:
        return secrets.token_hex(16)


@dataclass(frozen=True)
class _Edition:
    story: int
    slugline: str
    language: str
    section: int
    topics: list[int]
    author: dict[str, Any]
    form: str
    at: datetime


def _zipf(length: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, length + 1)))


def _analyse(language: str, size: int, seed: int, house: HouseWords) -> list[Analysed]:
    texts = archive_text.pool(language, size, seed)
    analysed = []
    for text in texts:
        plain = plain_text(text.body_html)
        count = words.count_words(plain)
        analysed.append(
            Analysed(
                text.deck,
                text.body_html,
                index_words.line((), (text.deck, plain), house=house).words,
                count,
                words.reading_minutes(count, language),
            )
        )
    return analysed
