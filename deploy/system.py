"""What the machine has besides Python, and how to get what it lacks."""

import os
import shutil
import subprocess


def can_install() -> bool:
    """Whether we may install packages of the system: root on a Debian or Ubuntu."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> bool:
    """Install packages of the system; False when that did not work."""
    print(f"Installing {' '.join(packages)} with the system's package manager.", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0


def first_program(*names: str) -> str | None:
    """The path of the first of these programs that the machine has."""
    return next((path for name in names if (path := shutil.which(name))), None)
