"""Topics and names: one subject under any spelling; merging shows its count, asks, and keeps every address."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from articles.admin.topics_field import TopicsField, topic_named, topics_named
from articles.importing.service import understand
from articles.models import (
    Agency,
    Author,
    BylineLine,
    LegacyAddress,
    NameEntry,
    Role,
    Section,
    TermRule,
    Topic,
    WireItem,
    WorkflowEvent,
)
from tests.admin.desk import person, signed_in
from tests.workflow.newsroom import make_newsroom


@pytest.fixture
def editor(db: None) -> Client:
    """An editor's browser."""
    return signed_in(person("editor", Role.EDITOR))


def topic(slug: str, **names: str) -> Topic:
    """Make a topic."""
    return Topic.objects.create(slug=slug, name="", **({"name_ar": slug} | names))


@pytest.mark.parametrize(
    "typed", ["سياسة، اقتصاد", "سياسة؛ اقتصاد", "سياسة, اقتصاد", "سياسة;اقتصاد\n", " سياسه ،، اقتصاد ، سياسة"]
)
def test_names_between_any_commas_are_two_clean_topics(db: None, typed: str) -> None:
    pks = topics_named(TopicsField().clean(typed), "ar")

    assert [Topic.objects.get(pk=pk).key for pk in pks] == ["سياسه", "اقتصاد"]


def test_one_topic_under_any_spelling_and_language(db: None) -> None:
    news = topic("news", name_ar="أخبار", name_en="News")

    assert (
        topics_named(["اخبار"], "ar") == topics_named(["NEWS"], "en") == topics_named(["الأخبار", "أخبـــار"], "ar")[1:]
    )
    assert topic_named("néws") == news
    with pytest.raises(ValidationError):
        Topic(slug="other", name_ar="شيء", name_en="news").clean()


def test_twenty_new_topics_cost_at_most_six_queries(db: None, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(6):
        assert len(topics_named([f"موضوع {number}" for number in range(20)], "ar")) == 20


def test_a_name_is_there_once_in_whatever_spelling(db: None) -> None:
    Author.objects.create(name_ar="أحمد علي", name_en="Ahmad Ali", slug="ahmad-ali")

    for name_ar, name_en in (("احمد على", "Other"), ("غيره", "AHMAD ALI"), ("«…»", "Nobody")):
        with pytest.raises(ValidationError):
            Author(name_ar=name_ar, name_en=name_en, slug="a-2").full_clean()
    for name_ar, name_en in (("احمد على", "Other"), ("غيره", "AHMAD ALI")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Author.objects.create(name_ar=name_ar, name_en=name_en, slug="a-2")


def test_merging_shows_its_count_asks_and_keeps_every_address(editor: Client) -> None:
    ports, harbours, docks = topic("ports"), topic("harbours"), topic("docks")
    docks.merged_into = harbours
    docks.save()
    old = LegacyAddress.objects.create(path="/tag/docks", topic=docks)
    address = f"/admin/topics/{harbours.pk}/merge/"

    shown = editor.post(address, {"into": "Ports", "show": "1"})
    assert (shown.status_code, Topic.objects.filter(merged_into=ports).count()) == (200, 0)
    assert 'name="merge"' in shown.text
    editor.post(address, {"into": "Ports", "merge": "1"})

    assert set(Topic.objects.filter(merged_into=ports)) == {harbours, docks}
    old.refresh_from_db()
    assert old.topic == ports
    assert WorkflowEvent.objects.get(verb="merge_topics").details["into"] == ports.pk
    for slug in ("harbours", "docks"):
        answer = editor.get(f"/ar/topics/{slug}/")
        assert (answer.status_code, answer["Location"]) == (301, "/ar/topics/ports/")


@pytest.mark.parametrize("into", ["harbours", "docks", "nothing", "", "x" * 200, "\x00"])
def test_a_merger_that_cannot_be_is_a_sentence(editor: Client, into: str) -> None:
    harbours, docks = topic("harbours"), topic("docks")
    docks.merged_into = harbours
    docks.save()

    answer = editor.post(f"/admin/topics/{harbours.pk}/merge/", {"into": into, "merge": "1"})

    assert answer.status_code == 400
    assert "errorlist" in answer.text
    assert Topic.objects.get(pk=harbours.pk).merged_into is None


def test_names_stand_in_the_arabic_order_without_their_article(db: None) -> None:
    words = ["يافا", "الآداب", "پاريس", "إربد", "البحر", "أخبار", "الله", "گاز", "تونس"]
    ordered = ["أخبار", "الآداب", "إربد", "الله", "پاريس", "البحر", "تونس", "گاز", "يافا"]
    for number, word in enumerate(words):
        topic(f"t{number}", name_ar=word)
        Author.objects.create(name_ar=word, name_en=word, slug=f"a{number}")
        NameEntry.objects.create(name_ar=word, name_en=word)
        TermRule.objects.create(language="ar", word=word, reason="-")

    for model, name in ((Topic, "name_ar"), (Author, "name_ar"), (NameEntry, "name_ar"), (TermRule, "word")):
        assert list(model.objects.values_list(name, flat=True)) == ordered


def test_a_merged_authors_texts_and_addresses_are_the_others(db: None) -> None:
    room = make_newsroom()
    editor = signed_in(room.editor)
    twice, salma = (Author.objects.create(slug=s, name_ar=s, name_en=s) for s in ("salma-2", "salma"))
    twice.user = room.writer
    twice.save()
    article = room.live(bylines=(BylineLine(author_id=twice.pk),))
    old = LegacyAddress.objects.create(path="/writer/7", author=twice)
    address = f"/admin/authors/{twice.pk}/merge/"

    shown = editor.post(address, {"into": "Sálma", "show": "1"})
    assert (shown.status_code, shown.context["found"].uses) == (200, 1)
    editor.post(address, {"into": "salma · salma", "merge": "1"})

    old.refresh_from_db()
    salma.refresh_from_db()
    assert (old.author, salma.user) == (salma, room.writer)
    assert editor.get("/ar/authors/salma-2/")["Location"] == "/ar/authors/salma/"
    assert article.headline in editor.get("/ar/authors/salma/").text


def test_a_merged_agencys_copy_is_the_others(db: None) -> None:
    room = make_newsroom()
    editor = signed_in(room.editor)
    twice, agency = (
        Agency.objects.create(slug=s, name_ar=n, name_en=s) for s, n in (("afp-2", "ا ف ب"), ("afp", "أف"))
    )
    item = WireItem.objects.create(
        form_token="a" * 32,
        agency=twice,
        article=room.draft(),
        language="ar",
        received_by=room.writer,
        received_at=room.tick(),
    )

    editor.post(f"/admin/agencies/{twice.pk}/merge/", {"into": "AFP", "merge": "1"})

    item.refresh_from_db()
    copy = "عنوان\n\nبيروت (أ ف ب) - وصلت السفينة صباح الثلاثاء وعلى متنها القمح الذي انتظره الناس.\n"
    read = understand(copy, language="ar", section=Section.objects.get())
    assert (item.agency, read.agency) == (agency, agency)
    assert read.content.bylines == (BylineLine(agency_id=agency.pk),)


def test_a_name_that_would_turn_what_stands_round_it_is_refused_and_joiners_are_not(db: None) -> None:
    for turned in ("أحمد\u202e علي", "علي\u2066"):
        with pytest.raises(ValidationError, match="invisible direction marks"):
            Author(name_ar=turned, name_en="Ahmad", slug="ahmad").full_clean()
        with pytest.raises(ValidationError, match="invisible direction marks"):
            TopicsField().clean(f"سياسة، {turned}")
    for name in ("علی\u200cپور", "יוסי כהן", "王小明", "👨\u200d👩\u200d👧"):
        assert TopicsField().clean(name) == [name]
        Author(name_ar=name, name_en=name, slug="a-name").full_clean()
