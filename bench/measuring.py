"""CPU a request: every page of everyone visited in turn, round after round, so that noise meets all alike."""

import http.client
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, cycle

from bench import servers

SECONDS_TO_WARM = 4.0
SECONDS_IN_ALL = 285
FEWEST, MOST = 4, 2_000


class Reader:
    """Walks round a list of paths, over one kept connection a visit; as behind a proxy, a new person each time."""

    _people = count(1)

    def __init__(self, port: int, paths: Sequence[str], cookie: str) -> None:
        self._connection = http.client.HTTPConnection(servers.HOST, port, timeout=60)
        self._paths = cycle(paths)
        self._headers = {"Cookie": cookie} if cookie else {}

    def visit(self, number: int) -> int:
        """Read the next `number` pages over one connection; returns how many bytes they had.

        Raises:
            RuntimeError: an answer is not 200.
        """
        try:
            return sum(self._read(next(self._paths)) for _ in range(number))
        finally:
            # The server would hang up by itself before this reader's next turn.
            self._connection.close()

    def _read(self, path: str) -> int:
        person = next(self._people)
        address = f"10.{person >> 16 & 255}.{person >> 8 & 255}.{person & 255}"
        self._connection.request("GET", path, headers=self._headers | {"X-Forwarded-For": address})
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            message = f"{path} answers {answer.status}"
            raise RuntimeError(message)
        return len(body)


@dataclass
class Cell:
    """One page of one system, and what each round found: CPU milliseconds a request."""

    system: str
    page: str
    reader: Reader
    pid: int
    paths: int
    number: int = FEWEST
    size: int = 0
    cpu_ms: list[float] = field(default_factory=list)

    def warm(self, seconds: float) -> None:
        """Visit every path once (for four seconds at most), and find how many requests take `seconds` of CPU."""
        began, before, visited = time.monotonic(), servers.cpu_seconds(self.pid), 0
        while visited < self.paths + FEWEST and time.monotonic() - began < SECONDS_TO_WARM:
            self.reader.visit(1)
            visited += 1
        taken = servers.cpu_seconds(self.pid) - before
        self.number = max(FEWEST, min(MOST, round(seconds * visited / max(taken, 0.01))))

    def measure(self) -> None:
        """Visit once more and note what it cost."""
        before = servers.cpu_seconds(self.pid)
        size = self.reader.visit(self.number)
        self.cpu_ms.append((servers.cpu_seconds(self.pid) - before) / self.number * 1000)
        self.size = size // self.number


def measure(cells: Sequence[Cell], *, rounds: int, seconds: float) -> float:
    """Measure all cells, in fewer rounds when time is short; returns how many cores others kept busy meanwhile."""
    began = time.monotonic()
    for cell in cells:
        cell.warm(seconds)
    pids = {cell.pid for cell in cells}
    measuring, busy, own = time.monotonic(), servers.machine_busy_seconds(), _own_seconds(pids)
    for number in range(rounds):
        # Each round begins elsewhere, so that nobody is always the one after the dearest.
        first = number % len(cells)
        for cell in (*cells[first:], *cells[:first]):
            cell.measure()
        taken = time.monotonic() - began
        print(f"Round {number + 1} of {rounds}, {taken:.0f} s", flush=True)
        if taken * (number + 2) / (number + 1) > SECONDS_IN_ALL:
            break
    others = servers.machine_busy_seconds() - busy - (_own_seconds(pids) - own)
    return max(0.0, others / (time.monotonic() - measuring))


def _own_seconds(pids: set[int]) -> float:
    return time.process_time() + sum(servers.cpu_seconds(pid) for pid in pids)
