"""What a person chose to bring into an answer, made into the material it is composed of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from careerkit.errors import InvalidValueError
from careerkit.interview.asks import asks_of
from careerkit.interview.choice import MOST, Plan, Sayable
from careerkit.interview.frames import FrameSet
from careerkit.interview.kin import Kin, shared_words
from careerkit.interview.material import Material
from careerkit.interview.model import USUAL_LENGTH, Application, Ask, Asked
from careerkit.needs import Strength

E = TypeVar("E", bound=Sayable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person chose to bring into the answer to one asked's question for one application."""

    application_id: str
    asked: Asked
    aspirations: Sequence[str] = ()
    goals: Sequence[str] = ()
    strengths: Sequence[str] = ()
    needs: Sequence[str] = ()
    seconds: int = USUAL_LENGTH
    variant: int = 0


def material_of(plan: Plan, choice: Choice, application: Application, *, frames: FrameSet) -> Material:
    """Return what an answer is made of.

    Raises ``InvalidValueError`` when too much, or something that is gone, was chosen.
    """
    aspirations = _chosen(plan.aspirations, choice.aspirations)
    goals = _chosen(plan.goals, choice.goals)
    strengths = _chosen(plan.strengths, choice.strengths)
    asks = asks_of(plan.asks, application.id)
    entries: tuple[Sayable, ...] = (*strengths, *aspirations, *goals)
    answered = ((ask, next((it for it in entries if _answers(it, ask, frames.kin)), None)) for ask in asks)
    return Material(
        asked=choice.asked,
        application=application,
        aspirations=aspirations,
        goals=goals,
        strengths=strengths,
        needs=choice.needs,
        asks=asks,
        met={ask.id: isinstance(entry, Strength) for ask, entry in answered if entry is not None},
        seconds=choice.seconds,
        variant=choice.variant,
    )


def _chosen(entries: Mapping[str, E], ids: Sequence[str]) -> list[E]:
    if len(set(ids)) > MOST:
        message = f"Bring at most {MOST} of each: an answer of a minute has room for two or three."
        raise InvalidValueError(message)
    if not set(ids) <= entries.keys():
        message = "Something you chose is no longer in your plan. Choose again, please."
        raise InvalidValueError(message)
    return [entries[id_] for id_ in dict.fromkeys(ids)]


def _answers(entry: Sayable, ask: Ask, kin: Kin) -> bool:
    return entry.id in ask.answered_by or bool(shared_words(ask.title, entry.title, kin))
