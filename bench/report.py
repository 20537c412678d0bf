"""What was measured, as values and as a table."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from bench.measuring import Cell

SYSTEMS = ("ours", "bare", "wagtail")
GOALS = (
    # what, page, dearer, cheaper, at least: must, at least: better still (performance goals, by CPU a request)
    ("An article costs Wagtail at least {must:g} times what it costs us", "article", "wagtail", "ours", 10, 25),
    ("An article costs the bare Django at least {must:g} times what it costs us", "article", "bare", "ours", 0.9, 2),
    ("A front costs Wagtail at least {must:g} times what it costs us", "front", "wagtail", "ours", 3.3, 10),
    ("A section costs Wagtail at least {must:g} times what it costs us", "section", "wagtail", "ours", 3.3, 10),
    ("A search costs Wagtail at least {must:g} times what it costs us", "search", "wagtail", "ours", 3.3, 10),
    ("The desk's list costs Wagtail at least {must:g} times what it costs us", "desk list", "wagtail", "ours", 6.7, 10),
    ("The desk's form costs Wagtail at least {must:g} times what it costs us", "desk form", "wagtail", "ours", 2, 3.3),
)
HEAD = (
    "CPU ms/request       ours    bare Wagtail  ours/bare  Wagtail/ours  queries (o/b/W)      KB (o/b/W)\n"
    "-------------------------------------------------------------------------------------------------------"
)


def pages_of(cells: Sequence[Cell], said: Mapping[str, Any]) -> dict[str, Any]:
    """Each page with the medians of its rounds; a ratio is the median of the rounds' ratios."""
    by_place = {(cell.page, cell.system): cell for cell in cells}
    return {
        page: {
            "cpu_ms": {name: round(median(by_place[page, name].cpu_ms), 3) for name in SYSTEMS},
            "rounds": {name: [round(ms, 3) for ms in by_place[page, name].cpu_ms] for name in SYSTEMS},
            "requests": {name: by_place[page, name].number for name in SYSTEMS},
            "different_paths": {name: by_place[page, name].paths for name in SYSTEMS},
            "ours/bare": _ratio(by_place[page, "ours"].cpu_ms, by_place[page, "bare"].cpu_ms),
            "wagtail/ours": _ratio(by_place[page, "wagtail"].cpu_ms, by_place[page, "ours"].cpu_ms),
            "queries": {name: said[name]["pages"][page]["queries"] for name in SYSTEMS},
            "bytes": {name: by_place[page, name].size for name in SYSTEMS},
        }
        for page in dict.fromkeys(cell.page for cell in cells)
    }


def _ratio(dearer: Sequence[float], cheaper: Sequence[float]) -> float:
    return round(median(one / other for one, other in zip(dearer, cheaper, strict=True)), 3)


def goals_of(pages: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Which goals are met."""
    goals = []
    for what, page, dearer, cheaper, must, stretch in GOALS:
        rounds = pages[page]["rounds"]
        found = _ratio(rounds[dearer], rounds[cheaper])
        sentence = what.format(must=must)
        goals.append({"goal": sentence, "found": found, "is_met": found >= must, "is_exceeded": found >= stretch})
    return goals


def as_text(found: Mapping[str, Any]) -> str:
    """The table and the goals."""
    lines = [HEAD, *(_line(page, values) for page, values in found["pages"].items()), ""]
    lines += [_goal(goal) for goal in found["goals"]]
    lines.append(
        f"{found['articles']:,} articles of ours, {found['rounds']} rounds, Python {found['python']}; "
        f"{found['cores_busy_elsewhere']} of {found['cores']} cores were busy with something else."
    )
    return "\n".join(lines)


def _line(page: str, values: Mapping[str, Any]) -> str:
    cpu = "".join(f"{values['cpu_ms'][name]:>8.2f}" for name in SYSTEMS)
    queries = _three(values["queries"][name] for name in SYSTEMS)
    size = _three(f"{values['bytes'][name] / 1024:.1f}" for name in SYSTEMS)
    return f"{page:<16} {cpu} {values['ours/bare']:>10.2f} {values['wagtail/ours']:>13.1f}  {queries:>15} {size:>15}"


def _three(values: Iterable[object]) -> str:
    return "/".join(str(value) for value in values)


def _goal(goal: Mapping[str, Any]) -> str:
    verdict = "met, and more" if goal["is_exceeded"] else "met" if goal["is_met"] else "NOT MET"
    return f"{verdict:>13}: {goal['goal']} ({goal['found']:.3g})."


def desk_as_text(desks: Mapping[str, Any]) -> str:
    """What each page and act of the desk costs; a peer that has none of a kind has a dash."""
    lines = [
        "",
        "The desk, in the process      CPU ms: ours  bare Wagtail   p50/p95 ms: ours           bare        Wagtail"
        "  queries (o/b/W)",
    ]
    return "\n".join([*lines, *(_act(act, [desks[name].get(act) for name in SYSTEMS]) for act in desks["ours"])])


def _act(act: str, costs: Sequence[Mapping[str, Any] | None]) -> str:
    cpu = "".join(f"{cost['cpu_ms'] if cost else '–':>8}" for cost in costs)
    wall = "".join(f"{_clock(cost) if cost else '–':>15}" for cost in costs)
    return f"{act:<32}{cpu}{wall}{_three(cost['queries'] if cost else '–' for cost in costs):>20}"


def _clock(cost: Mapping[str, Any]) -> str:
    return f"{cost['p50']:.0f}/{cost['p95']:.0f}"
