"""Findings of a text that is typed, what may be left as it is, and the pages on which a house's style is kept."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from articles.language.house_style import UNSET
from articles.models import Article, HouseStyle, NameEntry, TermRule, User
from articles.publishing import live_changes
from articles.workflow import drafts, house_style, kept_findings
from articles.workflow.refusals import Refused
from tests.admin.desk import signed_in
from tests.workflow.newsroom import Newsroom, head

BROKEN = "<p>رقم TKTK ثم {title} ,</p>"


def ask(user: User, article: Article | None, fields: dict[str, str], leave: str = "", **more: object) -> dict:
    """Send a text as the form's script does, and return what is said, its status too."""
    body = {"article": article.pk if article else None, "language": "ar", "fields": fields} | more
    address = "/admin/articles/findings/" + leave
    answer = signed_in(user).post(address, json.dumps(body), content_type="application/json")
    return {"status": answer.status_code} | (answer.json() if answer["Content-Type"] == "application/json" else {})


def test_what_is_typed_is_looked_at_and_comes_with_its_mending(room: Newsroom) -> None:
    said = ask(room.writer, None, {"headline": "خبر  جديد في المدينة", "body": "نعم ،"})

    assert [(each["name"], each["check"], each["edits"]) for each in said["findings"]] == [
        ("headline", "double-space", [[1, 2, ""]]),
        ("body", "space-before-punct", [[0, 1, ""]]),
    ]


@pytest.mark.parametrize("body", ["", "[]", '{"fields": 5}', '{"fields": {"body": 5}, "language": "ar"}', "[" * 9000])
def test_what_is_no_form_is_refused_aloud(room: Newsroom, body: str) -> None:
    answer = signed_in(room.writer).post("/admin/articles/findings/", body, content_type="application/json")

    assert (answer.status_code, bool(answer.json()["refusal"])) == (400, True)


def test_ten_thousand_findings_are_capped_and_said(room: Newsroom) -> None:
    said = ask(room.writer, None, {"body": "كلمة  " * 10_000})

    assert len(said["findings"]) == 300
    assert said["more"] == "701 more findings are not listed."


def test_an_error_is_overruled_by_an_editor_with_a_reason_on_record_and_a_template_by_nobody(room: Newsroom) -> None:
    article = room.draft(body=BROKEN)
    text = {"body": "رقم TKTK ثم {title} ,", "headline": "سفينة"}
    note, template, comma = ask(room.editor, article, text)["findings"]

    assert (note["may_leave"], template["may_leave"]) == (True, False)
    assert ask(room.writer, article, text, "leave/", place=note["place"], reason="اسم")["status"] == 403
    assert ask(room.editor, article, text, "leave/", place=note["place"], reason=" ")["status"] == 409
    assert ask(room.editor, article, text, "leave/", place=template["place"], reason="لا")["status"] == 409
    left = ask(room.editor, article, text, "leave/", place=note["place"], reason="اسم الرحلة")
    assert ask(room.writer, article, text, "leave/", place=comma["place"], reason="كذا")["status"] == 200

    assert [each["check"] for each in left["findings"]] == ["placeholder", "space-before-punct"]
    assert ask(room.writer, article, text)["findings"] == [template]
    assert list(article.events.filter(why="اسم الرحلة").values_list("verb", "actor")) == [
        ("overrule_error", room.editor.pk)
    ]


def test_an_overruled_error_no_longer_stops_approval(room: Newsroom) -> None:
    article = room.draft(body="<p>رقم الرحلة TKTK وصلت.</p>")
    with pytest.raises(Refused, match="TKTK"):
        room.approve(article)
    text = {"body": "رقم الرحلة TKTK وصلت.", "headline": head(article).headline}
    (note,) = ask(room.editor, article, text)["findings"]
    ask(room.editor, article, text, "leave/", place=note["place"], reason="هذا رقمها")

    assert room.approve(article).pk == head(article).pk


def test_a_turned_headline_is_refused_with_a_sentence_that_says_why(room: Newsroom) -> None:
    article = room.draft(headline="خبر \u202eمقلوب")

    with pytest.raises(Refused, match="turns the direction"):
        drafts.approve(head(article), by=room.editor, clock=room.tick())


def test_the_houses_style_is_kept_by_those_whom_the_table_names_and_counts_at_once(room: Newsroom) -> None:
    chief, editor = signed_in(room.chief_editor), signed_in(room.editor)
    rule = {"language": "ar", "word": "زعم", "preferred": "قال", "reason": "رأي"}

    assert editor.post("/admin/articles/termrule/add/", rule).status_code == 403
    assert chief.post("/admin/articles/termrule/add/", rule).status_code == 302
    assert chief.post("/admin/articles/termrule/add/", rule | {"word": "زَعم"}).status_code == 200
    name = {"name_ar": "سامر نعمة", "name_en": "Samer Nehme", "role": "", "checked_on": ""}
    assert editor.post("/admin/articles/nameentry/add/", name).status_code == 302

    said = ask(room.writer, None, {"body": "زعم الوزير"})
    assert [(each["check"], each["replacement"]) for each in said["findings"]] == [("term-rule", "قال")]
    assert house_style.style_of("en").names[0].en == "Samer Nehme"
    assert (TermRule.objects.count(), NameEntry.objects.count()) == (1, 1)
    delete(chief, TermRule.objects.get())
    assert ask(room.writer, None, {"body": "زعم الوزير"})["findings"] == []


def delete(client: Client, rule: TermRule) -> None:
    """Take a rule away, after the question."""
    client.post(f"/admin/articles/termrule/{rule.pk}/delete/", {"post": "yes"})


def test_a_style_asks_of_a_language_what_it_has(room: Newsroom) -> None:
    for code in ("ar", "en"):
        HouseStyle.objects.get_or_create(pk=code)
    chief = signed_in(room.chief_editor)

    arabic, english = (
        chief.get(f"/admin/articles/housestyle/{code}/change/").content.decode() for code in ("ar", "en")
    )

    assert 'name="hamza"' in arabic
    assert 'name="hamza"' not in english
    sent = {"quotes": "curly", "glossary": "no equals sign", "ambiguous": "", "headline_short": "0"}
    sent |= {"headline_long": "70", "headline_too_long": "110", "sentence_long": "40"}
    assert "no equals sign" in chief.post("/admin/articles/housestyle/en/change/", sent).content.decode()
    chief.post("/admin/articles/housestyle/en/change/", sent | {"glossary": "centre = center"})
    style = house_style.style_of("en")
    assert (style.headline_long, style.glossary[0].variants, style.hamza) == (70, ("center",), UNSET.hamza)


def test_the_archive_is_looked_through_by_command(room: Newsroom) -> None:
    article = room.draft(body=BROKEN)
    room.draft(language="en", headline="Ship arrives", body="<p>Two  words.</p>")
    table, rows = StringIO(), StringIO()

    call_command("check_style", str(article.pk), stdout=table)
    call_command("check_style", "--language", "en", "--since", "2026-01-01", "--csv", stdout=rows)

    assert "3 findings in 1 articles" in table.getvalue()
    assert rows.getvalue().splitlines()[1].split(",")[1:9] == [
        "en",
        "region",
        "body",
        "3",
        "5",
        "warning",
        "double-space",
        "  ",
    ]


def shown_on(user: User, article: Article) -> dict:
    """Return the findings with which a form opens."""
    page = signed_in(user).get(f"/admin/articles/article/{article.pk}/change/")
    return page.context["findings"].as_values()


def test_a_form_opens_with_what_was_found_at_the_save_and_looks_for_nothing(room: Newsroom, monkeypatch) -> None:
    article = room.draft(body="<p>بلغ العدد 310 سفن ، وانتهى.</p>")
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    room.change(twin, by=room.translator, headline="Ships arrive", body="<p>There were 412 ships.</p>")

    def no_more(*_given: object) -> None:
        raise AssertionError("a form that is opened looks for findings")

    monkeypatch.setattr(kept_findings, "found_in", no_more)
    monkeypatch.setattr(kept_findings, "missing_from", no_more)
    own, theirs = shown_on(room.writer, article), shown_on(room.editor, twin)
    house_style.keep(TermRule(language="ar", word="زعم", preferred="قال", reason="رأي"), by=room.chief_editor)

    assert [each["check"] for each in own["findings"]] == ["space-before-punct", "number-missing"]
    assert [each["excerpt"] or each["sentence"] for each in theirs["findings"]] == [
        "The other edition has this number: 310"
    ]
    assert not own["is_old"]
    assert shown_on(room.writer, article) == {"findings": [], "more": "", "is_old": True}


def test_a_name_of_the_houses_list_is_no_small_fix(room: Newsroom) -> None:
    live = room.live(body="<p>قال ياسين الحاج إن السفينة وصلت.</p>")
    content = head(live).content().with_(body="<p>قال ياسين الحاجّ إن السفينة وصلت.</p>")
    name = NameEntry(name_ar="ياسين الحاج", name_en="Yassin al-Hajj")
    name.clean()
    house_style.keep(name, by=room.chief_editor)

    with pytest.raises(Refused, match="A name changes"):
        live_changes.fix(live, content, live_pk=head(live).pk, by=room.editor, clock=room.tick())
