"""How many queries a page costs, whatever it shows: the same with 2 rows, more than it shows, an archive of 20,000.

Counted as DESIGN §5 says: with the navigation held, which a cold process adds once a minute (house, sections,
pages), and what editors teach search, which it reads every 10 seconds (2).
"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.management import archive, archive_text, bulk
from articles.models import Author, BylineLine, Change, FrontSlot, Section, Topic
from articles.publishing import addresses
from tests.public.site import both_live, make_photo, path_of, shown_as
from tests.workflow.newsroom import Newsroom

# What the queries are:
BUDGETS = {
    "article": 4,  # rows of the story · strip, topics, corrections, edges · related · pictures
    "front": 6,  # slots · corrections · cards · pictures · faces of opinions · strip and edges
    "section": 4,  # slots · cards · pictures · strip and edges
    "latest": 3,
    "archive": 3,
    "topic": 5,  # topic and merged ones · cards · is it in the other language · pictures · strip and edges
    "author": 5,  # author · cards · is it in the other language · pictures · strip and edges
    "corrections": 3,  # corrections · their articles · strip and edges
    "search": 4,  # hits · cards · pictures · strip and edges
    "search, some words": 5,  # and the hits of any word
    "feed": 4,  # cards · pictures · topics · strip and edges
    "section feed": 4,
    "topic feed": 5,
    "news sitemap": 2,
    "picture": 2,
    "redirect": 1,
    "not found": 1,  # old addresses
    "not found, article": 2,
    "start": 0,
    "robots": 0,
}
MOST = {"article": 4, "front": 6, "section": 6, "search": 6, "search, some words": 6}


class Site:
    """A site in which every query of every page has something to find."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.photo = make_photo(room)
        self.topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
        Topic.objects.create(slug="harbours", name_ar="المرافئ", name_en="Harbours", merged_into=self.topic)
        self.author = Author.objects.create(
            slug="salma", name_ar="سلمى", name_en="Salma", portrait=make_photo(room, width=700)
        )
        self.article, _twin = both_live(room, **self.text())
        self.articles = [self.article]
        corrected = room.change(self.article, body="<p>وصلت السفينة إلى المرفأ مساء الثلاثاء.</p>")
        room.publish(corrected, change=Change.CORRECTION, notes={"ar": "كان الوقت خطأً."})

    def text(self) -> dict[str, object]:
        """A text with a topic, a byline and a picture."""
        return {
            "topic_ids": (self.topic.pk,),
            "bylines": (BylineLine(author_id=self.author.pk),),
            "photos": (shown_as(self.photo),),
        }

    def grow(self, number: int) -> None:
        """Publish more of the same kind."""
        step = timedelta(seconds=1)
        self.room.tick = lambda: _advance(self.room, step)  # type: ignore[method-assign]
        while len(self.articles) < number:
            self.articles.append(self.room.live(headline=f"سفينة رقم {len(self.articles)}", **self.text()))

    def addresses(self) -> dict[str, str]:
        """One address of each kind."""
        day = self.article.publications.earliest("live_from").first_published_at
        return {
            "article": path_of(self.article),
            "front": "/ar/",
            "section": "/ar/region/",
            "latest": "/ar/latest/",
            "archive": addresses.archive("ar", day.date()),
            "topic": "/ar/topics/ports/",
            "author": "/ar/authors/salma/",
            "corrections": "/ar/corrections/",
            "search": "/ar/search/?q=سفينة",
            "search, some words": "/ar/search/?q=سفينة زرقاء",
            "feed": "/ar/feed/rss/",
            "section feed": "/ar/region/feed/rss/",
            "topic feed": "/ar/topics/ports/feed/atom/",
            "news sitemap": "/news-sitemap-ar.xml",
            "picture": addresses.picture(self.photo.token, 800, "jpg"),
            "redirect": f"/ar/{self.article.pk}/",
            "not found": "/ar/nothing/at/all/",
            "not found, article": "/ar/region/999999-x/",
            "start": "/",
            "robots": "/robots.txt",
        }


def _advance(room: Newsroom, step: timedelta) -> object:
    room.now += step
    return room.now


def counted(client: Client, site: Site) -> dict[str, int]:
    """How many queries each address costs, with the navigation and the house's words held."""
    client.get("/ar/")
    client.get("/ar/search/", {"q": "2026"})
    found = {}
    for name, address in site.addresses().items():
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        assert answer.status_code in ({404} if "not found" in name else {200, 301, 302}), name
        found[name] = len(queries)
    return found


def test_each_page_costs_the_same_with_2_rows_and_with_more_than_it_shows(room: Newsroom, client: Client) -> None:
    site = Site(room)
    site.grow(2)
    few = counted(client, site)

    site.grow(60)
    many = counted(client, site)

    assert many == few
    assert {name: number for name, number in many.items() if number > BUDGETS[name]} == {}
    assert all(many[name] <= most for name, most in MOST.items())


def test_a_cold_process_asks_three_more_for_house_sections_and_pages(room: Newsroom, client: Client) -> None:
    room.live()

    with CaptureQueriesContext(connection) as cold:
        client.get("/ar/region/")
    with CaptureQueriesContext(connection) as warm:
        client.get("/ar/region/")

    assert len(cold) - len(warm) == 3


def test_a_list_reads_no_body_and_an_article_only_its_own(room: Newsroom, client: Client) -> None:
    site = Site(room)
    site.grow(4)
    room.publish(room.change(site.article, body="<p>نص لم يُنشر بعد.</p>"), live_from=timezone.now() + timedelta(days=1))
    client.get("/ar/")
    places = site.addresses()

    for name in ("front", "section", "latest", "topic", "author", "search"):
        with CaptureQueriesContext(connection) as queries:
            client.get(places[name])
        assert not [query for query in queries if '"body"' in query["sql"].split(" FROM ")[0]], name
    with CaptureQueriesContext(connection) as queries:
        page = client.get(places["article"])
    assert "لم يُنشر بعد" not in page.content.decode()
    assert sum('"body"' in query["sql"] for query in queries) == 1


@pytest.fixture
def _twenty_thousand(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    # Fewer and shorter texts, as many rows: what is counted here is queries.
    monkeypatch.setattr(archive, "POOL", 50)
    for length in ("SHORTEST", "USUAL", "LONGEST"):
        monkeypatch.setattr(archive_text, length, 20)
    for n in range(3):
        Section.objects.create(slug=f"section-{n}", name_ar=f"قسم {n}", name_en=f"Section {n}", position=n)
        Topic.objects.create(slug=f"topic-{n}", name_ar=f"موضوع {n}", name_en=f"Topic {n}")
        Author.objects.create(slug=f"author-{n}", name_ar=f"كاتب {n}", name_en=f"Author {n}")
    made = archive.Archive(20_000, by=room.administrator, now=timezone.now(), seed=7)
    for _number, rows in made.batches(5_000):
        for model, columns in archive.COLUMNS.items():
            bulk.insert(model, columns, rows[model])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


# How many questions a page asks is ours to say, not the engine's; the other tests here ask it of both.
@pytest.mark.one_engine
@pytest.mark.usefixtures("_twenty_thousand")
def test_each_page_costs_the_same_in_an_archive_of_20000(room: Newsroom, client: Client) -> None:
    room.now = timezone.now() - timedelta(hours=3)
    site = Site(room)
    FrontSlot.objects.create(
        language="ar", position=1, article=site.article, live_from=room.now, created_by=room.editor
    )

    found = counted(client, site)

    assert {name: number for name, number in found.items() if number > BUDGETS[name]} == {}
