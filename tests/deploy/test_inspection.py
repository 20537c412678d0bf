"""What looks for faults finds them: a site with one of each kind of fault."""

import pytest

from deploy.inspection import markup, reading
from deploy.inspection.crawl import Answer, Walk

ORIGIN = "https://news.example"
HEAD = (
    '<!DOCTYPE html><html lang="ar" dir="rtl"><title>{title}</title><meta name="description" content="x">'
    '<link rel="canonical" href="https://news.example{path}">'
)
HTML = {"content-type": "text/html"}


def page(path: str, title: str, rest: str = "", **headers: str) -> Answer:
    """A page without a fault, and whatever one puts in it."""
    html = HEAD.replace("{title}", title).replace("{path}", path) + f'<p id="here">نص</p>{rest}'
    return Answer(200, HTML | headers, html.encode())


def faults(**more: str) -> list[str]:
    """What a walk finds on a site of two pages with something put into the first."""
    site = {
        "/ar/": page("/ar/", "أولى", more.get("rest", ""), **({"set-cookie": "a=b"} if "cookie" in more else {})),
        "/ar/latest/": page("/ar/latest/", more.get("title", "ثانية")),
        "/en/": page("/en/", "third"),
        "/ar/old/": Answer(301, {"location": "/ar/older/"}),
        "/ar/older/": Answer(301, {"location": "/ar/"}),
    }
    return Walk(lambda path: site.get(path, Answer(404, HTML)), ORIGIN).go(["/ar/", "/ar/latest/"]).faults


def test_a_sound_site_has_no_fault() -> None:
    assert faults(rest='<a href="/ar/latest/#here">x</a><a href="https://elsewhere.example/">y</a>') == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"rest": '<a href="/ar/nowhere/">x</a>'}, "answers 404"),
        ({"rest": '<a href="#nowhere">x</a>'}, "leads to no place"),
        ({"rest": '<a href="#">x</a>'}, "leads nowhere"),
        ({"rest": '<a href="/ar/old/">x</a>'}, "leads on to what answers 301"),
        ({"rest": '<img src="/media/x.jpg">'}, "is not there"),
        ({"rest": '<link rel="alternate" hreflang="en" href="https://news.example/en/">'}, "says otherwise"),
        ({"rest": "<b>None</b>"}, "left over"),
        ({"rest": "{{ page.title }}"}, "left over"),
        ({"title": "أولى"}, "the title of"),
        ({"title": ""}, "no title"),
        ({"cookie": "1"}, "sets a cookie"),
    ],
)
def test_each_fault_is_found(more: dict[str, str], said: str) -> None:
    assert any(said in fault for fault in faults(**more)), faults(**more)


def test_the_checker_of_markup_names_the_page_and_the_fault() -> None:
    sound = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>x</title><h1>x</h1>'

    found = markup.faults({"sound": sound, "broken": f"{sound}<img src=a><p></h2>"})

    assert len(found) >= 2
    assert all(fault.startswith("broken: error: ") for fault in found)


def test_a_reader_that_left_a_tenth_out_is_found() -> None:
    text = " ".join(f"كلمة{n}" for n in range(100))

    assert reading.recall(text, text) == 1
    assert reading.recall(text, text.rsplit(" ", 10)[0]) == 0.9
    assert reading.recall("", "") == 1
