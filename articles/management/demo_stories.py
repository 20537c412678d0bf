"""The demo newsroom's stories, brought to where they stand by the same services that an editor's buttons call."""

import io
import re
import tomllib
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from articles.management import illustrations
from articles.management.newsroom import CONTENT, Staffed
from articles.models import (
    Agency,
    Article,
    Author,
    Bulletin,
    BylineLine,
    Change,
    Content,
    Desk,
    FrontSlot,
    Language,
    Photo,
    PhotoLine,
    Revision,
    Section,
    Series,
    Topic,
)
from articles.publishing import photos, publish, withdraw
from articles.publishing.publish import Going
from articles.publishing.sanitise import clean_body
from articles.workflow import drafts

LINES = ("kicker", "headline", "front_headline", "social_headline", "deck", "dateline")
NEVER_PUBLISHED = {"draft", "in_review", "returned", "approved", "spiked"}

Toml = dict[str, Any]
Pairs = list[list[str]]


class DemoNewsroom:
    """One making of the demo: who is there, what time it is, and the pictures and articles made so far."""

    def __init__(self, staffed: Staffed, now: datetime) -> None:
        self.people = staffed.people
        self.house = staffed.content
        self.now = now
        self.pictures: dict[str, Photo] = {}
        self.articles: dict[tuple[int, str], Article] = {}
        self.sections = dict(Section.objects.values_list("slug", "pk"))
        self.topics = dict(Topic.objects.values_list("slug", "pk"))
        self.named = {
            "author": dict(Author.objects.values_list("slug", "pk")),
            "desk": dict(Desk.objects.values_list("slug", "pk")),
            "agency": dict(Agency.objects.values_list("slug", "pk")),
        }

    @transaction.atomic
    def make(self) -> None:
        """Make every story, oldest first, then the fronts and the strip."""
        files = sorted((CONTENT / "stories").glob("*.toml"))
        stories = [(int(f.name[:2]), tomllib.loads(f.read_text(encoding="utf-8"))) for f in files]
        self._portraits_and_fixed_pictures()
        for number, story in sorted(stories, key=lambda pair: -pair[1]["hours_ago"]):
            self._story(number, story)
        self._fronts()
        self._strip()

    def _portraits_and_fixed_pictures(self) -> None:
        for fields in self.house["authors"]:
            author = Author.objects.get(slug=fields["slug"])
            author.portrait = self.picture(fields["portrait"], author.name_en)
            author.save()

        for fields in self.house["series"]:
            series = Series.objects.get(slug=fields["slug"])
            series.photo = self.picture(fields["picture"], series.name_en)
            series.save()

    def picture(self, key: str, title: str) -> Photo:
        """Draw an illustration, once, and take it in like any upload."""
        if key not in self.pictures:
            file = io.BytesIO()
            illustrations.draw(key).save(file, "JPEG", quality=93)
            file.seek(0)
            self.pictures[key] = photos.take_in(
                file,
                title=title,
                credit_ar="رسم: راصد",
                credit_en="Illustration: Rased",
                by=self.people["photo"],
                clock=self.now - timedelta(days=4),
            )
        return self.pictures[key]

    def _story(self, number: int, story: Toml) -> None:
        languages = [language for language in Language if language in story]
        first = self._create(story, languages[0])
        self.articles[number, languages[0]] = first
        if "series" in story:
            first.story.series = Series.objects.get(slug=story["series"])
        first.story.urgency = story.get("urgency", "routine")
        first.story.save()
        self._bring(first, story, story[languages[0]])
        for language in languages[1:]:
            clock = self._when(story, story[language]) - timedelta(minutes=50)
            twin = drafts.make_other_edition(first, by=self.people["translator"], clock=clock)
            base = _head(twin)
            content = self._content(story, story[language], first=True)
            drafts.save(twin.pk, content, base_pk=base.pk, by=self.people["translator"], clock=clock)
            self.articles[number, language] = twin
            self._bring(twin, story, story[language])

    def _create(self, story: Toml, language: str) -> Article:
        clock = self._when(story, story[language]) - timedelta(minutes=90)
        return drafts.create(
            self._content(story, story[language], first=True),
            language=language,
            by=self.people["reporter" if language == Language.AR else "translator"],
            clock=clock,
            slugline=story["slugline"],
        )

    def _when(self, story: Toml, edition: Toml) -> datetime:
        return self.now - timedelta(hours=float(edition["hours_ago"] if "hours_ago" in edition else story["hours_ago"]))

    def _content(self, story: Toml, edition: Toml, *, first: bool = False) -> Content:
        lines = {name: edition.get(name, "") for name in LINES}
        bylines = tuple(
            BylineLine(role=b["role"], **{f"{kind}_id": self.named[kind][b[kind]] for kind in self.named if kind in b})
            for b in edition["bylines"]
        )
        content = Content(
            **lines,
            body=clean_body(self._with_figures(edition.get("body", ""))),
            format=story["format"],
            section_id=self.sections[story["section"]],
            topic_ids=tuple(self.topics[slug] for slug in story["topics"]),
            bylines=bylines,
            photos=self._photos(story, edition),
            extras=edition.get("extras", {}),
        )
        return _replaced(content, edition.get("first_version_replacements", [])) if first else content

    def _photos(self, story: Toml, edition: Toml) -> tuple[PhotoLine, ...]:
        lead = {"photo": story["photo"], "alt": edition["photo_alt"], "caption": edition["photo_caption"]}
        return tuple(
            PhotoLine(photo_id=self.picture(use["photo"], story["slugline"]).pk, alt=use["alt"], caption=use["caption"])
            for use in (lead, *edition.get("photos", []))
        )

    def _with_figures(self, body: str) -> str:
        return re.sub(r'data-photo="([a-z][a-z0-9-]*)"', lambda m: f'data-photo="{self.picture(m[1], m[1]).pk}"', body)

    def _bring(self, article: Article, story: Toml, edition: Toml) -> None:
        state, when = edition["state"], self._when(story, edition)
        editor, writer = self.people["editor"], article.created_by
        if state in NEVER_PUBLISHED:
            self._bring_draft(article, edition, when)
            return
        drafts.submit(_head(article), by=writer, clock=when - timedelta(minutes=30))
        publish.approve_and_publish(_head(article), by=editor, clock=when)
        later = self.now - timedelta(hours=edition.get("changed_hours_ago", 0.5))
        full = self._content(story, edition)
        if state == "corrected":
            self._go_on(article, full, later)
            going = Going(change=Change.CORRECTION, notes={article.language: edition["correction"]})
            publish.approve_and_publish(_head(article), by=editor, clock=later, going=going)
        elif state == "scheduled_update":
            self._go_on(article, _replaced(full, edition["update_replacements"]), later)
            going = Going(
                live_from=self.now + timedelta(hours=edition["update_in_hours"]),
                change=Change.UPDATE,
                notes={article.language: edition.get("update_note", "")},
            )
            publish.approve_and_publish(_head(article), by=editor, clock=later, going=going)
        elif state == "newer_draft":
            self._go_on(article, _replaced(full, edition["draft_replacements"]), later)
        elif state == "retracted":
            chief, reason = self.people["chief"], edition["public_reason"]
            withdraw.retract(article, by=chief, clock=later, public_reason=reason)

    def _bring_draft(self, article: Article, edition: Toml, when: datetime) -> None:
        editor, state = self.people["editor"], edition["state"]
        if state in {"in_review", "returned", "approved"}:
            drafts.submit(_head(article), by=article.created_by, clock=when)
        if state == "returned":
            drafts.return_to_writer(article, by=editor, clock=when, why=edition["return_note"])
        elif state == "approved":
            drafts.approve(_head(article), by=editor, clock=when)
        elif state == "spiked":
            drafts.spike(article, by=editor, clock=when, why=edition["why"])

    def _go_on(self, article: Article, content: Content, clock: datetime) -> None:
        base = _head(article)
        drafts.save(article.pk, content, base_pk=base.pk, by=article.created_by, clock=clock - timedelta(minutes=20))

    def _fronts(self) -> None:
        for language, numbers in self.house["front"].items():
            for position, number in enumerate(numbers, start=1):
                FrontSlot.objects.create(
                    language=language,
                    position=position,
                    article=self.articles[number, language],
                    live_from=self.now - timedelta(hours=1),
                    created_by=self.people["editor"],
                )

    def _strip(self) -> None:
        for strip in self.house["bulletin"]:
            for language in Language:
                Bulletin.objects.create(
                    language=language,
                    text=strip[f"text_{language}"],
                    article=self.articles.get((strip["story"], language)),
                    live_from=self.now - timedelta(minutes=10),
                    live_until=self.now + timedelta(minutes=strip["minutes"]),
                    created_by=self.people["editor"],
                )


def _head(article: Article) -> Revision:
    head = Article.objects.select_related("head", "head__article").get(pk=article.pk).head
    if head is None:
        raise ValueError("an article is made with its first revision")
    return head


def _replaced(content: Content, pairs: Pairs) -> Content:
    changed = {name: getattr(content, name) for name in (*LINES, "body")}
    for old, new in pairs:
        changed = {name: text.replace(old, new) for name, text in changed.items()}
    return content.with_(**changed)
