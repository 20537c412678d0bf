"""What a desk's pages and acts cost, asked in this process: CPU, the clock and queries; any Django."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import Any

from django.db import connection

from bench import asking

TIMES, WARM = 25, 3


@dataclass(frozen=True)
class Request:
    """One request of an act, made ready beforehand: a page to open, or a form to send."""

    door: asking.Door
    path: str
    fields: Mapping[str, str] | None = None

    def send(self) -> None:
        """Send it."""
        self.door.ask(self.path) if self.fields is None else self.door.post(self.path, self.fields)


Ready = Callable[[], Request]
"""Makes the next request of an act; what it does itself is not measured."""


@dataclass(frozen=True)
class Cost:
    """What one act costs: milliseconds, and queries (the most of all times), those for session and user included."""

    cpu_ms: float
    p50: float
    p95: float
    queries: int


def cost_of(ready: Ready) -> Cost:
    """Do an act many times over."""
    cpu: list[float] = []
    wall: list[float] = []
    most = 0
    for number in range(WARM + TIMES):
        request = ready()
        with _asked() as queries:
            cpu_before, wall_before = time.process_time(), time.perf_counter()
            request.send()
            taken = time.process_time() - cpu_before, time.perf_counter() - wall_before
        if number >= WARM:
            cpu.append(taken[0] * 1000)
            wall.append(taken[1] * 1000)
            most = max(most, len(queries))
    return Cost(round(median(cpu), 1), round(median(wall), 1), round(quantiles(wall, n=20)[-1], 1), most)


def weigh(name: str, acts: Mapping[str, Ready]) -> dict[str, Cost]:
    """Do all acts of one system, and keep what they cost under its name."""
    costs = {act: cost_of(ready) for act, ready in acts.items()}
    asking.write(f"{name}-desk", {act: asdict(cost) for act, cost in costs.items()})
    return costs


@contextmanager
def _asked() -> Iterator[list[str]]:
    asked: list[str] = []

    def noted(execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith(asking.UNCOUNTED):
            asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(noted):
        yield asked
