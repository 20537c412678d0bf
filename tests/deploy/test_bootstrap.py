"""A bare clone becomes a working one, and the second time costs nothing."""

import subprocess
import sys
import zipfile

import pytest

from deploy import bootstrap


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A folder that looks like a clone whose virtualenv holds the locked packages of `run`."""
    monkeypatch.setattr(bootstrap, "BASE_DIR", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", tmp_path / ".venv" / "bin" / "python")
    (tmp_path / "requirements").mkdir()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    for kind in ("run", "test"):
        bootstrap.lock_of(kind).write_text(f"# {kind}\n")
    bootstrap.stamp_of("run").write_text(bootstrap.digest_of("run"))
    return tmp_path


def test_what_is_installed_is_not_installed_again(clone):
    assert bootstrap.is_installed("run")
    assert not bootstrap.is_installed("test")


def test_a_changed_lock_is_installed_anew(clone):
    bootstrap.lock_of("run").write_text("# another version\n")

    assert not bootstrap.is_installed("run")


def test_a_virtualenv_whose_python_is_gone_is_made_anew(clone):
    bootstrap.VENV_PYTHON.unlink()

    assert not bootstrap.is_installed("run")


def test_a_package_that_is_not_what_was_locked_is_refused(tmp_path):
    wheel = tmp_path / "parcel-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as parcel:
        parcel.writestr("parcel-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: parcel\nVersion: 1.0\n")
        parcel.writestr("parcel-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    locked = tmp_path / "requirements.txt"
    locked.write_text(f"{wheel} --hash=sha256:{'0' * 64}\n")

    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--require-hashes",
        "-t",
        str(tmp_path / "out"),
    ]
    ended = subprocess.run([*command, "-r", str(locked)], capture_output=True, text=True, check=False)

    assert ended.returncode != 0
    assert "do not match the hashes" in ended.stderr.lower()
