"""Which browser the tests drive: the one that is named, else the system's."""

from pathlib import Path

import pytest

from deploy import chromium


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with nothing on its path."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_the_systems_browser_is_found_and_the_named_one_goes_before_it(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = elsewhere / "chromium-browser"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert chromium.find() == str(program)

    monkeypatch.setenv("CHROMIUM", "/opt/another")
    assert chromium.find() == "/opt/another"
