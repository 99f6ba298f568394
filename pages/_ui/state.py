"""Keys of the session state and of widgets; with ``plan_state``, the only place that spells them."""

from enum import StrEnum


class Keys(StrEnum):
    """Names in ``st.session_state``. Identity is never kept under a name that a widget uses."""

    def of(self, entity_id: str) -> str:
        """Return this key for one entity."""
        return f"{self.value}-{entity_id}"


class Key(Keys):
    """The keys of the frame, and of all pages but those of the plan."""

    # the frame
    IDENTITY = "_identity"
    VISIT = "_visit"
    REFUSAL = "_refusal"
    STORED = "_stored"
    UNSAVED = "_unsaved"
    SAVE_NOW = "save-now"
    SEEN = "_seen"
    DRAFT = "_draft"
    DRAFT_ARCHIVE = "draft-archive"
    DRAFT_BASE = "_draft-base"
    DRAFT_CANCEL = "draft-cancel"
    DRAFT_REFUSAL = "_draft-refusal"
    DRAFT_REFUSED = "_draft-refused"
    DRAFT_SAVE = "draft-save"
    UNDO = "undo"
    REDO = "redo"
    RECOVERY_SEEN = "recovery-seen"
    RECOVERY_ANEW = "recovery-anew"
    DEMO_ADD = "demo-add"
    DEMO_REMOVE = "demo-remove"
    GUEST_BACKUP = "guest-backup"

    # your data
    BACKUP = "backup"
    BACKUP_HISTORY = "backup-history"
    RESTORE = "restore"
    RESTORE_ADD = "restore-add"
    RESTORE_CANCEL = "restore-cancel"
    RESTORE_FILE = "restore-file"
    RESTORE_READ = "_restore-read"
    RESTORE_TURN = "_restore-turn"
    VERSION = "version"
    ERASE = "erase"
    ERASE_FORM = "erase-form"
    ERASE_WORD = "erase-word"

    # tables and dates, out and in
    TAKE_CALENDAR = "take-calendar"
    TAKE_GOALS = "take-goals"
    TAKE_MILESTONES = "take-milestones"
    TAKE_PRIVATE = "take-private"
    BRING_ADD = "bring-add"
    BRING_CANCEL = "bring-cancel"
    BRING_FILE = "bring-file"
    BRING_PATTERN = "bring-pattern"
    BRING_READ = "_bring-read"
    BRING_SOURCE = "bring-source"
    BRING_TURN = "_bring-turn"

    # history
    HISTORY_BACK = "history-back"
    HISTORY_MORE = "history-more"
    HISTORY_SHOWN = "_history-shown"
    HISTORY_SINCE = "since"
    HISTORY_VIEW = "history-view"

    # home
    NEXT_STEP = "next-step"
    START_STEP = "start-step"
    NAME = "name"

    # needs
    NEEDS_VIEW = "needs-view"
    NEEDS_START = "needs-start"
    NEEDS_START_FOURS = "needs-start-fours"
    NEEDS_SHOWN = "_needs-shown"
    NEEDS_KEEP = "needs-keep"
    NEEDS_KEEP_SIDE = "needs-keep-side"
    NEEDS_GIVE_UP = "needs-give-up"
    NEEDS_UNDO = "needs-undo"
    NEEDS_REDRAW = "_needs-redraw"
    NEEDS_LATER = "needs-later"
    NEEDS_DROP = "needs-drop"
    NEEDS_FOLLOW = "needs-follow"
    NEEDS_LEAVE = "needs-leave"
    NEEDS_LOOK_AGAIN = "needs-look-again"
    NEEDS_LEAD = "needs-lead"
    NEEDS_ASPIRE = "needs-aspire"
    NEEDS_AGAIN = "needs-again"
    NEEDS_ANSWER = "needs-answer"
    NEEDS_SAID = "needs-said"
    NEEDS_OWN_STEP = "needs-own-step"
    NEEDS_RATING = "needs-rating"
    NEEDS_RATING_NOTE = "needs-rating-note"
    NEEDS_BEFORE = "needs-before"
    NEEDS_AFTER = "needs-after"
    NEEDS_GUESS = "needs-guess"

    # the own set of needs
    NEED_FORM = "need-form"
    NEED_NAME = "need-name"
    NEED_ABOUT = "need-about"
    NEED_EXAMPLE = "need-example"
    NEED_ADD = "need-add"
    NEED_EDIT = "need-edit"
    NEED_HIDE = "need-hide"
    NEED_SHOW = "need-show"

    # directions
    DIRECTION_TAKE = "direction-take"
    DIRECTION_EDIT = "direction-edit"
    DIRECTION_DECLINE = "direction-decline"
    DIRECTION_RECONSIDER = "direction-reconsider"
    DIRECTION_DRAFT = "_direction-draft"

    # strengths
    STRENGTH_FORM = "strength-form"
    STRENGTH_TITLE = "strength-title"
    STRENGTH_EVIDENCE = "strength-evidence"
    STRENGTH_MARK = "strength-mark"
    STRENGTH_ADD = "strength-add"
    STRENGTH_EDIT = "strength-edit"
    STRENGTH_RESTORE = "strength-restore"
    WHY_NOW = "why-now"

    # the yearly review
    REVIEW_YEAR = "review-year"
    REVIEW_START = "review-start"
    REVIEW_TAKE_UP = "review-take-up"
    REVIEW_STEP = "_review-step"
    REVIEW_JUMP = "review-jump"
    REVIEW_ANSWER = "review-answer"
    REVIEW_BACK = "review-back"
    REVIEW_NEXT = "review-next"
    REVIEW_LATER = "review-later"
    REVIEW_NEXT_ON = "review-next-on"
    REVIEW_FINISH = "review-finish"
    REVIEW_ASIDE = "review-aside"
    REVIEW_RECORD = "review-record"
    REVIEW_BOARD = "review-board"

    # plan
    NOTE = "_note"
