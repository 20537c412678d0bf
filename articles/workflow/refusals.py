"""How the workflow says no: each refusal carries a sentence for the person who asked."""

from dataclasses import dataclass

from django.utils.functional import Promise

from articles.language.joining import Conflict
from articles.models import Revision


class Refused(Exception):
    """An act that the table or a guard refuses."""

    def __init__(self, sentence: str | Promise, code: str = "refused") -> None:
        super().__init__(str(sentence))
        self.sentence = str(sentence)
        self.code = code


class NotAllowed(Refused):
    """The person's roles do not reach so far."""


class WrongStage(Refused):
    """The article does not stand where the act begins."""


class NewerExists(Refused):
    """Somebody saved meanwhile: carries the revision that was read and the newest one."""

    def __init__(self, sentence: str | Promise, *, read: Revision, newest: Revision) -> None:
        super().__init__(sentence, "newer_exists")
        self.read = read
        self.newest = newest


@dataclass(frozen=True)
class FieldConflict:
    """One field of two people's saves that only a person can join."""

    field: str
    conflicts: tuple[Conflict, ...]


class SaveConflict(Refused):
    """Two people changed the same paragraph: carries what could not be joined, and the kept revision."""

    def __init__(
        self, sentence: str | Promise, *, fields: tuple[FieldConflict, ...], kept: Revision | None, newest: Revision
    ) -> None:
        super().__init__(sentence, "save_conflict")
        self.fields = fields
        self.kept = kept
        self.newest = newest
