"""The table of acts (DESIGN §4) and the table of duties: who may do what, as data that an editor can read."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from articles.models import Role, Stage
from articles.workflow import guards as g
from articles.workflow.case import Case, Readers


class Verb(StrEnum):
    """An article's acts."""

    SAVE = "save"
    SUBMIT = "submit"
    RECALL = "recall"
    RETURN = "return"
    APPROVE = "approve"
    PUBLISH = "publish"
    RESCHEDULE = "reschedule"
    UPDATE = "update"
    FIX = "fix"
    AMEND = "amend"
    PUBLISH_UNREVIEWED = "publish_unreviewed"
    UNSCHEDULE = "unschedule"
    TAKE_OFF_AIR = "take_off_air"
    PUT_BACK = "put_back"
    EXTEND_RIGHTS = "extend_rights"
    RETRACT = "retract"
    REMOVE = "remove"
    MOVE = "move"
    SPIKE = "spike"
    DISCARD = "discard"
    REOPEN = "reopen"


LABELS: dict[Verb, Promise] = {
    Verb.SAVE: pgettext_lazy("act", "Save"),
    Verb.SUBMIT: pgettext_lazy("act", "Submit"),
    Verb.RECALL: pgettext_lazy("act", "Recall"),
    Verb.RETURN: pgettext_lazy("act", "Return"),
    Verb.APPROVE: pgettext_lazy("act", "Approve"),
    Verb.PUBLISH: pgettext_lazy("act", "Publish"),
    Verb.RESCHEDULE: pgettext_lazy("act", "Reschedule"),
    Verb.UPDATE: pgettext_lazy("act", "Update"),
    Verb.FIX: pgettext_lazy("act", "Small fix"),
    Verb.AMEND: pgettext_lazy("act", "Amend"),
    Verb.PUBLISH_UNREVIEWED: pgettext_lazy("act", "Publish unreviewed"),
    Verb.UNSCHEDULE: pgettext_lazy("act", "Unschedule"),
    Verb.TAKE_OFF_AIR: pgettext_lazy("act", "Take off the air"),
    Verb.PUT_BACK: pgettext_lazy("act", "Put back"),
    Verb.EXTEND_RIGHTS: pgettext_lazy("act", "Extend the rights"),
    Verb.RETRACT: pgettext_lazy("act", "Retract"),
    Verb.REMOVE: pgettext_lazy("act", "Remove"),
    Verb.MOVE: pgettext_lazy("act", "Move"),
    Verb.SPIKE: pgettext_lazy("act", "Spike"),
    Verb.DISCARD: pgettext_lazy("act", "Discard"),
    Verb.REOPEN: pgettext_lazy("act", "Reopen"),
}


class Who(Enum):
    """The people an act is open to."""

    ITS_PEOPLE = "its_people"
    SUBMITTER = "submitter"
    EDITOR = "editor"
    CHIEF = "chief"
    DUTY = "duty"


Guard = Callable[[Case], "str | Promise | None"]

_ALL = frozenset(Stage)
_BUT_SPIKED = _ALL - {Stage.SPIKED}
_ANY = frozenset(Readers)
_E = frozenset({Who.EDITOR, Who.CHIEF})
_CHIEFS = frozenset({Who.CHIEF, Who.DUTY})


@dataclass(frozen=True, kw_only=True)
class Act:
    """One row of the table; `to` is None where the act leaves the stage to its service."""

    stages: frozenset[Stage]
    readers: frozenset[Readers] = _ANY
    to: Stage | None = None
    by: frozenset[Who]
    guards: tuple[Guard, ...] = ()


def _in(*stages: Stage) -> frozenset[Stage]:
    return frozenset(stages)


_DRAFT, _REVIEW, _RETURNED, _APPROVED, _PUBLISHED, _SPIKED = Stage
_ITS = frozenset({Who.ITS_PEOPLE})
_BY_SUBMITTER = frozenset({Who.SUBMITTER})
_CHIEF = frozenset({Who.CHIEF})
_LIVE = frozenset({Readers.LIVE})
_OFF_AIR = frozenset({Readers.OFF_AIR})
_WITHDRAWABLE = frozenset({Readers.LIVE, Readers.RETRACTED, Readers.OFF_AIR})
_UNSEEN = (g.nothing_live, g.nothing_scheduled)

# fmt: off
ACTS: dict[Verb, Act] = {
    Verb.SAVE: Act(stages=_BUT_SPIKED, by=_ITS | _E),
    Verb.SUBMIT: Act(stages=_in(_DRAFT, _RETURNED), to=_REVIEW, by=_ITS, guards=(g.has_headline, g.has_body_unless_flash)),
    Verb.RECALL: Act(stages=_in(_REVIEW), to=_DRAFT, by=_BY_SUBMITTER),
    Verb.RETURN: Act(stages=_in(_REVIEW, _APPROVED), to=_RETURNED, by=_E, guards=(g.says_why,)),
    Verb.APPROVE: Act(stages=_in(_DRAFT, _REVIEW, _RETURNED), to=_APPROVED, by=_E, guards=(g.reads_the_language, g.not_only_writer, *g.PUBLISHABLE)),
    Verb.PUBLISH: Act(stages=_in(_APPROVED), by=_E, guards=(*g.TIMELY, g.sign_offs_given, g.chief_over_withdrawn, g.change_has_note)),
    Verb.RESCHEDULE: Act(stages=_in(_PUBLISHED), by=_E, guards=(g.something_scheduled, *g.TIMELY)),
    Verb.UPDATE: Act(stages=_BUT_SPIKED, readers=_LIVE, by=_E, guards=(g.is_developing, g.needs_no_sign_off, *g.SOUND)),
    Verb.FIX: Act(stages=_in(_PUBLISHED), readers=_LIVE, to=_PUBLISHED, by=_E, guards=(g.is_small_fix, *g.SOUND)),
    Verb.AMEND: Act(stages=_BUT_SPIKED, readers=_LIVE, by=_E, guards=(g.words_unchanged, *g.SOUND)),
    Verb.PUBLISH_UNREVIEWED: Act(stages=_in(_DRAFT, _REVIEW, _APPROVED), by=_CHIEFS, guards=(g.says_why, *g.PUBLISHABLE, *g.TIMELY, g.chief_over_withdrawn, g.change_has_note)),
    Verb.UNSCHEDULE: Act(stages=_BUT_SPIKED, by=_E, guards=(g.something_scheduled,)),
    Verb.TAKE_OFF_AIR: Act(stages=_BUT_SPIKED, readers=_LIVE, by=_E),
    Verb.PUT_BACK: Act(stages=_BUT_SPIKED, readers=_OFF_AIR, by=_CHIEF),
    Verb.EXTEND_RIGHTS: Act(stages=_BUT_SPIKED, readers=_LIVE, by=_E, guards=(g.has_rights_that_end, g.says_why)),
    Verb.RETRACT: Act(stages=_BUT_SPIKED, readers=_WITHDRAWABLE, by=_CHIEFS, guards=(g.says_public_reason,)),
    Verb.REMOVE: Act(stages=_BUT_SPIKED, readers=_WITHDRAWABLE, by=_CHIEFS, guards=(g.says_public_reason,)),
    Verb.MOVE: Act(stages=_BUT_SPIKED, readers=_WITHDRAWABLE, by=_CHIEFS, guards=(g.moves_elsewhere,)),
    Verb.SPIKE: Act(stages=_BUT_SPIKED, to=_SPIKED, by=_E, guards=(*_UNSEEN, g.says_why)),
    Verb.DISCARD: Act(stages=_in(_DRAFT), to=_SPIKED, by=_ITS, guards=(g.never_submitted, *_UNSEEN, g.says_why)),
    Verb.REOPEN: Act(stages=_in(_SPIKED), to=_DRAFT, by=_E, guards=(g.says_why,)),
}
# fmt: on


class Duty(StrEnum):
    """What a person may do that is not an article's act; every admin address declares one of these or an act."""

    SEE_DESK = "see_desk"
    SEE_ARTICLE = "see_article"
    CREATE_ARTICLE = "create_article"
    MAKE_OTHER_EDITION = "make_other_edition"
    IMPORT_COPY = "import_copy"
    NOTE = "note"
    SHARE_PREVIEW = "share_preview"
    SEND_SOCIAL = "send_social"
    ASSIGN = "assign"
    TAKE_ASSIGNMENT = "take_assignment"
    PLAN = "plan"
    UPLOAD_PHOTO = "upload_photo"
    KEEP_PHOTOS = "keep_photos"
    PULL_PHOTO = "pull_photo"
    HIDE_BYLINE = "hide_byline"
    REDACT = "redact"
    REQUIRE_SIGN_OFF = "require_sign_off"
    GIVE_SIGN_OFF = "give_sign_off"
    SET_EMBARGO = "set_embargo"
    RESTRICT = "restrict"
    MARK_DEVELOPING = "mark_developing"
    PLACE_STORY = "place_story"
    SETTLE_NEWER = "settle_newer"
    REVIEW_AFTERWARDS = "review_afterwards"
    NAME_DUTY_EDITOR = "name_duty_editor"
    KEEP_FRONT = "keep_front"
    KEEP_STRIP = "keep_strip"
    KEEP_TOPICS = "keep_topics"
    KEEP_NAMES = "keep_names"
    KEEP_NAME_GLOSSARY = "keep_name_glossary"
    KEEP_TERMS = "keep_terms"
    DISMISS_FINDING = "dismiss_finding"
    OVERRULE_ERROR = "overrule_error"
    KEEP_HOUSE = "keep_house"
    KEEP_PEOPLE = "keep_people"
    SEE_LOG = "see_log"


_STAFF = frozenset(Role)
_WRITING = frozenset({Role.REPORTER, Role.TRANSLATOR, Role.EDITOR, Role.CHIEF_EDITOR})
_EDITORS = frozenset({Role.EDITOR, Role.CHIEF_EDITOR})
_PICTURES = _WRITING | {Role.PHOTO_EDITOR}

DUTIES: dict[Duty, frozenset[Role]] = {
    Duty.SEE_DESK: _STAFF,
    Duty.SEE_ARTICLE: _STAFF,
    Duty.CREATE_ARTICLE: _WRITING,
    Duty.MAKE_OTHER_EDITION: frozenset({Role.TRANSLATOR, Role.EDITOR, Role.CHIEF_EDITOR}),
    Duty.IMPORT_COPY: _WRITING,
    Duty.NOTE: _PICTURES,
    Duty.SHARE_PREVIEW: _WRITING,
    Duty.SEND_SOCIAL: _WRITING,
    Duty.ASSIGN: _EDITORS,
    Duty.TAKE_ASSIGNMENT: _WRITING,
    Duty.PLAN: _EDITORS,
    Duty.UPLOAD_PHOTO: _PICTURES,
    Duty.KEEP_PHOTOS: _EDITORS | {Role.PHOTO_EDITOR},
    Duty.PULL_PHOTO: _EDITORS | {Role.PHOTO_EDITOR},
    Duty.HIDE_BYLINE: _EDITORS,
    Duty.REDACT: frozenset({Role.CHIEF_EDITOR, Role.ADMINISTRATOR}),
    Duty.REQUIRE_SIGN_OFF: _EDITORS,
    Duty.GIVE_SIGN_OFF: _EDITORS,
    Duty.SET_EMBARGO: _EDITORS,
    Duty.RESTRICT: _EDITORS,
    Duty.MARK_DEVELOPING: _EDITORS,
    Duty.PLACE_STORY: _EDITORS,
    Duty.SETTLE_NEWER: _EDITORS,
    Duty.REVIEW_AFTERWARDS: frozenset({Role.CHIEF_EDITOR}),
    Duty.NAME_DUTY_EDITOR: frozenset({Role.CHIEF_EDITOR}),
    Duty.KEEP_FRONT: _EDITORS,
    Duty.KEEP_STRIP: _EDITORS,
    Duty.KEEP_TOPICS: _EDITORS,
    Duty.KEEP_NAMES: _EDITORS | {Role.ADMINISTRATOR},
    Duty.KEEP_NAME_GLOSSARY: _EDITORS | {Role.TRANSLATOR},
    Duty.KEEP_TERMS: frozenset({Role.CHIEF_EDITOR}),
    Duty.DISMISS_FINDING: _WRITING,
    Duty.OVERRULE_ERROR: _EDITORS,
    Duty.KEEP_HOUSE: frozenset({Role.CHIEF_EDITOR, Role.ADMINISTRATOR}),
    Duty.KEEP_PEOPLE: frozenset({Role.ADMINISTRATOR}),
    Duty.SEE_LOG: _EDITORS | {Role.ADMINISTRATOR},
}
