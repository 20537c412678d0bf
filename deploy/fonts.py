"""Build the readers' fonts in static/fonts/ from pinned npm packages: `python deploy/fonts.py [--check]`.

Needs npm on the path, fonttools and brotli. The results are committed, so nothing but `make fonts` ever runs this.
"""

import hashlib
import io
import logging
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER = Path(__file__).resolve().parent.parent / "static" / "fonts"
WEIGHTS = (400, 700)
REGULAR = 400

ARABIC = "".join(
    (
        " \u00a0\u200c\u200d\u200e\u200f،؛؟٪٫٬٭۔ـ",
        "".join(map(chr, range(0x0621, 0x063B))),
        "".join(map(chr, range(0x0641, 0x0656))),
        "ٰٱپچڤژکگھہیێۆڕڵە",
        "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
        "ﷲﷺ﷼",
    )
)
MARKS = "".join(map(chr, (*range(0x0610, 0x061B), *range(0x0656, 0x0660), *range(0x06D6, 0x06EE), 0xFD3E, 0xFD3F)))
SHAPING = ["ccmp", "locl", "isol", "init", "medi", "fina"]
ARABIC_FEATURES = [*SHAPING, "rlig", "calt", "liga", "mark", "mkmk", "kern", "curs"]
SHARED_WITH_LATIN = "".join(map(chr, range(0x20, 0x41))) + "[]{}|_–—…«»‹›“”‘’•·°×€£"
LATIN = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0£§©«°·»½×–—‘’“”•…€ÀÉàáãäåçèéêëíïñóôöúü"
LATIN_FEATURES = ["ccmp", "kern", "liga", "mark"]


@dataclass(frozen=True)
class Source:
    """One file of one npm package, known by its digest."""

    package: str
    path: str
    sha256: str


@dataclass(frozen=True)
class Face:
    """One font file of ours: what it is cut from, and what is left of it."""

    file: str
    family: str
    source: Source
    characters: str
    features: list[str]
    licence: str
    notice: str
    also: Source | None = None
    also_characters: str = ""
    weights: tuple[int, int] | int = WEIGHTS
    ascent: float | None = None
    descent: float | None = None


NASKH = "@fontsource-variable/noto-naskh-arabic@5.3.0"
SERIF = "@fontsource-variable/source-serif-4@5.3.1"
FACES = (
    # For drawings on the server only (social cards): a headline in Arabic may hold a whole name in Latin letters.
    Face(
        file="rased-cards.woff2",
        family="Rased Cards",
        source=Source(
            NASKH,
            "files/noto-naskh-arabic-arabic-wght-normal.woff2",
            "2a10d33e1f7129ab2b6ec76666e82ac5b509fbcfa7b4a3a1289bff42d2d64cd7",
        ),
        characters=ARABIC,
        features=ARABIC_FEATURES,
        also=Source(
            NASKH,
            "files/noto-naskh-arabic-latin-wght-normal.woff2",
            "2a30d48ddf0a75254b40b236fcfe789aed180526224ccb5089fd0b49999e0ec0",
        ),
        also_characters=SHARED_WITH_LATIN + LATIN,
        licence="OFL-noto-naskh-arabic.txt",
        notice="Copyright 2022 The Noto Project Authors (https://github.com/notofonts/arabic)",
    ),
    Face(
        file="rased-naskh.woff2",
        family="Rased Naskh",
        source=Source(
            NASKH,
            "files/noto-naskh-arabic-arabic-wght-normal.woff2",
            "2a10d33e1f7129ab2b6ec76666e82ac5b509fbcfa7b4a3a1289bff42d2d64cd7",
        ),
        characters=ARABIC,
        features=ARABIC_FEATURES,
        also=Source(
            NASKH,
            "files/noto-naskh-arabic-latin-wght-normal.woff2",
            "2a30d48ddf0a75254b40b236fcfe789aed180526224ccb5089fd0b49999e0ec0",
        ),
        also_characters=SHARED_WITH_LATIN,
        licence="OFL-noto-naskh-arabic.txt",
        notice="Copyright 2022 The Noto Project Authors (https://github.com/notofonts/arabic)",
        # The original's line box of 1.70 em swells every control whose line-height is normal.
        ascent=0.98,
        descent=0.46,
    ),
    # The Qur'an's marks stand on letters of their own file: a mark of one font does not sit on a letter of another.
    Face(
        file="rased-quran.woff2",
        family="Rased Quran",
        source=Source(
            NASKH,
            "files/noto-naskh-arabic-arabic-wght-normal.woff2",
            "2a10d33e1f7129ab2b6ec76666e82ac5b509fbcfa7b4a3a1289bff42d2d64cd7",
        ),
        characters=ARABIC + MARKS,
        features=ARABIC_FEATURES,
        weights=REGULAR,
        licence="OFL-noto-naskh-arabic.txt",
        notice="Copyright 2022 The Noto Project Authors (https://github.com/notofonts/arabic)",
    ),
    Face(
        file="rased-serif.woff2",
        family="Rased Serif",
        source=Source(
            SERIF,
            "files/source-serif-4-latin-wght-normal.woff2",
            "382475f38242c52d42a3e5ff8dc69b5d73f10d0d21e4550b5fe232984688779a",
        ),
        characters=LATIN,
        features=LATIN_FEATURES,
        licence="OFL-source-serif-4.txt",
        notice="Copyright 2014 - 2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.",
    ),
)


def fetch(packages: Iterable[str], folder: Path) -> dict[str, Path]:
    """Download each npm package into the folder and say where it was unpacked.

    Raises:
        subprocess.CalledProcessError: npm does not know the package or cannot reach its registry.
    """
    unpacked = {}
    for package in sorted(set(packages)):
        command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
        archive = folder / subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
        unpacked[package] = folder / archive.stem
        with tarfile.open(archive) as tar:
            tar.extractall(unpacked[package], filter="data")
    return unpacked


def read(source: Source, unpacked: dict[str, Path]) -> TTFont:
    """Open a source font whose digest is the pinned one.

    Raises:
        SystemExit: the package holds another file than the one these fonts were looked at with.
    """
    content = (unpacked[source.package] / "package" / source.path).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != source.sha256:
        raise SystemExit(f"{source.package} {source.path}: sha256 is {digest}, not {source.sha256}")
    return TTFont(io.BytesIO(content), recalcTimestamp=False)


def cut(font: TTFont, characters: str, features: list[str], weights: tuple[int, int] | int = WEIGHTS) -> TTFont:
    """Leave of a variable font the characters, the features and our weights, or one."""
    options = Options(layout_features=features, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    return instancer.instantiateVariableFont(font, {"wght": weights})


def graft(font: TTFont, other: TTFont) -> None:
    """Add to the font what only the other one, of the same design, has: its glyphs, without its features."""
    added = [name for name in other.getGlyphOrder() if name not in font["glyf"].glyphs]
    font.setGlyphOrder(font.getGlyphOrder() + added)
    for name in added:
        font["glyf"].glyphs[name] = other["glyf"][name]
        font["hmtx"].metrics[name] = other["hmtx"][name]
        font["gvar"].variations[name] = other["gvar"].variations.get(name, [])
    for table in font["cmap"].tables:
        table.cmap.update({code: name for code, name in other.getBestCmap().items() if name in added})
    # Without the table of advances' variations, their deltas are read from gvar, where the grafted glyphs have theirs.
    font.tables.pop("HVAR", None)
    font.reader.tables.pop("HVAR", None)


def name_and_measure(font: TTFont, face: Face) -> None:
    """Give a changed font our own name, as its licence asks, and our line box."""
    names = {0: face.notice, 1: face.family, 4: face.family, 6: face.family.replace(" ", "") + "-Regular"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    if face.ascent and face.descent:
        units = font["head"].unitsPerEm
        font["hhea"].ascent = font["OS/2"].sTypoAscender = round(face.ascent * units)
        font["hhea"].descent = font["OS/2"].sTypoDescender = -round(face.descent * units)


def build(face: Face, unpacked: dict[str, Path]) -> bytes:
    """Make one font file, the same bytes every time."""
    font = cut(read(face.source, unpacked), face.characters, face.features, face.weights)
    if face.also:
        graft(font, cut(read(face.also, unpacked), face.also_characters, []))
    name_and_measure(font, face)
    font.flavor = "woff2"
    content = io.BytesIO()
    font.save(content)
    return content.getvalue()


def licence(face: Face, unpacked: dict[str, Path]) -> str:
    """Return the licence of a face, headed by its true notice and what was changed."""
    text = (unpacked[face.source.package] / "package" / "LICENSE").read_text(encoding="utf-8")
    terms = re.sub(r"\A.*?(?=This Font Software is licensed)", "", text, flags=re.DOTALL)
    cut_from_it = " and ".join(f"{each.file} ({each.family})" for each in FACES if each.licence == face.licence)
    change = f"Subsets of this font, made by deploy/fonts.py of Rased: {cut_from_it}."
    return f"{face.notice}\n\n{change}\n\n{terms}"


def results(unpacked: dict[str, Path]) -> dict[str, bytes]:
    """Return every file that belongs into the folder, by its name."""
    fonts = {face.file: build(face, unpacked) for face in FACES}
    return fonts | {face.licence: licence(face, unpacked).encode() for face in FACES}


def main(arguments: list[str]) -> int:
    """Write the files, or with --check only say whether they are what this script makes."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    packages = [face.source.package for face in FACES]
    with tempfile.TemporaryDirectory() as folder:
        files = results(fetch(packages, Path(folder)))
    committed = {path.name: path.read_bytes() for path in FOLDER.glob("*") if path.name in files}
    stale = [name for name, content in files.items() if committed.get(name) != content]
    for name, content in files.items():
        state = "differs" if name in stale else "as committed"
        sys.stdout.write(f"{len(content):>7,} bytes  {name}  {state}\n")
    if "--check" in arguments:
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_bytes(files[name])
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
