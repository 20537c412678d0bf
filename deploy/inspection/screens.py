"""How pages look: pictures of every kind in every light, and whether they keep within the screen and hold still."""

import re
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
LOAD_ALL = "() => document.querySelectorAll('img[loading=lazy]').forEach((one) => { one.loading = 'eager' })"
NARROWEST = 320
SHIFTS = """
globalThis.shifted = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) globalThis.shifted += entry.hadRecentInput ? 0 : entry.value
}).observe({ type: "layout-shift", buffered: true })
"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def take_desk(page: Page, address: str, name: str, folder: Path) -> list[str]:
    """Take the pictures of a page of the desk: both widths, light and dark; returns where it moved or was too wide."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address, wait_until="networkidle")
        if moved := page.evaluate("globalThis.shifted"):
            found.append(f"the layout shifts by {moved:.4f} at {width} px")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True, animations="disabled")
        if (over := page.evaluate(OVERFLOW)) > 0:
            found.append(f"{over} px wider than {width} px")
    return found


def take(page: Page, address: str, name: str, folder: Path) -> None:
    """Take a page's pictures: both widths, light and dark, and as printed."""
    page.goto(address)
    page.evaluate(LOAD_ALL)
    page.wait_for_load_state("networkidle")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(media="screen", color_scheme="dark" if scheme == "dark" else "light")
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True, animations="disabled")
    page.emulate_media(media="print", color_scheme="light")
    page.pdf(path=folder / f"{name}-print.pdf", format="A4")
    page.set_viewport_size({"width": 794, "height": 1123})
    page.screenshot(path=folder / f"{name}-print.png", full_page=True, animations="disabled")
    page.emulate_media(media="screen")


def faults(browser: Browser, addresses: Iterable[str]) -> list[str]:
    """Return which pages are wider than the narrowest phone, also at twice the text size, and which move."""
    found = []
    context = browser.new_context(viewport={"width": NARROWEST, "height": 700})
    context.add_init_script(SHIFTS)
    page = context.new_page()
    for address in addresses:
        page.goto(address, wait_until="networkidle")
        if moved := page.evaluate("globalThis.shifted"):
            found.append(f"{address}: the layout shifts by {moved:.3f}")
        if (over := page.evaluate(OVERFLOW)) > 0:
            found.append(f"{address}: {over} px wider than {NARROWEST} px")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if (over := page.evaluate(OVERFLOW)) > 0:
            found.append(f"{address}: {over} px wider than {NARROWEST} px when the text is twice as large")
    context.close()
    return found


def file_name(kind: str, language: str) -> str:
    """Return how the pictures of a page are called."""
    return f"{re.sub('[^a-z0-9]+', '-', kind.lower()).strip('-')}-{language}"
