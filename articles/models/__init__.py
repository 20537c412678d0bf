"""Tables, constraints, and querysets named after business facts.

No e-mail, no cache, no service calls here. Split for maintenance; other rooms import from this package.
"""

from articles.models.buffers import DraftBuffer
from articles.models.calendar import HijriMonth
from articles.models.choices import (
    LISTED,
    READABLE,
    Basis,
    BylineRole,
    Change,
    Digits,
    Format,
    Kind,
    Language,
    Months,
    RevisionKind,
    Role,
    Stage,
    Urgency,
)
from articles.models.content import LINES, BylineLine, Content, PhotoLine
from articles.models.doors import LegacyAddress, Outbox, PreviewLink
from articles.models.fronts import Bulletin, FrontChange, FrontSlot
from articles.models.hiding import HiddenByline
from articles.models.house import House
from articles.models.log import Note, WorkflowEvent
from articles.models.notifications import Notification
from articles.models.pages import StaticPage
from articles.models.people import Agency, Author, Desk, User
from articles.models.photos import Photo, PhotoUse
from articles.models.places import RESERVED_SLUGS, Section, Series, StoryTopic, Topic
from articles.models.planning import AfterReview, Assignment, PlannedSlot, SavedFilter
from articles.models.publications import (
    Correction,
    Publication,
    PublicationAuthor,
    PublicationPhoto,
    PublicationTopic,
)
from articles.models.redactions import Redaction, RedactionRequest
from articles.models.search import SearchEntry, SpellingGroup, Stopword
from articles.models.sign_offs import SignOff, SignOffKind
from articles.models.stories import WORD_FIELDS, Article, Byline, Revision, Story
from articles.models.style import FindingDismissal, HouseStyle, KeptFindings, NameEntry, TermRule
from articles.models.wire import WaitingCopy, WireItem

__all__ = [
    "LINES",
    "LISTED",
    "READABLE",
    "RESERVED_SLUGS",
    "WORD_FIELDS",
    "AfterReview",
    "Agency",
    "Article",
    "Assignment",
    "Author",
    "Basis",
    "Bulletin",
    "Byline",
    "BylineLine",
    "BylineRole",
    "Change",
    "Content",
    "Correction",
    "Desk",
    "Digits",
    "DraftBuffer",
    "FindingDismissal",
    "Format",
    "FrontChange",
    "FrontSlot",
    "HiddenByline",
    "HijriMonth",
    "House",
    "HouseStyle",
    "KeptFindings",
    "Kind",
    "Language",
    "LegacyAddress",
    "Months",
    "NameEntry",
    "Note",
    "Notification",
    "Outbox",
    "Photo",
    "PhotoLine",
    "PhotoUse",
    "PreviewLink",
    "PlannedSlot",
    "Publication",
    "PublicationAuthor",
    "PublicationPhoto",
    "PublicationTopic",
    "Redaction",
    "RedactionRequest",
    "Revision",
    "RevisionKind",
    "Role",
    "SavedFilter",
    "SearchEntry",
    "SpellingGroup",
    "Stopword",
    "Section",
    "Series",
    "SignOff",
    "SignOffKind",
    "Stage",
    "StaticPage",
    "Story",
    "StoryTopic",
    "TermRule",
    "Topic",
    "Urgency",
    "User",
    "WaitingCopy",
    "WireItem",
    "WorkflowEvent",
]
