"""Keys of the year: wins, the quarterly check, and the yearly review."""

from pages._ui.state import Keys


class YearKey(Keys):
    """The keys of what a year is looked back on with."""

    # wins
    WIN_ADD = "win-add"
    WIN_EDIT = "win-edit"
    WIN_EVIDENCE = "win-evidence"
    WIN_FORM = "win-form"
    WIN_MARK = "win-mark"
    WIN_NEEDS = "win-needs"
    WIN_ON = "win-on"
    WIN_RESTORE = "win-restore"
    WIN_STRENGTHS = "win-strengths"
    WIN_TITLE = "win-title"

    # the quarterly check
    QUARTER_ANSWER = "quarter-answer"

    # own questions
    QUESTION_ADD = "question-add"
    QUESTION_ASKS = "question-asks"
    QUESTION_EDIT = "question-edit"
    QUESTION_FORM = "question-form"
    QUESTION_RESTORE = "question-restore"
    QUESTION_TITLE = "question-title"

    # decisions, and what they change
    DECIDE = "decide"
    DECIDE_DUE = "decide-due"
    DECIDE_LEVEL = "decide-level"
    DECIDE_NEXT = "decide-next"
    DECIDE_NOTE = "decide-note"
    DECIDE_PARTS = "decide-parts"
    DECIDE_REASON = "decide-reason"
    DECIDE_SAVE = "decide-save"
    DECIDE_UNDO = "decide-undo"
    DECIDE_YEAR = "decide-year"
    DECIDE_ADD = "decide-add"
    PROPOSAL = "proposal"
    PROPOSAL_APPLY = "proposal-apply"
    STEP_WAY = "step-way"
    STEP_PRIVATE = "step-private"

    # needs again, and how far they are met
    NEEDS_ALL = "again-needs-all"
    NEEDS_CLOSEST = "again-needs-closest"
    NEEDS_GO = "_again-needs-go"
    NEEDS_ON = "again-needs-on"
    NEEDS_STILL = "again-needs-still"

    # records
    REMINDER = "review-reminder"
    ADDENDUM = "addendum"
    ADDENDUM_ADD = "addendum-add"
    COMPARE_NEWER = "compare-newer"
    COMPARE_OLDER = "compare-older"
    RECORD_DOWNLOAD = "record-download"
