"""axe over pages in a real browser: WCAG 2.2 AA and best practice, by day and by night, on a phone and at a desk."""

from collections.abc import Iterable, Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
PHONE, DESKTOP = 412, 1280
SCHEMES = ("light", "dark")


def faults(page: Page, name: str) -> list[str]:
    """Return what axe finds on the page that a browser shows now, a sentence each."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{name}: {rule['id']}: {rule['help']} «{node['html'][:120]}»" for rule in found for node in rule["nodes"][:3]
    ]


def everywhere(
    page: Page, addresses: Iterable[str], *, widths: Iterable[int] = (PHONE, DESKTOP), schemes: Iterable[str] = SCHEMES
) -> Iterator[str]:
    """Yield what axe finds at some addresses in every width and scheme. The page may be signed in, for the desk."""
    for address in addresses:
        for width in widths:
            page.set_viewport_size({"width": width, "height": 823})
            page.goto(address)
            for scheme in schemes:
                # A link on its way from one scheme's colour to the other's would be found for neither.
                page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
                yield from faults(page, f"{address} ({width} px, {scheme})")
