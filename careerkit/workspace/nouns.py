"""What each kind of entry is called, one and many."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from careerkit.words import counted

NOUNS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "profiles": ("profile", "profiles"),
        "visions": ("vision", "visions"),
        "needs": ("need", "needs"),
        "assessments": ("comparison of needs", "comparisons of needs"),
        "satisfactions": ("set of ratings", "sets of ratings"),
        "standpoints": ("text about your needs", "texts about your needs"),
        "strengths": ("strength", "strengths"),
        "aspirations": ("aspiration", "aspirations"),
        "goals": ("goal", "goals"),
        "milestones": ("milestone", "milestones"),
        "checkins": ("check-in", "check-ins"),
        "trends": ("trend", "trends"),
        "fits": ("answer about the fit", "answers about the fit"),
        "wins": ("win", "wins"),
        "quarter_checks": ("quarterly check", "quarterly checks"),
        "own_questions": ("own question", "own questions"),
        "reviews": ("review", "reviews"),
        "applications": ("application", "applications"),
        "asks": ("thing a company asks for", "things a company asks for"),
        "answers": ("answer", "answers"),
        "takes": ("take", "takes"),
        "rules_off": ("rule that is switched off", "rules that are switched off"),
    }
)


def entries_in_words(kind: str, count: int) -> str:
    """Return a number with its noun, like: no goals, 1 goal, 3 goals."""
    return counted(count, *NOUNS[kind])
