"""Fill, serve and measure the three, and say where we stand."""

import json
import os
import platform
import time
from contextlib import ExitStack
from datetime import datetime
from typing import Any

from bench import measuring, packages, report, systems
from bench.systems import System
from deploy import messages

RESULTS = packages.VAR_DIR / "results.json"
SIGNED_IN = ("desk list", "desk form")
PAGES = ("article", "front", "search", "section", *SIGNED_IN)


def compare(*, articles: int, rounds: int, seconds: float) -> int:
    """Measure and report; the exit code is 0 whatever was found, for a busy machine is no fault of the code."""
    packages.VAR_DIR.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    packages.install()
    messages.compile_stale()
    compared = systems.ours(articles), systems.bare(), systems.wagtail()
    _prepare(*compared, articles=articles)
    print(f"Everything is filled, {time.monotonic() - began:.0f} s. Measuring {rounds} rounds.", flush=True)
    cells, busy = _measured(compared, rounds=rounds, seconds=seconds)
    found: dict[str, Any] = {
        "at": datetime.now().astimezone().isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "cores_busy_elsewhere": round(busy, 2),
        "articles": articles,
        "rounds": len(cells[0].cpu_ms),
        "seconds": round(time.monotonic() - began),
        "pages": report.pages_of(cells, {system.name: system.described() for system in compared}),
        "desk": {system.name: _at_the_desk(system) for system in compared},
    }
    found["goals"] = report.goals_of(found["pages"])
    RESULTS.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    print(report.as_text(found))
    print(report.desk_as_text(found["desk"]))
    print(f"\nAll of it is in {RESULTS.relative_to(packages.BASE_DIR)}.")
    return 0


def _at_the_desk(system: System) -> dict[str, Any]:
    print(f"A day's work at the desk of {system.name} …", flush=True)
    system.run(*system.desk)
    return dict(json.loads((packages.VAR_DIR / f"{system.name}-desk.json").read_text(encoding="utf-8")))


def _prepare(ours: System, bare: System, wagtail: System, *, articles: int) -> None:
    """Fill ours first: the peers show what we show, the bare Django at our pages' length."""
    ours.prepare(str(articles))
    texts = json.loads((packages.VAR_DIR / "texts.json").read_text(encoding="utf-8"))
    # An archive made anew has the same texts at other times, for which nobody need wait again.
    shown = json.dumps([text | {"published_at": "", "path": ""} for text in texts])
    bare.prepare(shown, *(str(page["size"]) for page in ours.described()["pages"].values()))
    wagtail.prepare(shown)


def _measured(compared: tuple[System, ...], *, rounds: int, seconds: float) -> tuple[list[measuring.Cell], float]:
    with ExitStack() as running:
        cells = {}
        for system in compared:
            pid = running.enter_context(system.served())
            said = system.described()
            for page in PAGES:
                paths = said["pages"][page]["paths"]
                reader = measuring.Reader(system.port, paths, said["cookie"] if page in SIGNED_IN else "")
                cells[page, system.name] = measuring.Cell(system.name, page, reader, pid, len(paths))
        # The three of one page stand side by side, so that their ratio is of the same seconds.
        in_order = [cells[page, system.name] for page in PAGES for system in compared]
        return in_order, measuring.measure(in_order, rounds=rounds, seconds=seconds)
