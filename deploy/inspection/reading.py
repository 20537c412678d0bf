"""What is left of an article when a machine reads it: reader mode, trafilatura, JSON-LD, beside what readers see."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

LEAST_RECALL = 0.98
# What readers see of an article (a pull quote says again what the text says), by the page's own marks.
SHOWN = """() => {
  const text = (one) => one ? one.textContent.trim().replace(/\\s+/g, " ") : ""
  const BLOCKS = "p, h2, li, td, th"
  const all = (what) => [...document.querySelectorAll(what)].map(text)
  return {
    headline: text(document.querySelector("h1")),
    names: all(".names bdi"),
    times: [...document.querySelectorAll("time")].map((one) => one.dateTime),
    social: document.querySelector("meta[property='og:title']")?.content || "",
    text: [...document.querySelectorAll(`.body :is(${BLOCKS})`)]
      .filter((one) => !one.querySelector(BLOCKS) && !one.closest(".pullquote")).map(text)
      .join("\\n"),
    whole: text(document.body),
    graph: [...document.querySelectorAll("script[type='application/ld+json']")].map((one) => one.textContent),
  }
}"""
READER_MODE = """() => {
  const found = new Readability(document.cloneNode(true)).parse()
  if (!found) return null
  // Cell by cell: a table's textContent runs its words together.
  const kept = new DOMParser().parseFromString(found.content, "text/html")
  const texts = kept.createTreeWalker(kept.body, NodeFilter.SHOW_TEXT)
  let text = ""
  while (texts.nextNode()) text += texts.currentNode.data + " "
  return { headline: found.title, byline: found.byline, date: found.publishedTime, text }
}"""
# Fields of an article that must be there, and of those the ones that a reader can see word by word.
OWED = (
    *("@id", "url", "mainEntityOfPage", "headline", "description", "datePublished", "dateModified", "inLanguage"),
    *("articleSection", "isAccessibleForFree", "publisher", "author", "isPartOf"),
)
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Shown:
    """What readers see of one article."""

    headline: str
    social: str
    names: list[str]
    times: list[str]
    text: str
    whole: str
    graph: list[str]


def shown(page: Page) -> Shown:
    """Return what a browser shows of the article it is at."""
    return Shown(**page.evaluate(SHOWN))


def in_reader_mode(page: Page, readability: str) -> dict[str, Any]:
    """Return what Readability.js makes of the page that a browser shows."""
    page.evaluate(f"() => {{ {readability}; globalThis.Readability = Readability }}")
    return page.evaluate(READER_MODE) or {}


def recall(text: str, extracted: str) -> float:
    """Return how much of a text's words are in an extract of it."""
    wanted, got = Counter(WORD.findall(text)), Counter(WORD.findall(extracted))
    return sum((wanted & got).values()) / wanted.total() if wanted else 1


def faults_of_extract(name: str, reader: str, seen: Shown, got: dict[str, Any]) -> list[str]:
    """Return what some reader did not get of an article."""
    found = []
    # A page offers one headline to read, and maybe another to share.
    if _words(got.get("headline") or "") not in (_words(seen.headline), _words(seen.social)):
        found.append(f"{name}: {reader} took the headline for {got.get('headline')!r}")
    missing = [person for person in seen.names[:1] if person not in (got.get("byline") or "")]
    if missing:
        found.append(f"{name}: {reader} took the byline for {got.get('byline')!r}, not {missing[0]!r}")
    if (got.get("date") or "")[:10] not in {time[:10] for time in seen.times}:
        found.append(f"{name}: {reader} took the date for {got.get('date')!r}")
    share = recall(seen.text, got.get("text") or "")
    if share < LEAST_RECALL:
        found.append(f"{name}: {reader} got {share:.1%} of the text")
    return found


def _words(text: str) -> list[str]:
    return WORD.findall(text.split(" — ")[0])


def faults_of_graph(name: str, seen: Shown) -> list[str]:
    """Return what is missing in an article's JSON-LD, and what it says that no reader sees."""
    if len(seen.graph) != 1:
        return [f"{name}: {len(seen.graph)} scripts of JSON-LD"]
    nodes = json.loads(seen.graph[0])["@graph"]
    node: dict[str, Any] = next((each for each in nodes if "headline" in each), {})
    found = [f"{name}: JSON-LD lacks {field}" for field in OWED if not node.get(field)]
    if node.get("headline") != seen.headline[: len(node.get("headline", ""))]:
        found.append(f"{name}: JSON-LD has another headline")
    found += [
        f"{name}: JSON-LD has a {field} that nobody sees"
        for field in ("datePublished", "dateModified")
        if node.get(field) not in seen.times
    ]
    people = [person for field in ("author", "translator", "contributor") for person in node.get(field, [])]
    spoken = [person["name"] for person in people if not person.get("@id")]
    spoken += [node.get("articleSection", ""), *node.get("keywords", [])]
    spoken += [image[field] for image in node.get("image", []) for field in ("caption", "creditText") if field in image]
    return found + [
        f"{name}: nobody sees {text!r} of the JSON-LD" for text in spoken if _flat(text) not in _flat(seen.whole)
    ]


def _flat(text: str) -> str:
    return " ".join(text.split())
