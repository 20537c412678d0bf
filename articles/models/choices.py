"""The closed sets of words that the tables, the acts and the templates share."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Language(TextChoices):
    """The two languages of every house."""

    AR = "ar", _("Arabic")
    EN = "en", _("English")

    @property
    def other(self) -> "Language":
        """The language of the other edition."""
        return Language.EN if self is Language.AR else Language.AR


class Stage(TextChoices):
    """Where the working copy of an article stands."""

    DRAFT = "draft", pgettext_lazy("stage", "Draft")
    IN_REVIEW = "in_review", pgettext_lazy("stage", "In review")
    RETURNED = "returned", pgettext_lazy("stage", "Returned")
    APPROVED = "approved", pgettext_lazy("stage", "Approved")
    PUBLISHED = "published", pgettext_lazy("stage", "Published")
    SPIKED = "spiked", pgettext_lazy("stage", "Spiked")


class Format(TextChoices):
    """What kind of piece an edition is."""

    NEWS = "news", pgettext_lazy("format", "News")
    FLASH = "flash", pgettext_lazy("format", "Flash")
    LIVE = "live", pgettext_lazy("format", "Live coverage")
    ANALYSIS = "analysis", pgettext_lazy("format", "Analysis")
    OPINION = "opinion", pgettext_lazy("format", "Opinion")
    INTERVIEW = "interview", pgettext_lazy("format", "Interview")
    EXPLAINER = "explainer", pgettext_lazy("format", "Explainer")
    FEATURE = "feature", pgettext_lazy("format", "Feature")
    GALLERY = "gallery", pgettext_lazy("format", "Gallery")
    VIDEO = "video", pgettext_lazy("format", "Video")
    CARTOON = "cartoon", pgettext_lazy("format", "Cartoon")
    SPONSORED = "sponsored", pgettext_lazy("format", "Sponsored")


class Kind(TextChoices):
    """What an address of an article answers during one publication."""

    PAGE = "page", pgettext_lazy("kind", "Page")
    RETRACTED = "retracted", pgettext_lazy("kind", "Retracted")
    GONE = "gone", pgettext_lazy("kind", "Gone")
    OFF_AIR = "off_air", pgettext_lazy("kind", "Off the air")
    MOVED = "moved", pgettext_lazy("kind", "Moved")
    IMPORTED = "imported", pgettext_lazy("kind", "Imported")


READABLE = (Kind.PAGE, Kind.IMPORTED, Kind.RETRACTED)
LISTED = (Kind.PAGE, Kind.IMPORTED)


class Basis(TextChoices):
    """Why readers may see a publication (invariant I2)."""

    REVIEWED = "reviewed", _("Reviewed")
    SMALL_FIX = "small_fix", _("Small fix")
    DEVELOPING = "developing", _("Update of a developing story")
    AMENDMENT = "amendment", _("Amendment")
    AGENCY = "agency", _("Agency copy")
    UNREVIEWED = "unreviewed", _("Published unreviewed")
    IMPORTED = "imported", _("Imported")
    HOUSE = "house", _("The house's wording")


class Change(TextChoices):
    """What a publication on a live article tells its readers."""

    NONE = "none", _("No note to readers")
    UPDATE = "update", _("Update")
    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")


class RevisionKind(TextChoices):
    """How a revision came to be."""

    SAVED = "saved", _("Saved")
    JOINED = "joined", _("Joined from two people's saves")
    IMPORTED = "imported", _("Imported")
    FROM_LIVE = "from_live", _("Made from the live revision")
    KEPT = "kept", _("Kept, not joined")


class BylineRole(TextChoices):
    """What a named person did for an article."""

    WRITING = "writing", pgettext_lazy("byline", "Writing")
    TRANSLATION = "translation", pgettext_lazy("byline", "Translation")
    PHOTOGRAPHY = "photography", pgettext_lazy("byline", "Photography")
    REPORTING = "reporting", pgettext_lazy("byline", "Additional reporting")


class Role(TextChoices):
    """The groups of the house; their names are these values."""

    REPORTER = "reporter", pgettext_lazy("role", "Reporter")
    TRANSLATOR = "translator", pgettext_lazy("role", "Translator")
    PHOTO_EDITOR = "photo_editor", pgettext_lazy("role", "Photo editor")
    EDITOR = "editor", pgettext_lazy("role", "Editor")
    CHIEF_EDITOR = "chief_editor", pgettext_lazy("role", "Chief editor")
    ADMINISTRATOR = "administrator", pgettext_lazy("role", "Administrator")


class Urgency(TextChoices):
    """How soon the desk wants a story."""

    ROUTINE = "routine", pgettext_lazy("urgency", "Routine")
    TODAY = "today", pgettext_lazy("urgency", "Today")
    URGENT = "urgent", pgettext_lazy("urgency", "Urgent")


class Digits(TextChoices):
    """The digits that a house prints."""

    LATIN = "latn", "0123456789"
    ARABIC_INDIC = "arab", "٠١٢٣٤٥٦٧٨٩"


class Months(TextChoices):
    """The month names that a house prints in Arabic."""

    LEVANTINE = "levantine", "تشرين الثاني"
    EGYPTIAN = "egyptian", "نوفمبر"
    MAGHREBI = "maghrebi", "نونبر"
    DUAL = "dual", "تشرين الثاني/نوفمبر"
