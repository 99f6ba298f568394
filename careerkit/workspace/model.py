"""The snapshot: everything one person has, as it was at one revision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, Final, TypeVar

from careerkit.aspirations import SPAN, Aspiration, Vision
from careerkit.change import Batch, Entity
from careerkit.goals import CheckIn, Fit, Goal, Milestone, Trend
from careerkit.interview import Answer, Application, Ask, RuleOff, Take
from careerkit.needs import Assessment, OwnNeed, Satisfaction, Standpoint, Strength
from careerkit.review import OwnQuestion, QuarterCheck, Review, Win
from careerkit.text import LINE, require_within

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Whose workspace it is. ``demo`` marks an invented person to look around with."""

    KIND: ClassVar[str] = "profiles"
    ID: ClassVar[str] = "profile"

    name: str = ""
    demo: bool = False
    id: str = ID
    archived: bool = False

    def __post_init__(self) -> None:
        require_within(self.name, LINE, name="The name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """An immutable snapshot of one workspace, shared by all who look at the same revision.

    Each collection maps entity ids to entities in the order they came in, archived ones included;
    :func:`present` leaves those out. ``history`` holds the latest saved batches, oldest first; those before
    them are in the archive.
    """

    id: str
    revision: int
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    visions: Mapping[str, Vision] = field(default_factory=dict)
    needs: Mapping[str, OwnNeed] = field(default_factory=dict)
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    satisfactions: Mapping[str, Satisfaction] = field(default_factory=dict)
    standpoints: Mapping[str, Standpoint] = field(default_factory=dict)
    strengths: Mapping[str, Strength] = field(default_factory=dict)
    aspirations: Mapping[str, Aspiration] = field(default_factory=dict)
    goals: Mapping[str, Goal] = field(default_factory=dict)
    milestones: Mapping[str, Milestone] = field(default_factory=dict)
    checkins: Mapping[str, CheckIn] = field(default_factory=dict)
    trends: Mapping[str, Trend] = field(default_factory=dict)
    fits: Mapping[str, Fit] = field(default_factory=dict)
    wins: Mapping[str, Win] = field(default_factory=dict)
    quarter_checks: Mapping[str, QuarterCheck] = field(default_factory=dict)
    own_questions: Mapping[str, OwnQuestion] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    applications: Mapping[str, Application] = field(default_factory=dict)
    asks: Mapping[str, Ask] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    takes: Mapping[str, Take] = field(default_factory=dict)
    rules_off: Mapping[str, RuleOff] = field(default_factory=dict)
    history: tuple[Batch, ...] = ()

    @property
    def profile(self) -> Profile:
        """Whose workspace it is; nameless until a name is given."""
        return self.profiles.get(Profile.ID, Profile())

    @property
    def vision(self) -> Vision | None:
        """The picture of seven years from now, once there is one."""
        return self.visions.get(Vision.ID)

    @property
    def standpoint(self) -> Standpoint:
        """What the person says of their needs in their own words; empty until they do."""
        return self.standpoints.get(Standpoint.ID, Standpoint())

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been entered yet."""
        return not any(self.collection(kind) for kind in KINDS)

    def collection(self, kind: str) -> Mapping[str, Any]:
        """Return the entities of one kind by id. Raises ``KeyError`` for a kind that does not exist."""
        collection: Mapping[str, Any] = getattr(self, KINDS[kind].KIND)
        return collection


KINDS: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        cls.KIND: cls
        for cls in (
            Profile,
            Vision,
            OwnNeed,
            Assessment,
            Satisfaction,
            Standpoint,
            Strength,
            Aspiration,
            Goal,
            Milestone,
            CheckIn,
            Trend,
            Fit,
            Win,
            QuarterCheck,
            OwnQuestion,
            Review,
            Application,
            Ask,
            Answer,
            Take,
            RuleOff,
        )
    }
)
"""Every kind of entity a workspace keeps, by the name it is stored under."""


def present(collection: Mapping[str, E]) -> dict[str, E]:
    """Return the entities that are not archived, in the same order."""
    return {id_: entity for id_, entity in collection.items() if not entity.archived}


def years_of(plan: Workspace, today: date) -> range:
    """Return the seven years of a plan: from the start year of its vision, or from this year without one."""
    start = plan.vision.start_year if plan.vision else today.year
    return range(start, start + SPAN)
