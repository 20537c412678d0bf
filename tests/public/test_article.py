"""The page of an article: its language, its head, its one address that answers for ever (I8), its twin, its text."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Author, BylineLine, BylineRole, Change, Topic
from articles.publishing import addresses, live_changes, withdraw
from articles.publishing.publish import Going
from tests.public.site import (
    both_live,
    graph,
    link,
    make_photo,
    meta,
    path_of,
    read,
    shown_as,
    tags,
    text_of,
    texts,
)
from tests.workflow.newsroom import Newsroom, head

ORIGIN = "http://testserver"


def author(**names: str) -> Author:
    return Author.objects.create(**({"slug": "salma", "name_ar": "سلمى حداد", "name_en": "Salma Haddad"} | names))


def test_both_editions_answer_in_their_own_language_and_direction(room: Newsroom, client: Client) -> None:
    arabic, english = both_live(room)

    for article, language, direction in ((arabic, "ar", "rtl"), (english, "en", "ltr")):
        page = read(client, article)

        assert page.status_code == 200
        assert tags(page, "html") == [{"lang": language, "dir": direction}]
        assert page["Content-Language"] == language
        assert texts(page, "h1") == [head(article).headline]
        assert link(page, "canonical") == [addresses.absolute(path_of(article))]


def test_the_two_editions_name_each_other_and_the_default(room: Newsroom, client: Client) -> None:
    arabic, english = both_live(room)
    wanted = {
        "ar": [addresses.absolute(path_of(arabic))],
        "en": [addresses.absolute(path_of(english))],
        "x-default": [addresses.absolute(path_of(arabic))],
    }

    for article, other in ((arabic, english), (english, arabic)):
        page = read(client, article)

        assert {code: link(page, "alternate", hreflang=code) for code in wanted} == wanted
        switch = [tag for tag in tags(page, "a") if tag.get("hreflang") == other.language]
        assert {tag["href"] for tag in switch} == {path_of(other)}
        assert {(tag["lang"], tag["dir"]) for tag in switch} == {
            (other.language, "rtl" if other.language == "ar" else "ltr")
        }


def test_an_edition_without_a_twin_leads_to_the_other_front(room: Newsroom, client: Client) -> None:
    page = read(client, room.live())

    assert link(page, "alternate", hreflang="en") == []
    assert "/en/" in {tag["href"] for tag in tags(page, "a") if tag.get("hreflang") == "en"}


def test_the_head_says_what_the_page_shows(room: Newsroom, client: Client) -> None:
    salma = author()
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    article = room.live(
        deck="بعد انتظار دام أسبوعًا",
        bylines=(BylineLine(author_id=salma.pk),),
        topic_ids=(topic.pk,),
        photos=(shown_as(make_photo(room)),),
        social_headline="وصلت!",
    )

    page = read(client, article)

    node = graph(page)["NewsArticle"]
    assert node["headline"] == texts(page, "h1")[0]
    assert node["inLanguage"] == "ar"
    assert node["author"] == [
        {"@type": "Person", "name": "سلمى حداد", "url": f"{ORIGIN}/ar/authors/salma/"},
    ]
    assert node["keywords"] == ["الموانئ"]
    assert [(image["width"], image["height"]) for image in node["image"]] == [(800, 450)]
    assert {node["datePublished"], node["dateModified"]} <= {tag["datetime"] for tag in tags(page, "time")}
    assert graph(page)["BreadcrumbList"]["itemListElement"][1]["name"] == "المنطقة"
    assert meta(page, "og:title") == ["وصلت!"]
    assert meta(page, "og:url") == link(page, "canonical")
    assert meta(page, "og:image:alt") == meta(page, "og:title")
    assert meta(page, "og:locale") == ["ar_AR"]
    assert meta(page, "article:tag") == ["الموانئ"]
    assert meta(page, "description") == ["بعد انتظار دام أسبوعًا"]
    assert "/ar/topics/ports/" in {tag["href"] for tag in tags(page, "a")}


def test_only_the_number_decides_and_everything_else_is_put_right_by_one_redirect(
    room: Newsroom, client: Client
) -> None:
    article = room.live()
    right = path_of(article)

    for wrong in (
        f"/ar/{article.pk}/",
        f"/ar/{article.pk}",
        f"/ar/region/{article.pk}/",
        f"/ar/region/{article.pk}-old-slug/",
        f"/ar/elsewhere/{article.pk}-سفينة/",
        f"/ar/region/000{article.pk}-سفينة/",
        right.rstrip("/"),
    ):
        answer = client.get(wrong)

        assert (answer.status_code, answer["Location"]) == (301, addresses.encoded(right)), wrong
    assert client.get(answer["Location"]).status_code == 200


def test_the_number_of_the_other_language_is_no_page(room: Newsroom, client: Client) -> None:
    arabic, english = both_live(room)

    assert client.get(f"/en/{arabic.pk}/").status_code == 404
    assert client.get(f"/ar/region/{english.pk}-a-ship/").status_code == 404


def test_a_new_slug_and_section_move_the_page_by_one_redirect(room: Newsroom, client: Client) -> None:
    article = room.live()
    old = path_of(article)
    room.publish(room.change(article, headline="السفينة الثانية تصل"))

    answer = client.get(old)

    assert (answer.status_code, answer["Location"]) == (301, addresses.encoded(path_of(article)))
    assert path_of(article) != old


@pytest.mark.parametrize("status", [410, 451])
def test_a_removed_article_says_why_at_every_one_of_its_addresses(room: Newsroom, client: Client, status: int) -> None:
    article = room.live()
    old = path_of(article)
    withdraw.remove(article, by=room.chief_editor, clock=room.tick(), public_reason="نُشرت خطأً", is_by_law=status == 451)

    for path in (old, f"/ar/{article.pk}/", f"/ar/region/{article.pk}/"):
        answer = client.get(path)

        assert answer.status_code == status
        assert "نُشرت خطأً" in answer.content.decode()
        assert "s-maxage" in answer["Cache-Control"]
    assert "سفينة تصل إلى المرفأ" not in answer.content.decode()


def test_off_the_air_is_kept_by_nobody_and_comes_back_whole(room: Newsroom, client: Client) -> None:
    article = room.live()
    path = path_of(article)
    withdraw.take_off_air(article, by=room.editor, clock=room.tick())

    answer = client.get(path)

    assert (answer.status_code, answer["Cache-Control"]) == (410, "no-store")
    assert "ستعود هيئة التحرير" in answer.content.decode()

    withdraw.put_back(article, by=room.chief_editor, clock=room.tick())

    assert client.get(path).status_code == 200


def test_a_retracted_text_stays_readable_and_says_why(room: Newsroom, client: Client) -> None:
    article = room.live()
    withdraw.retract(article, by=room.chief_editor, clock=room.tick(), public_reason="لم يثبت الخبر")

    page = read(client, article)

    assert page.status_code == 200
    assert "لم يثبت الخبر" in page.content.decode()
    assert "وصلت السفينة" in page.content.decode()
    assert article.headline not in client.get("/ar/latest/").content.decode()


def test_a_moved_article_leads_by_one_redirect_to_where_it_ended_up(room: Newsroom, client: Client) -> None:
    first, second, third = (room.live(headline=f"خبر {n}") for n in ("أول", "ثان", "ثالث"))
    old = path_of(first)
    withdraw.move(first, second, by=room.chief_editor, clock=room.tick())
    withdraw.move(second, third, by=room.chief_editor, clock=room.tick())

    answer = client.get(old)

    assert (answer.status_code, answer["Location"]) == (301, addresses.encoded(path_of(third)))


def test_what_is_scheduled_or_a_draft_is_no_page(room: Newsroom, client: Client) -> None:
    draft = room.draft()
    ahead = room.publish(room.draft(), live_from=timezone.now() + timedelta(seconds=40))

    assert client.get(f"/ar/{draft.pk}/").status_code == 404
    assert client.get(f"/ar/{ahead.pk}/").status_code == 404
    assert client.get(f"/ar/{ahead.pk + 99}/").status_code == 404


def test_readers_see_what_was_corrected_and_when(room: Newsroom, client: Client) -> None:
    article = room.live()
    going = {"change": Change.CORRECTION, "notes": {"ar": "ذكرنا أن اليوم الأربعاء، وهو الثلاثاء."}}
    room.publish(room.change(article, body="<p>وصلت السفينة إلى المرفأ صباح الثلاثاء الماضي.</p>"), **going)

    page = read(client, article)

    assert "ذكرنا أن اليوم الأربعاء" in page.content.decode()
    assert graph(page)["NewsArticle"]["correction"] == ["ذكرنا أن اليوم الأربعاء، وهو الثلاثاء."]
    assert graph(page)["NewsArticle"]["dateModified"] > graph(page)["NewsArticle"]["datePublished"]
    assert "ذكرنا أن اليوم الأربعاء" in client.get("/ar/corrections/").content.decode()


def test_a_small_fix_does_not_move_the_readers_time(room: Newsroom, client: Client) -> None:
    article = room.live()
    before = graph(read(client, article))["NewsArticle"]
    text = text_of(article)

    live_changes.fix(
        article,
        text.with_(body=text.body.replace("المرفأ ", "المرفأ، ")),
        live_pk=head(article).pk,
        by=room.editor,
        clock=room.tick(),
    )

    after = read(client, article)
    assert "المرفأ، صباح" in after.content.decode()
    assert graph(after)["NewsArticle"]["dateModified"] == before["dateModified"]


def test_bylines_say_what_each_person_did(room: Newsroom, client: Client) -> None:
    salma = author()
    karim = author(slug="karim", name_ar="كريم نصر", name_en="Karim Nasr")
    article = room.live(
        bylines=(
            BylineLine(author_id=salma.pk),
            BylineLine(author_id=karim.pk, role=BylineRole.PHOTOGRAPHY),
        )
    )

    page = read(client, article)

    assert {"/ar/authors/salma/", "/ar/authors/karim/"} <= {tag["href"] for tag in tags(page, "a")}
    assert [person["name"] for person in graph(page)["NewsArticle"]["author"]] == ["سلمى حداد"]


def test_related_articles_share_a_topic_first_and_are_never_the_story_itself(room: Newsroom, client: Client) -> None:
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    kin = room.live(headline="من الموضوع نفسه", topic_ids=(topic.pk,))
    other = room.live(headline="من القسم وحده")
    article, twin = both_live(room, topic_ids=(topic.pk,))

    page = read(client, article)

    shown = [tag["href"] for tag in tags(page, "a") if tag["href"] in {path_of(a) for a in (kin, other, article, twin)}]
    assert shown.index(path_of(kin)) < shown.index(path_of(other))
    assert path_of(article) not in shown


def test_an_expired_article_says_so_from_its_moment_on(room: Newsroom, client: Client) -> None:
    until = room.now + timedelta(hours=5)
    article = room.publish(room.draft(), live_until=until, gone_reason="انتهت مدة النشر")
    assert until < timezone.now()

    answer = client.get(f"/ar/{article.pk}/")

    assert answer.status_code == 410
    assert "انتهت مدة النشر" in answer.content.decode()


def test_going_is_the_same_for_both_editions(room: Newsroom, client: Client) -> None:
    arabic, english = both_live(room, Going(live_until=timezone.now() + timedelta(seconds=20)))

    for article in (arabic, english):
        kept = int(re.search(r"s-maxage=(\d+)", read(client, article)["Cache-Control"])[1])
        assert 1 <= kept <= 20
