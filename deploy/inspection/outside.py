"""Run by the tools' own Python: what trafilatura makes of pages and feedparser of feeds, JSON in and out."""

import json
import sys
from typing import Any

import feedparser
import trafilatura


def article(html: str, url: str) -> dict[str, Any]:
    """Return what trafilatura gets of a page."""
    text = trafilatura.extract(html, url=url, favor_recall=True, include_comments=False) or ""
    about = trafilatura.extract_metadata(html, default_url=url)
    return {"text": text, "headline": about.title, "byline": about.author, "date": about.date}


def feed(xml: str) -> dict[str, Any]:
    """Return what feedparser gets of a feed."""
    found = feedparser.parse(xml.encode())
    whole = [
        bool(
            entry.get("id")
            and entry.get("link")
            and entry.get("title")
            and entry.get("author")
            and entry.get("updated")
        )
        and bool(entry.get("content") or entry.get("summary"))
        for entry in found.entries
    ]
    return {
        "bozo": str(found.get("bozo_exception", "")) if found.bozo else "",
        "entries": len(found.entries),
        "whole": sum(whole),
        "language": found.feed.get("language", ""),
    }


if __name__ == "__main__":
    task = json.load(sys.stdin)
    answer = {
        "articles": {url: article(html, url) for url, html in task["articles"].items()},
        "feeds": {url: feed(xml) for url, xml in task["feeds"].items()},
    }
    json.dump(answer, sys.stdout)
