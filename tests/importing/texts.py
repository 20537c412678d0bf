"""Copy as it arrives, for the tests of the importer: our own, and the samples beside the clone where they exist."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
BESIDE_THE_CLONE = Path(__file__).parents[3] / "shared" / "samples"

HOUSE = ("راصد", "Rased")
AGENCIES = ("رويترز", "Reuters", "أ ف ب", "AFP", "وكالة الأنباء الأردنية")


def own(name: str) -> str:
    """The text of one of our own copies."""
    return (DATA / name).read_text(encoding="utf-8")


def with_the_same_faults() -> list[bytes]:
    """Arabic copies with a leftover `{title}`, a source alone on its line and three subheads, as bytes."""
    ferry = own("ferry_ar.txt")
    encoded = [ferry.encode(encoding) for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1256")]
    beside = sorted(BESIDE_THE_CLONE.glob("*.txt")) if BESIDE_THE_CLONE.is_dir() else []
    return [*encoded, ferry.replace("\n", "\r\n").encode(), *(path.read_bytes() for path in beside)]
