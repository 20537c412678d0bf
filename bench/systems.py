"""The three that are compared: how each is filled, where its data are, and what it is served as."""

import hashlib
import json
import os
import subprocess
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bench import servers
from bench.packages import BASE_DIR, OURS, PEERS, VAR_DIR

KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class System:
    """One of those compared. `sources` are the files on which its data depend."""

    name: str
    title: str
    python: Path
    settings: str
    application: str
    fill: tuple[tuple[str, ...], ...]
    describe: tuple[str, ...]
    desk: tuple[str, ...]
    sources: tuple[Path, ...]
    port: int = field(default_factory=servers.free_port)

    @property
    def database(self) -> Path:
        """Its SQLite file."""
        return VAR_DIR / f"{self.name}.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        """What its processes see: production settings, and nothing of the shell that started us."""
        return {name: os.environ[name] for name in KEPT if name in os.environ} | {
            "DJANGO_SETTINGS_MODULE": self.settings,
            "PYTHONPATH": str(BASE_DIR),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "SECRET_KEY": "measured-and-thrown-away-" * 2,
            "ALLOWED_HOSTS": servers.HOST,
            "SITE_ORIGIN": f"http://{servers.HOST}:{self.port}",
            # Each request names a reader of its own, as behind a proxy: nobody is one who searches too often.
            "TRUSTED_PROXIES": servers.HOST,
        }

    def run(self, *arguments: str) -> None:
        """Run its Python; what that says goes to the log.

        Raises:
            RuntimeError: it failed.
        """
        with self.log.open("ab") as log:
            command = [str(self.python), *arguments]
            done = subprocess.run(
                command, cwd=BASE_DIR, env=self.environment, stdout=log, stderr=log, check=False
            ).returncode
        if done != 0:
            message = f"`{' '.join(arguments)}` failed; its own words are in {self.log}"
            raise RuntimeError(message)

    @property
    def log(self) -> Path:
        """What its processes say."""
        return VAR_DIR / f"{self.name}.log"

    def prepare(self, *made_of: str) -> None:
        """Fill its database, unless it holds what these sources and `made_of` make."""
        stamp, digest = VAR_DIR / f"{self.name}.filled", digest_of(self.sources, *made_of)
        if not (stamp.exists() and self.database.exists() and stamp.read_text(encoding="utf-8") == digest):
            began = time.monotonic()
            print(f"Filling {self.title} …", end=" ", flush=True)
            for suffix in ("", "-wal", "-shm"):
                Path(f"{self.database}{suffix}").unlink(missing_ok=True)
            for command in self.fill:
                self.run(*command)
            stamp.write_text(digest, encoding="utf-8")
            print(f"{time.monotonic() - began:.0f} s", flush=True)
        self.run(*self.describe)

    def described(self) -> dict[str, Any]:
        """What it says of itself: the paths of each page, the queries these cost, a cookie for the desk."""
        return dict(json.loads((VAR_DIR / f"{self.name}.json").read_text(encoding="utf-8")))

    def served(self) -> AbstractContextManager[int]:
        """Serve it."""
        return servers.granian(
            self.python, self.application, port=self.port, environment=self.environment, log=self.log
        )


def digest_of(files: Iterable[Path], *more: str) -> str:
    """One digest of files and folders of Python, and of more texts."""
    digest = hashlib.sha256("\n".join(more).encode())
    for path in files:
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()


def ours(articles: int) -> System:
    """Our newsroom, as `make run` would never start it: with production's settings."""
    return System(
        name="ours",
        title="our newsroom",
        python=OURS,
        settings="newsroom.settings",
        application="newsroom.wsgi:application",
        fill=(
            ("manage.py", "migrate", "-v", "0"),
            ("manage.py", "generate_archive", "--articles", str(articles)),
            ("manage.py", "collectstatic", "--no-input", "-v", "0"),
        ),
        describe=("-m", "bench.within", "bench.ours"),
        desk=("-m", "bench.within", "bench.ours_desk"),
        sources=tuple(BASE_DIR / "articles" / name for name in ("models", "migrations", "management")),
    )


def bare() -> System:
    """A Django with nothing but one query and one template for each page."""
    return System(
        name="bare",
        title="the bare Django",
        python=OURS,
        settings="bench.bare.settings",
        application="bench.peer_wsgi:application",
        fill=(("-m", "bench.within", "bench.bare.fill"),),
        describe=("-m", "bench.within", "bench.bare.describe"),
        desk=("-m", "bench.within", "bench.bare.desk"),
        sources=(BASE_DIR / "bench" / "bare",),
    )


def wagtail() -> System:
    """Wagtail with wagtail-localize, as its documentation would have a newsroom built."""
    return System(
        name="wagtail",
        title="Wagtail (this takes longest, and is kept for the next time)",
        python=PEERS,
        settings="bench.wag.settings",
        application="bench.peer_wsgi:application",
        fill=(("-m", "bench.within", "bench.wag.fill"),),
        describe=("-m", "bench.within", "bench.wag.describe"),
        desk=("-m", "bench.within", "bench.wag.desk"),
        sources=(BASE_DIR / "bench" / "wag", BASE_DIR / "bench" / "requirements.txt"),
    )


def weigh(articles: int) -> int:
    """Weigh our own pages at some volume in the database of DATABASE_URL, or a SQLite file under var/bench/."""
    return within("bench.volume", str(articles), database=f"volume-{articles}")


def within(module: str, *arguments: str, database: str = "ours", url: str = "") -> int:
    """Run a module inside our newsroom, in the database of `url` or DATABASE_URL, or a SQLite file under var/bench/."""
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    newsroom = replace(ours(0), name=database)
    named = url or os.environ.get("DATABASE_URL")
    environment = newsroom.environment | ({"DATABASE_URL": named} if named else {})
    # A statement of the archive's making may take longer than any page's.
    environment["STATEMENT_TIMEOUT"] = "0"
    command = [str(OURS), "-m", "bench.within", module, *arguments]
    return subprocess.run(command, cwd=BASE_DIR, env=environment, check=False).returncode
