"""Mending maps through whatever a text is made of, marks in marks, links, lists; what is verbatim stays as it was."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.browser.test_findings import with_full_hamzas
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

WORDS = [
    "اعلنت",
    "الارصفة",
    "المينــاء",
    "OpenAI",
    "15",
    "👩‍👩‍👧",
    "كلمة  كلمة",
    "وصلت ،",
    "نعم , لا",
    "الوز\u200bير",
    "و قالت",
]
QUOTED = ["«الى  متى ,»", "«نعم»"]
ALONE = ['<span class="verbatim">شو  بدكن {x} ,</span>', '<span class="quran">وَقُل  رَّبِّ</span>']
MARKS = ["strong", "em", "u", "sub"]

# Everything of one kind at a time, as the button does, until nothing is left to mend.
MEND = """async (html) => {
  const source = performance.getEntriesByType("resource").find(({ name }) => name.includes("desk/marks")).name
  const { visibleText, markBody, mendBody } = await import(source)
  const { editor } = document.querySelector("#field-body .ProseMirror, .ProseMirror")
  const box = document.querySelector("[data-findings]")
  editor.commands.setContent(html)
  const steps = []
  for (let kinds = 0; kinds < 20; kinds += 1) {
    const seen = visibleText(editor.state.doc)
    const answer = await fetch(box.dataset.address, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": box.closest("form").elements.csrfmiddlewaretoken.value,
      },
      body: JSON.stringify({ article: null, language: "ar", fields: { body: seen.text } }),
    })
    const all = (await answer.json()).findings.filter((each) => each.replacement !== null && !each.is_quoted)
    const found = all.filter(({ check }) => check === all[0].check)
    steps.push({ text: seen.text, html: editor.getHTML(), found })
    if (!found.length) return steps
    markBody(editor, seen, found)
    mendBody(editor, found)
  }
  return steps
}"""


def _marked(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    mark = st.sampled_from(MARKS)
    marked = st.tuples(mark, inner).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>")
    linked = inner.map(lambda text: f'<a href="https://example.com/">{text}</a>')
    joined = st.tuples(st.sampled_from(["", " ", "  "]), st.lists(inner, min_size=2, max_size=4))
    return marked | linked | joined.map(lambda pair: pair[0].join(pair[1]))


def _inline() -> st.SearchStrategy[str]:
    return st.recursive(st.sampled_from([*WORDS, *QUOTED, *ALONE]), _marked, max_leaves=8)


def bodies() -> st.SearchStrategy[str]:
    """Give bodies of paragraphs, lists in lists and quotations, with faults that begin and end anywhere in a mark."""
    paragraph = _inline().map(lambda text: f"<p>{text}</p>")
    item = st.lists(paragraph, min_size=1, max_size=2).map(lambda parts: f"<li>{''.join(parts)}</li>")
    listed = st.tuples(item, item).map(lambda two: f"<ul>{two[0]}<li><p>أول</p><ol>{two[1]}</ol></li></ul>")
    quoted = paragraph.map(lambda text: f"<blockquote>{text}</blockquote>")
    return st.lists(paragraph | listed | quoted, min_size=1, max_size=4).map("".join)


def test_mending_leaves_every_mark_and_link_where_it_was_and_no_finding_of_its_kind(
    room: Newsroom, sit_down: SitDown
) -> None:
    with_full_hamzas(room)
    page = sit_down(room.writer)
    desk.open_article(page, room.draft())

    @settings(max_examples=40, deadline=None, database=None)
    @given(bodies())
    def holds(html: str) -> None:
        steps = mended(page, html)
        for before, after in zip(steps, steps[1:], strict=False):
            assert after["text"] == with_replacements(before["text"], before["found"])
            assert skeleton(after["html"]) == skeleton(before["html"])
        assert untouched(steps[0]["html"]) == untouched(steps[-1]["html"])
        assert steps[-1]["found"] == []

    holds()


def mended(page: Page, html: str) -> list[dict[str, Any]]:
    """Mend a body in the open form, kind by kind, and return each step."""
    return page.evaluate(MEND, html)


def with_replacements(text: str, found: list[dict[str, Any]]) -> str:
    """Return a text with its findings mended, as the checks mean it."""
    for each in sorted(found, key=lambda finding: finding["start"], reverse=True):
        text = text[: each["start"]] + each["replacement"] + text[each["end"] :]
    return text


def skeleton(html: str) -> list[str]:
    """Return the tags of a body without its words."""
    return re.findall(r"<[^>]+>", html)


def untouched(html: str) -> list[str]:
    """Return what is verbatim, Qur'anic or quoted in a body."""
    return re.findall(r'<span class="(?:verbatim|quran)">[^<]*', html) + re.findall("«[^»<]*»", html)
