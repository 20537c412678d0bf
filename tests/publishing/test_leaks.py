"""Nothing that is not live at this moment is on any public address (I1): a word of each such text is looked for."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.models import Article, Author, Bulletin, BylineLine, FrontSlot, Photo, Publication, Topic
from articles.publishing import addresses, withdraw
from articles.workflow import drafts
from tests.public.site import make_photo, path_of, shown_as, tags, texts
from tests.workflow.newsroom import Newsroom, fresh

LATER = timedelta(days=1)


@pytest.fixture
def room(room: Newsroom, settings: object, tmp_path: object) -> Newsroom:
    """A newsroom of the real past, with one article that readers have."""
    settings.MEDIA_ROOT = str(tmp_path)
    room.now = timezone.now() - timedelta(days=20)
    return room


def text(room: Newsroom, word: str, **more: object) -> dict[str, object]:
    """A text that says a word in every one of its fields."""
    topic = Topic.objects.create(slug=f"t-{room.now:%H%M%S%f}", name_ar=f"موضوع {word}", name_en=f"topic {word}")
    named = Author.objects.create(slug=f"a-{room.now:%H%M%S%f}", name_ar=f"اسم {word}", name_en=f"name {word}")
    photo = make_photo(room)
    return {
        "kicker": f"تمهيد {word}",
        "headline": f"عنوان {word}",
        "front_headline": f"رئيسية {word}",
        "social_headline": f"تواصل {word}",
        "search_headline": f"بحث {word}",
        "deck": f"فرعي {word}",
        "dateline": f"مكان {word}",
        "body": f"<p>نص {word} طويل.</p>",
        "topic_ids": (topic.pk,),
        "bylines": (BylineLine(author_id=named.pk),),
        "photos": (shown_as(photo, alt=f"بديل {word}", caption=f"شرح {word}"),),
    } | more


def draft(room: Newsroom, word: str) -> Article:
    return room.draft(**text(room, word))


def newer_than_live(room: Newsroom, word: str) -> Article:
    return room.change(room.live(headline="ما يراه القراء"), **text(room, word))


def scheduled(room: Newsroom, word: str) -> Article:
    return room.publish(draft(room, word), live_from=timezone.now() + LATER)


def update_ahead(room: Newsroom, word: str) -> Article:
    return room.publish(newer_than_live(room, word), live_from=timezone.now() + LATER)


def off_the_air(room: Newsroom, word: str) -> Article:
    article = room.live(**text(room, word))
    withdraw.take_off_air(article, by=room.editor, clock=room.tick())
    return article


def removed(room: Newsroom, word: str) -> Article:
    article = room.live(**text(room, word))
    withdraw.remove(article, by=room.chief_editor, clock=room.tick(), public_reason="نُشرت خطأً")
    return article


def expired(room: Newsroom, word: str) -> Article:
    return room.publish(draft(room, word), live_until=room.now + timedelta(hours=1))


def moved(room: Newsroom, word: str) -> Article:
    article = room.live(**text(room, word))
    withdraw.move(article, room.live(headline="إلى هنا"), by=room.chief_editor, clock=room.tick())
    return article


def replaced(room: Newsroom, word: str) -> Article:
    article = room.live(**text(room, word))
    return room.publish(room.change(article, **text(room, "سليم")))


def restricted(room: Newsroom, word: str) -> Article:
    article = draft(room, word)
    type(article.story).objects.filter(pk=article.story_id).update(is_restricted=True, slugline=f"داخلي {word}")
    return fresh(article)


def twin_draft(room: Newsroom, word: str) -> Article:
    article = room.live(headline="ما يراه القراء")
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    return room.change(twin, by=room.translator, **text(room, word))


def slot_and_strip_ahead(room: Newsroom, word: str) -> Article:
    article = room.live(headline="ما يراه القراء")
    begin = timezone.now() + LATER
    FrontSlot.objects.create(
        language="ar", position=1, article=article, headline=word, live_from=begin, created_by=room.editor
    )
    Bulletin.objects.create(language="ar", text=word, live_from=begin, live_until=begin + LATER, created_by=room.editor)
    return article


STATES = (
    *(draft, newer_than_live, scheduled, update_ahead, off_the_air, removed, expired, moved, replaced, restricted),
    *(twin_draft, slot_and_strip_ahead),
)


def markers() -> dict[str, object]:
    """A word that stands in no text readers have, for each state."""
    return {f"قنطور{letter}": state for letter, state in zip("ابتثجحخدذرزسشصضط", STATES, strict=False)}


def public_addresses(articles: list[Article], words: list[str]) -> list[str]:
    """Every kind of public address there is, with those that would be the hidden texts' own."""
    places = [f"/{language}/" for language in ("ar", "en")]
    places += [f"{place}region/" for place in places[:2]]
    feeds = [f"{place}feed/{kind}/" for place in places for kind in ("rss", "atom")]
    lists = [f"/{language}/{name}/" for language in ("ar", "en") for name in ("latest", "corrections", "search")]
    queries = [f"/ar/search/?q={word}" for word in (*words, "عنوان", "نص", "سفينة")]
    topics = [addresses.topic("ar", topic.slug) for topic in Topic.objects.all()]
    topics += [addresses.feed(path) for path in topics]
    authors = [addresses.author("ar", author.slug) for author in Author.objects.all()]
    days = [addresses.archive("ar", (timezone.now() - timedelta(days=n)).date()) for n in (0, 19, 20)]
    own = [path for a in articles for path in (f"/{a.language}/{a.pk}/", f"/{a.language}/region/{a.pk}-x/")]
    maps = ["/sitemap.xml", "/news-sitemap-ar.xml", "/news-sitemap-en.xml", "/robots.txt"]
    months = {timezone.now() - timedelta(days=n) for n in (0, 21)}
    maps += [f"/sitemap-{language}-{m.year}-{m.month}.xml" for language in ("ar", "en") for m in months]
    return [*places, *feeds, *lists, *queries, *topics, *authors, *days, *own, *maps]


def said_by(client: Client, address: str) -> str:
    """Everything an address says, with its redirects and headers, but for what the reader typed himself."""
    answer = client.get(address, follow=True)
    said = answer.content.decode() + str(answer.headers) + str(answer.redirect_chain)
    query = address.partition("?q=")[2]
    if not query:
        return said
    return " ".join(texts(answer, "article")) + " ".join(str(tag.get("href")) for tag in tags(answer, "a"))


def test_no_public_address_says_a_word_of_what_is_not_live(room: Newsroom, client: Client) -> None:
    seen = room.live(headline="سفينة يراها القراء")
    made = {word: state(room, word) for word, state in markers().items()}
    live = Publication.objects.live(timezone.now())
    hidden = list(Photo.objects.exclude(publication_links__publication__in=live).values_list("token", flat=True))
    cache.clear()

    for address in [*public_addresses(list(made.values()), list(made)), path_of(seen)]:
        said = said_by(client, address)
        if "?q=" in address:
            said = said.replace(f"?q={quote(address.partition('?q=')[2], safe='')}", "")
        found = [(word, state.__name__) for word, state in markers().items() if word in said or quote(word) in said]
        assert not found, address
        assert not [token for token in hidden if token in said], address
    for token in hidden:
        assert client.get(addresses.picture(token, 800, "jpg")).status_code in {404, 410}
    assert len(hidden) > len(STATES) - 2
