"""Advice beside the form of a goal: what would make it easier to meet. It never stands in the way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import compress
from typing import Final

from careerkit.aspirations import names_date_or_number, plain_title, reads_like_goal
from careerkit.goals.due import OPEN
from careerkit.goals.model import Goal, GoalStatus
from careerkit.text import is_blank

MOST_AT_ONCE: Final = 5
"""How many goals can be under way before one more gets a word of advice. A house rule."""
UNSURE: Final = 6
"""Up to here, of 10, a smaller goal is the better one.

Source: confidence below 7 asks for a smaller plan in Brief Action Planning, Gutnick et al. (2014).
"""


class Advice(StrEnum):
    """What could be said about a goal, the most useful first."""

    READS_LIKE_ASPIRATION = "reads-like-aspiration"
    PAST_DATE = "past-date"
    NO_DATE = "no-date"
    NO_MEASURE = "no-measure"
    NO_FIRST_STEP = "no-first-step"
    HALF_IF_THEN = "half-if-then"
    NO_LINK = "no-link"
    LOW_CONFIDENCE = "low-confidence"
    TOO_MANY = "too-many"
    TOO_FAR = "too-far"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEntry:
    """What the form of a goal holds at the moment, finished or not; so nothing in it is refused.

    ``has_measure`` is true for a number as for yes and no; ``obstacle`` and ``action`` are the two halves of
    the if-then plan.
    """

    title: str = ""
    due: date | None = None
    has_measure: bool = False
    first_step: str = ""
    obstacle: str = ""
    action: str = ""
    confidence: int | None = None
    aspirations: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    status: GoalStatus = GoalStatus.IDEA


def goal_advice(
    draft: GoalEntry, *, others: Iterable[Goal], today: date, last_year: int
) -> tuple[Advice, ...]:
    """Return what could be said about a goal while it is entered, the most useful first; never an error.

    ``others`` are the goals beside it, ``last_year`` is the last year of the plan. There is nothing to say
    before it has a title, and of a goal that is done or dropped. A goal that has a date and a measure is a
    goal, however it reads. That more than five goals under way at once are many (:data:`MOST_AT_ONCE`) is a
    house rule.
    """
    if is_blank(draft.title) or draft.status not in OPEN:
        return ()
    found = {
        Advice.READS_LIKE_ASPIRATION: not (draft.due and draft.has_measure)
        and reads_like_aspiration(draft.title),
        Advice.PAST_DATE: draft.due is not None and draft.due < today,
        Advice.NO_DATE: draft.due is None,
        Advice.NO_MEASURE: not draft.has_measure,
        Advice.NO_FIRST_STEP: is_blank(draft.first_step),
        Advice.HALF_IF_THEN: is_blank(draft.obstacle) is not is_blank(draft.action),
        Advice.NO_LINK: not (draft.aspirations or draft.needs),
        Advice.LOW_CONFIDENCE: draft.confidence is not None and 1 <= draft.confidence <= UNSURE,
        Advice.TOO_MANY: draft.status == GoalStatus.DOING and _under_way(others) >= MOST_AT_ONCE,
        Advice.TOO_FAR: draft.due is not None and draft.due.year > last_year,
    }
    return tuple(compress(found, found.values()))


def _under_way(goals: Iterable[Goal]) -> int:
    return sum(goal.status is GoalStatus.DOING and not goal.archived for goal in goals)


_TO_BE: Final = r"^(?:be|become)"
_END: Final = r"(?:$|,| and\b)"
_WITH: Final = rf"(?:{_END}| (?:for|as|by|with|about|from|how|new|again|even|when|in my|in what|at what)\b)"
_ADVERB: Final = r"(?:really |truly |very |much |even |more |a little |a bit )?"
_MORE: Final = (
    r"(?:more|less|better(?!-| (?:prepared|paid))|happier|healthier|calmer|stronger|braver|wiser|kinder)"
)
_MANY: Final = r"(?:people|others|colleagues|clients|customers|everyone)"
_LOOK_TO: Final = (
    r"(?:asks?|call|trusts?|turns?|go|comes?|wants?|likes?|rely|listen|think|look|know|seek|are)"
)
_GOOD: Final = (
    r"(?:better|good(?! standing)|great|trusted(?! travel)|inspiring|well-known|confident|thoughtful|wise"
    r"|reliable)(?!-)"
)
_CALLING: Final = r"(?:expert(?! (?:witness|panel|group)\b)|role model|generalist|thought leader)"
_STATE: Final = (
    r"(?:respected|trusted|sought[- ]after|independent|confident|at peace|happy|content|fulfilled|patient"
    r"|curious)"
)
_HAVING: Final = (
    r"(?:(?:time|room|energy) (?:for|to)|freedom (?:to|in)|influence (?:on|over|in)"
    r"|(?:a voice|a say|an impact)(?:$|,| (?:in|on)))"
)
_GOODS: Final = (
    r"(?:time|room|energy|freedom|sleep|patience|courage|calm|joy|responsibility|influence|stress)"
)
_LIVING: Final = r"(?:a (?:\w+ )?life|in line with|at peace|(?:well|simply|slowly|freely)(?:$|,| and\b))"
_FEELING: Final = r"(?:free|safe|at home|at ease|confident|proud|calm|useful|needed|that)"
_STAYING: Final = r"(?:learning|growing|improving|curious|relevant|in demand|healthy)"
_PLACE: Final = r"(?:organi[sz]ation|company|firm|profession|ranks)"
_ASPIRING: Final = (
    rf"{_TO_BE} (?:someone|somebody|a person|one of (?:the|those)|(?:a|the) (?:kind|sort|type) of)\b",
    rf"{_TO_BE} (?:an?|the) (?:[\w'-]+ ){{1,3}}(?:who|whom|whose|that|{_MANY} {_LOOK_TO})\b",
    rf"{_TO_BE} (?:an |a |the )?{_ADVERB}{_GOOD} (?!of the\b)\w+",
    rf"{_TO_BE} (?:good at|great at|known as|known for|seen as)\b",
    rf"{_TO_BE} (?:an?|the)(?: [\w'-]+){{0,2}} {_CALLING}\b|{_TO_BE} (?:a voice for|an authority on)\b",
    rf"{_TO_BE} (?:a leader|an independent (?:expert|consultant|advis[eo]r)|my own boss){_END}",
    rf"^(?:be|become|grow|stay) {_STATE}{_WITH}|{_TO_BE} (?:there for|proud of|open to|at home in)\b",
    rf"{_TO_BE} (?:recogni[sz]ed for|financially (?:free|independent|secure))\b",
    r"^(?:grow|develop|evolve|mature) into (?:an?|someone|somebody|my)\b",
    r"^(?:move|head) towards? (?:work|positions|jobs|roles|more|better|something|what|an?)\b",
    rf"^(?:be|become|feel) (?:much |a little |a bit )?{_MORE}\b(?! than\b)",
    rf"^(?:earn|work|live|travel|worry|speak|listen) (?:more|less|better){_END}|^learn more(?:$| about\b)",
    r"^spend (?:more|less) time\b|^take (?:on )?more (?:responsibility|risks|care)\b",
    rf"^have (?:more |enough )?{_HAVING}\b|^(?:have )?(?:more|less) {_GOODS}\b",
    rf"^get (?:better at|closer to)\b|^get (?:healthier|fitter|stronger){_END}",
    rf"^better (?:work-life )?(?:balance|sleep|health){_END}",
    r"^(?:do|find|choose) (?:\w+ )?work(?:places)? (?:that|which|where|i|in line)\b",
    r"^do (?:something (?:that|worthwhile|meaningful)|what i (?:love|like|enjoy|care|believe))\b",
    r"^make a (?:real |lasting )?difference\b|^leave (?:a mark|something behind|the world an?)\b",
    r"^build (?:a|my) (?:name|reputation|career|life)(?:$| (?:for|in|as|around|with|that|i|where|of)\b)",
    rf"^live {_LIVING}|^feel {_FEELING}(?!-)\b|^(?:keep|stay|remain) {_STAYING}{_WITH}",
    r"^keep up skills\b|^stay (?:close|true) to\b|^know (?:\w+ ){1,3}so well\b|^lead people(?: well|,|$)",
    rf"^rise (?:in|within|through) (?:an?|my|the) (?:\w+ )?{_PLACE}{_END}",
    rf"^inspire (?:others|young people|people)(?:{_END}| (?:to|with|by|through)\b)",
    r"^(?:love|enjoy) (?:what i|(?:my|coming to) (?:work|life|days|profession|craft)$)",
    r"\b(?:perhaps|maybe|and|myself|abroad) one day\b(?! (?:a|per|each|every|off|of)\b)",
    r"\bsome ?day$|\bin the long run$|^run a business of my own\b",
)
"""Openings that name a direction or a way of being; each is narrow, for a false alarm costs trust."""
_DIRECTION: Final = re.compile("|".join(_ASPIRING))
_OUTCOME: Final = re.compile(
    r"\b(?:booked|held|done|signed|finished|delivered|launched|published|installed|tracked|in place|online)$"
)
"""What is there when it is done is a goal, whatever it begins with."""


def reads_like_aspiration(title: str) -> bool:
    """Say whether the title of a goal reads like an aspiration: a direction, with no end to it.

    English word rules of the project's own. A title with a date or a number never does, and nothing that
    reads like a goal.
    """
    if names_date_or_number(title) or reads_like_goal(title):
        return False
    text = plain_title(title)
    return bool(_DIRECTION.search(text)) and not _OUTCOME.search(text)
