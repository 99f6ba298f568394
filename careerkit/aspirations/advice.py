"""Does an aspiration read like a goal? Careful word rules for English titles; silence where they are unsure.

The rules are the project's own. They only ever lead to an offer, so a miss costs nothing and a false alarm
costs trust: each rule is as narrow as it can be.
"""

import re
from typing import Final

LONGEST_READ: Final = 300
"""Characters of a title that are read: more than an entry can have, so that no text takes long."""

_WISH: Final = re.compile(
    r"^(?:i (?:want|hope|wish|plan|aim|intend|am going) to |i(?:'d| would) (?:like|love) to |i(?:'ll| will) "
    r"|my (?:aim|goal|dream|wish|plan|aspiration) is to |to )"
)
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SMALL: Final = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
)
_LARGE: Final = r"(?:a |one )?(?:dozen|hundred|thousand|million)"
_NUMBER: Final = rf"(?:\d[\d.,]*k?|(?:{_SMALL})(?:-[a-z]+)?|{_LARGE})"
_SEASON: Final = r"(?:spring|summer|autumn|winter|christmas|easter)"
_PERIOD: Final = rf"(?:year|month|quarter|week|term|semester|{_SEASON})"
_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_BEFORE: Final = r"(?:by|before|until|till|no later than)"
_YEAR: Final = r"(?:19|20|21)\d\d"

_DATES: Final = (
    rf"\b{_BEFORE} (?:(?:early|mid|late|next|this|the|end of) )*(?:{_MONTH}|{_YEAR}|{_WEEKDAY})\b",
    rf"\b(?:by|before) (?:(?:early|late|next|this|the|end of) )*{_SEASON}\b",
    rf"\b{_BEFORE} (?:the )?end of (?:the |this |next |my )?(?:year|quarter|month|term|semester)\b",
    rf"\b(?:in|during|within) (?:(?:early|mid|late|{_MONTH}|{_SEASON}) )?{_YEAR}\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|\b{_MONTH} (?:\d{{1,2}}|{_YEAR})\b",
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\bq[1-4]\b",
    rf"(?<!the )\b(?:this|next) {_PERIOD}\b(?!')|\bwithin (?:a|one|the|{_NUMBER}) {_PERIOD}s?\b(?! of\b)",
    r"\b(?:by|before) (?:the age of |i am |i'm |i turn |my )?\d\d(?:th birthday)?$",
)
"""A day, month or year by which something is to have happened."""
_COUNTED: Final = (
    r"(?:clients|customers|applications|articles|papers|talks|courses|exams|examinations|projects|interviews"
    r"|certificates|employees|followers)"
)
_COUNTS: Final = (
    r"\b\d[\d.,]*k? ?(?:%|€|\$|£|(?:percent|per cent|euros?|dollars?|pounds?|kg|km)\b)|[€$£] ?\d",
    rf"\b{_NUMBER} percent\b|\b(?:{_NUMBER} times|once|twice) (?:a|per|each|every) {_PERIOD}\b",
    rf"\b{_NUMBER} (?:\S+ ){{1,2}}(?:a|per|each|every) {_PERIOD}\b",
    rf"(?:\bfor|^spend) {_NUMBER} (?:hours|weeks|months)\b|\b{_NUMBER} (?:\S+ ){{0,2}}{_COUNTED}\b",
)
"""A number with its unit."""
_ENDING: Final = (
    r"^(?:pass(?! on)|finish|complete|publish|save|earn|submit|win|sell|hire|apply|interview|visit|meet"
    r"|advise|pay (?:off|back)|reduce|cut|increase)(?! the two\b)"
)
_FINISHING: Final = (
    r"^(?:pass|finish|complete|obtain|get|earn|publish|submit|hand in|sign|run|win|gain|write|sit)"
)
_BETWEEN: Final = (
    r"(?: (?!(?:test|of|at|on|to|in|with|for|as|from|by|through|after|before|like)\b)[\w'-]+){0,4}?"
)
_THING: Final = (
    r"(?:exam|examination|course|certificate|certification|qualification|licen[cs]e|thesis|dissertation"
    r"|master'?s|mba|phd|cpa|bachelor'?s|apprenticeship|driving test|tax return|promotion"
    r"|(?:article|book|degree|marathon|contract|client|customer)"
    r"(?! (?:that|which|who|whose|people|others|i|of|by|between)\b))"
)
_ENDS: Final = (
    rf"{_ENDING}\b(?: \S+){{0,2}}? {_NUMBER}\b(?! lives\b)",
    rf"{_FINISHING} (?:one|the|a|an|my|our){_BETWEEN} {_THING}\b(?!')",
)
"""A verb that comes to an end, with a number or a single thing that is finished with it."""

_DATE: Final = re.compile("|".join(_DATES))
_MEASURED: Final = re.compile("|".join((*_COUNTS, *_ENDS)))
_NUMERAL: Final = re.compile(rf"\d|\b(?:{_NUMBER}|once (?:a|per|each|every)|twice|percent|tomorrow)\b")
_BEING: Final = re.compile(
    r"^(?:be|become|grow into|stay|remain) (?:someone|somebody|a person|the person|the one|the kind|the sort"
    r"|one of|known|recogni[sz]ed|respected|trusted|seen|sought)\b|\bsome ?day\b"
)


def reads_like_goal(title: str) -> bool:
    """Say whether the title of an aspiration reads like a goal: measurable and dated.

    It does with a day, month or year to be met, with a number and its unit, and with something that is
    finished once: an examination, a degree. English only; any other text is no goal.
    """
    text = plain_title(title)
    if _DATE.search(text):
        return True
    if _BEING.search(text):  # who one wants to be, even if a number helps to say it
        return False
    return bool(_MEASURED.search(text))


def names_date_or_number(title: str) -> bool:
    """Say whether a title names a date or a number, in digits or in words; “one” alone is no number."""
    text = plain_title(title)
    return bool(_NUMERAL.search(text) or _DATE.search(text))


def plain_title(title: str) -> str:
    """Return a title as the rules read it: small letters, single blanks, without “I want to” before it."""
    text = " ".join(title[:LONGEST_READ].casefold().replace("’", "'").split())
    return _WISH.sub("", text.strip(" .!?,;:“”\"'-–•"))
