"""The arrows between the rooms, as pyproject.toml has them."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_imports_go_one_way(capsys):
    assert lint_imports() == EXIT_STATUS_SUCCESS, capsys.readouterr().out
