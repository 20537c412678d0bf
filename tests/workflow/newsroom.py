"""A small newsroom for the tests of the workflow: its people, and an article wherever a test needs it to stand."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import Group

from articles.models import Agency, Article, Content, Language, Revision, Role, Section, Stage, User, WireItem
from articles.publishing import publish, withdraw
from articles.publishing.publish import Going
from articles.workflow import drafts, stories
from articles.workflow.case import Readers

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def person(name: str, *roles: Role, **fields: object) -> User:
    """Make a person with some roles."""
    known = {"display_name": name.title(), "interface_language": "en"}
    user = User.objects.create(username=name, **(known | fields))
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


@dataclass
class Newsroom:
    """One person a role, a section, and a clock that moves a minute with every act."""

    section: Section
    writer: User
    reporter: User
    translator: User
    photo_editor: User
    editor: User
    duty_editor: User
    chief_editor: User
    administrator: User
    now: datetime = NOON

    def tick(self) -> datetime:
        """Return the next minute."""
        self.now += MINUTE
        return self.now

    def content(self, body: str = "<p>وصلت السفينة إلى المرفأ صباح الثلاثاء.</p>", **fields: object) -> Content:
        """Return a text that may be published."""
        known = {"headline": "سفينة تصل إلى المرفأ", "body": body, "section_id": self.section.pk}
        return Content(**(known | fields))

    def draft(self, *, by: User | None = None, language: str = Language.AR, **fields: object) -> Article:
        """Return a new draft."""
        return drafts.create(self.content(**fields), language=language, by=by or self.writer, clock=self.tick())

    def approve(self, article: Article, *, by: User | None = None) -> Revision:
        """Approve an article's newest text, and return it."""
        drafts.approve(head(article), by=by or self.editor, clock=self.tick())
        return head(article)

    def publish(self, article: Article, **how: object) -> Article:
        """Approve and publish an article's newest text."""
        publish.approve_and_publish(head(article), by=self.editor, clock=self.tick(), going=Going(**how))
        # The second of the two events is an instant after the clock.
        self.tick()
        return fresh(article)

    def live(self, *, developing: bool = False, **fields: object) -> Article:
        """Return an article that readers have."""
        article = self.publish(self.draft(**fields))
        if developing:
            until = self.now + timedelta(days=9)
            stories.mark_developing(article.story, until=until, by=self.editor, clock=self.tick())
        return fresh(article)

    def of_an_agency(self, article: Article, *, days: int = 5) -> Article:
        """Let an article be an agency's, whose rights in it end in some days; once."""
        agency, _is_new = Agency.objects.get_or_create(slug="afp", defaults={"name_ar": "أ ف ب", "name_en": "AFP"})
        known = {"agency": agency, "language": article.language, "received_by": self.writer, "received_at": self.now}
        end = self.now + timedelta(days=days)
        WireItem.objects.get_or_create(article=article, defaults=known | {"rights_until": end})
        return article

    def change(self, article: Article, *, by: User | None = None, **fields: object) -> Article:
        """Save other words in an article."""
        text = head(article)
        changed = text.content().with_(**(fields or {"deck": f"سطر آخر، {self.now:%H:%M}"}))
        drafts.save(article.pk, changed, base_pk=text.pk, by=by or self.writer, clock=self.tick())
        return fresh(article)

    def bring_to(self, article: Article, stage: Stage) -> Article:
        """Bring a draft to a stage by the acts that lead there."""
        if stage in {Stage.IN_REVIEW, Stage.RETURNED}:
            drafts.submit(head(article), by=self.writer, clock=self.tick())
        if stage is Stage.RETURNED:
            drafts.return_to_writer(article, by=self.editor, clock=self.tick(), why="أين المصدر؟")
        if stage is Stage.APPROVED:
            self.approve(article)
        if stage is Stage.SPIKED:
            drafts.spike(article, by=self.editor, clock=self.tick(), why="فات وقتها")
        if stage is Stage.PUBLISHED:
            self.publish(article, live_from=self.now + timedelta(days=1))
        return fresh(article)

    def article_in(self, stage: Stage, readers: Readers, *, scheduled: bool = False) -> Article:
        """Return an article in a stage, of which readers have something; None where the two never meet."""
        if stage is Stage.SPIKED or readers is Readers.NOTHING:
            return self.bring_to(self.draft(), stage)
        article = self.live(developing=True)
        if scheduled:
            article = self.publish(self.change(article), live_from=self.now + timedelta(days=1))
        if readers is Readers.OFF_AIR:
            withdraw.take_off_air(article, by=self.editor, clock=self.tick())
        if stage is not Stage.PUBLISHED:
            article = self.bring_to(self.change(article), stage)
        return fresh(article)


def make_newsroom() -> Newsroom:
    """Staff a newsroom."""
    return Newsroom(
        section=Section.objects.create(slug="region", name_ar="المنطقة", name_en="Region"),
        writer=person("writer", Role.REPORTER),
        reporter=person("reporter", Role.REPORTER),
        translator=person("translator", Role.TRANSLATOR),
        photo_editor=person("photo", Role.PHOTO_EDITOR),
        editor=person("editor", Role.EDITOR),
        duty_editor=person("night", Role.EDITOR, on_duty_from=NOON - MINUTE, on_duty_until=NOON + timedelta(hours=12)),
        chief_editor=person("chief", Role.CHIEF_EDITOR),
        administrator=person("admin", Role.ADMINISTRATOR),
    )


def fresh(article: Article) -> Article:
    """Return an article as the database has it."""
    return Article.objects.select_related("story", "head", "approved").get(pk=article.pk)


def head(article: Article) -> Revision:
    """Return an article's newest accepted text."""
    found = fresh(article).head
    assert found is not None
    return found
