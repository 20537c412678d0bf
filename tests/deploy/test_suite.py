"""`make test` leaves nothing of killed runs, and never passes without having tested."""

import os
import subprocess
import sys

import pytest

from deploy import postgres, suite


def test_only_what_a_dead_run_left_is_left_over():
    # Linux gives no process a number as high as this.
    assert suite.is_left_over("test-99999999.sqlite3_gw0")
    assert not suite.is_left_over(f"test_rased_{os.getpid()}_gw1")
    assert not suite.is_left_over("test_rased")


def test_a_run_without_a_single_test_fails():
    command = [sys.executable, "-m", "pytest", "-q", "-k", "no_such_test", "tests/deploy"]

    ended = subprocess.run(command, capture_output=True, text=True, check=False)

    assert ended.returncode == pytest.ExitCode.NO_TESTS_COLLECTED, ended.stdout


def test_a_server_that_is_named_and_does_not_answer_ends_the_run(monkeypatch):
    monkeypatch.setenv("TEST_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")

    with pytest.raises(SystemExit, match="TEST_DATABASE_URL names no PostgreSQL"), postgres.server():
        pass
