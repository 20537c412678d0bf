"""How feeds and sitemaps are written down: characters that XML has no way to say are left out."""

import re
from xml.etree import ElementTree as ET

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}
for _prefix, _address in NAMESPACES.items():
    ET.register_namespace(_prefix, _address)

XML = "http://www.w3.org/XML/1998/namespace"


def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element, named as `atom:link` or plainly, with text and attributes."""
    prefix, _, local = name.rpartition(":")
    tag = f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local
    element = ET.SubElement(parent, tag, {key: _said(value) for key, value in attributes.items()})
    element.text = _said(text) or None
    return element


def written(root: ET.Element, *, default_namespace: str | None = None) -> bytes:
    """Return a document."""
    if default_namespace:
        root.set("xmlns", default_namespace)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="utf-8")


def _said(text: str) -> str:
    return _NOT_XML.sub("", text)
