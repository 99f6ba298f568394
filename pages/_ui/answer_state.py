"""Keys of the interview answers: applications, research, what fits, the answer, practice."""

from pages._ui.state import Keys


class AnswerKey(Keys):
    """The keys of the page of interview answers."""

    # which part of the page is shown
    STEP = "step"

    # the applications
    APPLICATION = "application"
    APPLICATION_ADD = "application-add"
    APPLICATION_ARCHIVE = "application-archive"
    APPLICATION_COMPANY = "application-company"
    APPLICATION_DAY = "application-day"
    APPLICATION_FORM = "application-form"
    APPLICATION_NOTES = "application-notes"
    APPLICATION_RESTORE = "application-restore"
    APPLICATION_ROLE = "application-role"

    # research
    RESEARCH = "research"
    RESEARCH_GIVES = "research-gives"
    RESEARCH_PART = "research-part"
    PICK = "pick"
    PICK_ALL = "pick-all"
    PICK_KEEP = "pick-keep"

    # what they ask for, and what fits
    ASK_ADD = "ask-add"
    ASK_ARCHIVE = "ask-archive"
    ASK_EDIT = "ask-edit"
    ASK_FORM = "ask-form"
    ASK_GOAL = "ask-goal"
    ASK_KIND = "ask-kind"
    ASK_LINK = "ask-link"
    ASK_LINK_FORM = "ask-link-form"
    ASK_LINK_NEEDS = "ask-link-needs"
    ASK_QUOTE = "ask-quote"
    ASK_RESTORE = "ask-restore"
    ASK_STRENGTH = "ask-strength"
    ASK_TITLE = "ask-title"
    BRING = "bring"
    MARK_HERE = "mark-here"

    # the answer
    ANSWER_ASKED = "answer-asked"
    ANSWER_ASPIRATIONS = "answer-aspirations"
    ANSWER_COMPOSE = "answer-compose"
    ANSWER_DOWNLOAD = "answer-download"
    ANSWER_GOALS = "answer-goals"
    ANSWER_MISSING = "answer-missing"
    ANSWER_NEEDS = "answer-needs"
    ANSWER_OUT = "answer-out"
    ANSWER_SECONDS = "answer-seconds"
    ANSWER_STRENGTHS = "answer-strengths"
    ANSWER_TEXT = "answer-text"
    ANSWER_UNSAVED = "_answer-unsaved"
    OFFER_ALL = "offer-all"
    OFFER_KEEP = "offer-keep"
    OFFER_TAKE = "offer-take"

    # the check of the answer
    RULE_HEAR = "rule-hear"
    RULE_OFF = "rule-off"
    RULE_ON = "rule-on"
    RULE_REASON = "rule-reason"
    RULE_SILENCE = "rule-silence"

    # practice
    REHEARSE = "rehearse"
    TAKE = "_take"
    TAKE_ARCHIVE = "take-archive"
    TAKE_AUDIO = "take-audio"
    TAKE_DISCARD = "take-discard"
    TAKE_KEEP = "take-keep"
    TAKE_NOTE = "take-note"
    TAKE_RATING = "take-rating"
    TAKE_RESTORE = "take-restore"
    TAKE_SECONDS = "take-seconds"
    TIMER = "_timer"
    TIMER_START = "timer-start"
    TIMER_STOP = "timer-stop"

    # versions and documents
    COMPARE = "answer-compare"
    DUPLICATE = "answer-duplicate"
    DUPLICATE_COMPANY = "answer-duplicate-company"
    DUPLICATE_ROLE = "answer-duplicate-role"
    PAPER = "answer-paper"
    PRINT = "answer-print"
    PRINTED = "_answer-printed"
    READY = "answer-ready"
    VERSION = "answer-version"
    VERSION_RESTORE = "answer-version-restore"
    VERSIONS = "answer-versions"
