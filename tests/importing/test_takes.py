"""An agency's new take, correction or kill of an item that is here already is joined, not saved twice."""

from datetime import timedelta

import pytest

from articles.importing.service import earlier_of, import_text, understand
from articles.models import (
    Agency,
    Article,
    Basis,
    Desk,
    House,
    Kind,
    Language,
    Note,
    Notification,
    Story,
    WireItem,
)
from articles.publishing import publish
from articles.publishing.publish import Going
from articles.workflow import drafts
from articles.workflow.refusals import Refused
from tests.workflow.newsroom import Newsroom, fresh, head, make_newsroom

FIRST = """رقم الخبر: AFP-20261124-77

سفينة مساعدات تصل إلى المرفأ بعد تأخير

بيروت (أ ف ب) - وصلت السفينة صباح الثلاثاء وعلى متنها ألف طن من القمح.

وقال مدير المرفأ إن التفريغ يستغرق يومين في أفضل الأحوال.

وتنتظر المخابز الطحين منذ أسبوع.

لج/ص ك
"""
SECOND = FIRST.replace("ألف طن", "ألفي طن").replace("سفينة مساعدات تصل", "تصحيح: سفينة مساعدات تصل")


@pytest.fixture
def room(db: None) -> Newsroom:
    """A newsroom that takes an agency's copy, whose rights end after a month."""
    Agency.objects.create(
        name_ar="أ ف ب", name_en="AFP", slug="afp", source_lines="فرانس برس", rights_end_after_days=30
    )
    return make_newsroom()


def imported(room: Newsroom, text: str, **how: object) -> Article:
    """Import a copy as the reporter."""
    made = import_text(text, language=Language.AR, section=room.section, by=room.writer, clock=room.tick(), **how)
    return fresh(made.article)


def test_an_item_is_kept_with_its_number_and_the_end_of_its_rights(room):
    article = imported(room, FIRST)

    item = WireItem.objects.get()
    assert (item.item_id, item.article_id) == ("AFP-20261124-77", article.pk)
    assert (item.rights_until - item.received_at).days == 30
    assert article.head.headline == "سفينة مساعدات تصل إلى المرفأ بعد تأخير"
    assert article.head.agency.slug == "afp"
    assert "لج/ص ك" in Note.objects.get(article=article).text


def test_a_correction_is_joined_with_what_the_desk_changed_meanwhile(room):
    article = imported(room, FIRST)
    mine = article.head.content()
    mine = mine.with_(kicker="المرفأ", body=mine.body.replace("منذ أسبوع", "منذ عشرة أيام"))
    drafts.save(article.pk, mine, base_pk=article.head.pk, by=room.editor, clock=room.tick())

    joined = imported(room, SECOND)

    assert joined == article
    assert Story.objects.count() == 1
    assert "ألفي طن" in joined.head.body
    assert "منذ عشرة أيام" in joined.head.body
    assert joined.head.headline == article.head.headline
    assert joined.head.kicker == "المرفأ"
    assert Note.objects.filter(article=article, text__contains="corrected").exists()


def test_what_both_changed_stays_the_desks_and_the_agencys_words_stand_in_the_note(room):
    article = imported(room, FIRST)
    mine = article.head.content()
    mine = mine.with_(body=mine.body.replace("ألف طن من القمح", "ألف طن من القمح والذرة"))
    drafts.save(article.pk, mine, base_pk=article.head.pk, by=room.editor, clock=room.tick())

    joined = imported(room, SECOND)

    assert "القمح والذرة" in joined.head.body
    assert "ألفي طن" not in joined.head.body
    assert Note.objects.filter(article=article, text__contains="ألفي طن").exists()


def test_a_third_take_is_joined_on_the_second_not_on_the_desks_text(room):
    article = imported(room, FIRST)
    mine = article.head.content()
    drafts.save(
        article.pk,
        mine.with_(body=mine.body.replace("منذ أسبوع", "منذ عشرة أيام")),
        base_pk=article.head.pk,
        by=room.editor,
        clock=room.tick(),
    )
    imported(room, SECOND)

    joined = imported(room, SECOND.replace("يومين", "ثلاثة أيام"))

    assert "ثلاثة أيام" in joined.head.body
    assert "منذ عشرة أيام" in joined.head.body


def test_without_a_number_a_likeness_is_offered_and_joined_only_when_asked(room):
    first = imported(room, FIRST.partition("\n")[2])
    again = SECOND.partition("\n")[2]
    understood = understand(again, language=Language.AR, section=room.section)

    earlier = earlier_of(understood, language=Language.AR, by=room.writer, clock=room.tick())
    of_its_own = imported(room, again)
    joined = imported(room, again, joins=True, form_token="b" * 32)

    assert earlier is not None
    assert (earlier.item.article_id, earlier.is_sure) == (first.pk, False)
    assert of_its_own != first
    assert joined == of_its_own
    assert imported(room, again, joins=True, form_token="b" * 32) == joined
    assert WireItem.objects.count() == 3


def test_an_items_own_token_fits_its_column():
    assert len(WireItem().form_token) == WireItem._meta.get_field("form_token").max_length


def test_another_item_or_another_agency_is_no_take(room):
    imported(room, FIRST)
    other = FIRST.replace("77", "78").replace(
        "سفينة مساعدات تصل إلى المرفأ بعد تأخير", "البرلمان يؤجل جلسته إلى الخميس"
    )

    assert understand(other, language=Language.AR, section=room.section).copy.item_id == "AFP-20261124-78"
    assert imported(room, other) != imported(room, FIRST)
    assert Story.objects.count() == 2


def test_a_kill_joins_nothing_and_stops_approval(room):
    article = imported(room, FIRST)

    assert imported(room, FIRST.replace("سفينة مساعدات", "إلغاء - سفينة مساعدات")) == article

    assert fresh(article).head == article.head
    assert Note.objects.get(article=article, is_blocking=True)


def test_a_desk_and_partners_sign_as_the_house_has_them(room):
    Desk.objects.create(name_ar="راصد – بيروت", name_en="Rased Beirut", slug="rased-beirut")
    Desk.objects.create(name_ar="راصد + وكالات", name_en="Rased and agencies", slug="rased-agencies")
    body = "وصلت السفينة إلى المرفأ صباح الثلاثاء بعد تأخير دام ثلاثة أيام بسبب الرياح."

    for source, slug in (("راصد – بيروت", "rased-beirut"), ("راصد + وكالات", "rased-agencies")):
        article = imported(room, f"عنوان الخبر\n\n{source}\n\n{body}")
        assert [line.desk.slug for line in article.head.bylines.all()] == [slug]
    both = imported(room, f"عنوان الخبر\n\nراصد + فرانس برس\n\n{body}")
    assert both.head.bylines.get().agency.slug == "afp"
    assert both.head.agency is None


def test_a_take_is_its_agencys_not_the_importers_and_one_editor_may_publish_it_at_night_until_its_rights_end(room):
    editor = room.editor
    how = {"language": Language.AR, "section": room.section, "by": editor}
    article = fresh(import_text(FIRST, clock=room.tick(), **how).article)
    joined = fresh(import_text(SECOND, clock=room.tick(), **how).article)
    page, end = publish.approve_and_publish(head(joined), by=editor, clock=room.tick())

    assert joined == article
    assert (joined.head.writers, joined.head.agency.slug, page.basis) == ([], "afp", Basis.AGENCY)
    newest = WireItem.objects.latest("received_at")
    assert (end.kind, end.live_from) == (Kind.GONE, newest.rights_until)
    assert end.public_reason == House.objects.get().gone_ar


def test_a_take_of_a_text_that_somebody_changed_leaves_it_to_whoever_changed_it(room):
    article = imported(room, FIRST)
    mine = article.head.content().with_(body=article.head.body + "<p>وقالت راصد إن الرصيف ضيق.</p>")
    drafts.save(article.pk, mine, base_pk=article.head.pk, by=room.editor, clock=room.tick())
    joined = imported(room, SECOND)

    assert joined.head.writers == [room.editor.pk]
    with pytest.raises(Refused, match="only writer"):
        drafts.approve(head(joined), by=room.editor, clock=room.tick())


def test_an_editor_sets_another_end_and_the_bell_rings_for_who_worked_on_the_text(room):
    article = imported(room, FIRST)
    drafts.submit(head(article), by=room.writer, clock=room.tick())
    until = room.now + timedelta(days=3)
    publish.approve_and_publish(head(article), by=room.editor, clock=room.tick(), going=Going(live_until=until))
    Notification.objects.all().delete()
    imported(room, SECOND)

    told = Notification.objects.get(note__isnull=False)
    assert (told.user, told.reason, told.asks_to_act) == (room.editor, "news", True)
    assert article.publications.get(kind=Kind.GONE).live_from == until
