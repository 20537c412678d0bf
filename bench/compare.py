"""Fill, serve and measure the three, and say where we stand."""

import json
import os
import platform
import time
from contextlib import ExitStack
from datetime import datetime

from bench import measuring, packages, report, systems
from bench.systems import System
from deploy import messages

RESULTS = packages.VAR_DIR / "results.json"
DESK = "desk list"
PAGES = ("article", "front", "search", "section", DESK)


def compare(*, articles: int, rounds: int, seconds: float) -> int:
    """Measure and report; the exit code is 1 when a goal that must be met is not."""
    packages.VAR_DIR.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    packages.install()
    messages.compile_stale()
    ours, peers = systems.ours(articles), (systems.bare(), systems.wagtail())
    ours.prepare(str(articles))
    # What the peers show is what we show.
    made_of = systems.digest_of([packages.VAR_DIR / "texts.json"])
    for peer in peers:
        peer.prepare(made_of)
    print(f"Everything is filled, {time.monotonic() - began:.0f} s. Measuring {rounds} rounds.", flush=True)
    cells, busy = _measured((ours, *peers), rounds=rounds, seconds=seconds)
    found = {
        "at": datetime.now().astimezone().isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "cores_busy_elsewhere": round(busy, 2),
        "articles": articles,
        "rounds": rounds,
        "seconds": round(time.monotonic() - began),
        "pages": report.pages_of(cells, {system.name: system.described() for system in (ours, *peers)}),
    }
    found["goals"] = report.goals_of(found["pages"])
    RESULTS.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    print(report.as_text(found))
    print(f"\nAll of it is in {RESULTS.relative_to(packages.BASE_DIR)}.")
    return 0 if all(goal["is_met"] for goal in found["goals"]) else 1


def _measured(compared: tuple[System, ...], *, rounds: int, seconds: float) -> tuple[list[measuring.Cell], float]:
    with ExitStack() as running:
        cells = {}
        for system in compared:
            pid = running.enter_context(system.served())
            said = system.described()
            for page in PAGES:
                paths = said["pages"][page]["paths"]
                reader = measuring.Reader(system.port, paths, said["cookie"] if page == DESK else "")
                cells[page, system.name] = measuring.Cell(system.name, page, reader, pid, len(paths))
        # The three of one page stand side by side, so that their ratio is of the same seconds.
        in_order = [cells[page, system.name] for page in PAGES for system in compared]
        return in_order, measuring.measure(in_order, rounds=rounds, seconds=seconds)
