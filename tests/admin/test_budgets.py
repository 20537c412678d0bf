"""How many queries the desk costs, whatever there is: the same with 2 articles and with 20,000.

Counted as DESIGN §5 says: without transactions, session and person (whose roles come with them), the house held.
"""

from datetime import timedelta
from itertools import count

import pytest
from django.db import connection
from django.db.models import OuterRef, Subquery
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Author, BylineLine, Revision, Stage, Story, Topic, User
from articles.publishing import navigation
from articles.workflow import search_entries
from tests.admin.desk import counted, form_of, signed_in
from tests.public.site import make_photo, shown_as
from tests.workflow.newsroom import Newsroom

LIST = "/admin/articles/article/"
LIST_MOST, MOST = 8, 15
ACTS = {
    "Submit": ("writer", Stage.DRAFT, {}),
    "Recall": ("writer", Stage.IN_REVIEW, {}),
    "Return": ("editor", Stage.IN_REVIEW, {"return-why": "أين المصدر؟"}),
    "Approve": ("editor", Stage.IN_REVIEW, {}),
    # A save writes a revision with its parts and its search entry.
    "Save": ("writer", Stage.DRAFT, {"deck": "سطر"}),
    "Publish": ("editor", Stage.APPROVED, {}),
    # Two acts, a publication with its links, its search entry, what goes to the outbox, and news for its people.
    "Approve and publish": ("editor", Stage.IN_REVIEW, {}),
}


@pytest.fixture(autouse=True)
def _the_house_is_held(room: Newsroom) -> None:
    hold_the_house()


def hold_the_house() -> None:
    """Hold the house and its words for another minute: on a busy machine a test takes longer."""
    navigation.reloaded(timezone.now())
    search_entries.forget()
    search_entries.house_words(timezone.now())


@pytest.fixture
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


class Texts:
    """Texts with credits, topics and pictures: what an act has to carry."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.number = count()
        self.photos = [make_photo(room) for _ in range(3)]

    def bring_to(self, stage: Stage, size: int) -> Article:
        """Return an article in a stage, with so many of each."""
        n = next(self.number)
        topics = [Topic.objects.create(slug=f"t-{n}-{k}", name_ar=f"موضوع {n} {k}", name_en="") for k in range(size)]
        authors = [Author.objects.create(slug=f"a-{n}-{k}", name_ar=f"كاتب {n} {k}") for k in range(size)]
        text = self.room.draft(
            topic_ids=tuple(topic.pk for topic in topics),
            bylines=tuple(BylineLine(author_id=author.pk) for author in authors),
            photos=tuple(map(shown_as, self.photos[:size])),
        )
        return self.room.bring_to(text, stage)


def asked_by(user: User, article: Article, button: str, answers: dict[str, str]) -> list[str]:
    """Press one button of an article's form, and return what it asked of the database."""
    desk = form_of(article, user)
    form = desk.page.article
    address = form.buttons[button].get("formaction") or form.action
    hold_the_house()
    with CaptureQueriesContext(connection) as asked:
        assert desk.client.post(address, form.fields | answers).status_code == 302
    return counted(asked)


def costs(room: Newsroom, texts: Texts, size: int) -> dict[str, int]:
    """How many queries the list and each act cost."""
    client = signed_in(room.editor)
    hold_the_house()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(LIST)
    assert len(response.context["rows"]) == min(50, Article.objects.count())
    found = {"list": len(counted(asked))}
    assert not any("COUNT(" in sql for sql in counted(asked))
    for button, (who, stage, answers) in ACTS.items():
        found[button] = len(asked_by(getattr(room, who), texts.bring_to(stage, size), button, answers))
    return found


def many_articles(room: Newsroom, number: int) -> None:
    """Fill the tables with articles of two hundred people's work, straight into the rows."""
    at, writer = room.now, room.writer
    stories = Story.objects.bulk_create(
        Story(slugline=f"قصة {n}", section=room.section, created_by=writer, created_at=at) for n in range(number)
    )
    articles = Article.objects.bulk_create(
        Article(
            story=story,
            language="ar",
            headline=f"مادة {n}",
            acted_at=at - timedelta(minutes=n),
            created_by=room.writer,
            created_at=at,
            form_token=f"{n:032x}",
        )
        for n, story in enumerate(stories)
    )
    Revision.objects.bulk_create(
        Revision(article=article, number=1, headline=article.headline, written_by=writer, created_at=at, digest="-")
        for article in articles
    )
    with connection.cursor() as cursor:
        # Without statistics PostgreSQL checks each of the 20,000 references by reading the whole table.
        cursor.execute("ANALYZE")
    own = Revision.objects.filter(article=OuterRef("pk")).values("pk")[:1]
    Article.objects.filter(head=None).update(head=Subquery(own))


@pytest.mark.usefixtures("_own_media")
def test_list_and_acts_cost_the_same_with_2_articles_and_with_20_000(room):
    room.live()
    room.live()
    texts = Texts(room)
    few = costs(room, texts, 1)

    many_articles(room, 20_000)
    many = costs(room, texts, 3)

    assert many == few
    assert many["list"] <= LIST_MOST
    assert {act: number for act, number in many.items() if number > MOST} == {}


@pytest.mark.parametrize("who", ["writer", "editor", "chief_editor"])
def test_the_form_asks_the_database_15_times_at_most_whatever_there_is(room, who):
    article = room.bring_to(room.draft(), Stage.IN_REVIEW)
    client = signed_in(getattr(room, who))
    address = f"/admin/articles/article/{article.pk}/change/"
    with CaptureQueriesContext(connection) as few:
        client.get(address)

    for number in range(30):
        Author.objects.create(name_ar=f"كاتب {number}", name_en=f"Author {number}", slug=f"author-{number}")
        room.change(article, deck=f"سطر {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(counted(few)) == len(counted(many)) <= 15, counted(many)


def test_the_desk_page_asks_15_times_at_most(room):
    client = signed_in(room.chief_editor)
    with CaptureQueriesContext(connection) as few:
        client.get("/admin/")
    for _ in range(20):
        room.bring_to(room.draft(), Stage.IN_REVIEW)
    with CaptureQueriesContext(connection) as many:
        client.get("/admin/")

    assert len(counted(few)) == len(counted(many)) <= 15, counted(many)


def test_the_bell_and_who_is_editing_cost_two_questions(room):
    article = room.bring_to(room.draft(), Stage.IN_REVIEW)
    client = signed_in(room.editor)
    with CaptureQueriesContext(connection) as asked:
        client.get("/admin/notifications/news/", {"article": article.pk})
    with CaptureQueriesContext(connection) as again:
        client.get("/admin/notifications/news/", {"article": article.pk})

    # News of the text that is open is thereby seen, which is written down once.
    assert len(counted(asked)) <= 3
    assert len(counted(again)) == 2, counted(again)
