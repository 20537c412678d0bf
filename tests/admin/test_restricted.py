"""A restricted story exists for nobody else on any page of the desk, and answers to no post of a stranger."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, LegacyAddress, Note, Publication, Topic, User
from articles.publishing import publish
from articles.workflow import drafts, notes, stories
from tests.admin.desk import signed_in
from tests.workflow.newsroom import Newsroom, fresh, head

MARK = "قنطورس"
PLACES = (
    *("", "articles/article/", f"articles/article/?q={MARK}", "articles/article/?stage=approved", "notifications/"),
    *("articles/article/add/", "flash/", "import/", "notifications/news/", "planning/", "duty/", "reviewed/"),
    *(f"pick/{kind}/?q={MARK}" for kind in ("topics", "photos", "stories")),
    f"suggest/?q={MARK}",
    *("articles/topic/", f"articles/topic/?q={MARK}", "front/ar/", "front/en/"),
    *("strip/", "front/ar/?at=2030-01-01T05:50", "articles/legacyaddress/", "articles/legacyaddress/add/"),
    *("articles/photo/", f"articles/photo/?q={MARK}", "articles/series/", "articles/user/"),
    f"autocomplete/?app_label=articles&model_name=topic&field_name=merged_into&term={MARK}",
)
OF_ARTICLE = ("change/", "history/", "revisions/1/", "preview/", "fix/", "update/", "amend/", "buffer/")
ACTS = (
    *("save", "submit", "recall", "return", "approve", "approve_and_publish", "publish", "publish_unreviewed"),
    *("reschedule", "unschedule", "spike", "discard", "hold", "embargo", "mark_developing", "restrict", "open_to_all"),
    *("place_story", "note", "resolve_note", "make_other_edition", "buffer", "fix", "update", "amend", "assign"),
)


@pytest.fixture
def secret(room: Newsroom) -> Article:
    """A scheduled story that nobody but its writer and the chief may know of, marked in every text of it."""
    topic = Topic.objects.create(name_ar=MARK, slug="secret")
    content = room.content(headline=f"{MARK} في العنوان", body=f"<p>{MARK} في النص.</p>", topic_ids=(topic.pk,))
    article = drafts.create(content, language="ar", by=room.writer, clock=room.tick(), slugline=f"{MARK} داخلي")
    twin = drafts.make_other_edition(article, by=room.chief_editor, clock=room.tick())
    room.change(twin, by=room.chief_editor, headline=f"{MARK} in English")
    notes.add(article, text=f"@editor {MARK} في ملاحظة", by=room.writer, clock=room.tick())
    stories.restrict(article.story, people=[room.writer], by=room.chief_editor, clock=room.tick(), why=MARK)
    drafts.submit(head(article), by=room.writer, clock=room.tick())
    text = room.approve(article, by=room.chief_editor)
    going = publish.Going(live_from=timezone.now() + timedelta(days=1))
    publish.publish(text, by=room.chief_editor, clock=room.tick(), going=going)
    return fresh(article)


@pytest.mark.parametrize("who", ["editor", "reporter", "translator", "photo_editor", "administrator"])
def test_no_page_of_the_desk_shows_a_word_of_a_restricted_story_to_others(room, secret, who):
    client = signed_in(getattr(room, who))

    for place in PLACES:
        response = client.get(f"/admin/{place}", follow=True)
        shown = response.content.decode().replace(f'value="{MARK}"', "").replace(f"q={MARK}", "")
        assert MARK not in shown, place
        assert f"/article/{secret.pk}/" not in shown, place
    for article in secret.story.articles.all():
        answers = {client.get(f"/admin/articles/article/{article.pk}/{part}").status_code for part in OF_ARTICLE}
        assert answers <= {404, 403, 200}
        answers = {
            client.get(f"/admin/articles/article/{article.pk}/{part}").status_code
            for part in OF_ARTICLE
            if part != "buffer/"
        }
        assert answers == {404}


def test_those_let_in_find_it_where_they_find_everything(room, secret):
    client = signed_in(room.writer)

    assert f"/article/{secret.pk}/" in client.get(f"/admin/articles/article/?q={MARK}").content.decode()
    assert MARK in client.get(f"/admin/pick/topics/?q={MARK}").json()["found"][0]["label"]


def test_a_stranger_at_the_addresses_of_a_restricted_story_changes_nothing(room, secret):
    note = Note.objects.get()
    before = (secret.stage, secret.version, secret.events.count(), Publication.objects.count())
    sent = {
        "base": secret.head_id,
        "headline": "دخيل",
        "note-text": "دخيل",
        "resolve_note-note": note.pk,
        "return-why": "دخيل",
        "spike-why": "دخيل",
        "hold-is_held": "1",
        "reschedule-live_from": "2099-01-01T10:00",
    }
    for who in ("editor", "translator", "duty_editor"):
        client = signed_in(getattr(room, who))
        for act in ACTS:
            status = client.post(f"/admin/articles/article/{secret.pk}/{act}/", sent).status_code
            assert status in {403, 404}, (who, act, status)

    article = fresh(secret)
    assert (article.stage, article.version, article.events.count(), Publication.objects.count()) == before
    assert not Note.objects.get().resolved_at


def test_a_note_and_a_target_of_a_restricted_story_cannot_be_reached_through_another(room, secret):
    live = room.live()
    note = Note.objects.get()
    client = signed_in(room.duty_editor)
    base = {"base": live.head_id}

    client.post(f"/admin/articles/article/{live.pk}/resolve_note/", base | {"resolve_note-note": note.pk})
    page = client.post(f"/admin/articles/article/{live.pk}/move/", base | {"withdraw-moved_to": secret.pk})

    assert Note.objects.get().resolved_at is None
    assert page.status_code == 409
    assert not Publication.objects.filter(moved_to=secret).exists()


def test_an_old_address_cannot_be_led_to_a_restricted_story_by_others(room, secret):
    User.objects.filter(pk=room.chief_editor.pk).update(interface_language="en")
    for who in (room.administrator,):
        client = signed_in(who)
        known = client.post("/admin/articles/legacyaddress/add/", {"path": "/a", "article": secret.pk})
        unknown = client.post("/admin/articles/legacyaddress/add/", {"path": "/a", "article": 999999})
        assert known.content.decode().count("errorlist") == unknown.content.decode().count("errorlist")
    assert not LegacyAddress.objects.exists()
