"""Paths that a working life can follow: suggestions that a person takes into the plan, changes, or leaves."""

from dataclasses import dataclass
from typing import Final

from careerkit.errors import InvalidValueError
from careerkit.labels import Mark
from careerkit.text import LINE, NOTE, require_text, require_within

LONGEST_ASPIRATION: Final = 70
"""Longest title of an aspiration that a path proposes, in characters."""
_TEXTS: Final = ("about", "gives", "catch", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One level of a ladder.

    ``about`` says what the ``level`` is like and, where it fits, which move is right there.
    """

    level: str
    about: str

    def __post_init__(self) -> None:
        require_text(self.level, ask="Give the level of the ladder a name.")
        require_within(self.level, LINE, name="The name of the level")
        require_text(self.about, ask=f"Say what the level “{self.level}” is like.")
        require_within(self.about, NOTE, name=f"The text about the level “{self.level}”")


@dataclass(frozen=True, slots=True, kw_only=True)
class PathGoal:
    """A first goal that a path proposes, worded as it would stand in the plan."""

    title: str
    first_step: str

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the goal of the path a title.")
        require_within(self.title, LINE, name="The title of the goal")
        require_text(self.first_step, ask=f"Give “{self.title}” a first step.")
        require_within(self.first_step, NOTE, name=f"The first step of “{self.title}”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One way a working life can go: what it is ``about``, what it ``gives``, and its ``catch``.

    ``test`` is the question to ask oneself before choosing it, and ``second_reason`` one more where it takes
    a second reason. ``needs`` are the ids of the needs it usually serves, most first. ``aspiration`` is the
    title of the aspiration it proposes, in the person's own voice; what goes into the plan begins with
    ``mark``. ``ladder`` begins with the lowest level.
    """

    id: str
    title: str
    about: str
    gives: str
    catch: str
    test: str
    needs: tuple[str, ...]
    aspiration: str
    goals: tuple[PathGoal, ...]
    ladder: tuple[Rung, ...] = ()
    second_reason: str = ""
    mark: Mark = Mark.SAY

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the path a title.")
        require_within(self.title, LINE, name="The title of the path")
        for name in _TEXTS:
            require_text(getattr(self, name), ask=f"Give “{self.title}” a text for “{name}”.")
            require_within(getattr(self, name), NOTE, name=f"The text “{name}” of “{self.title}”")
        require_text(self.aspiration, ask=f"Name the aspiration that “{self.title}” proposes.")
        require_within(self.aspiration, LONGEST_ASPIRATION, name=f"The aspiration of “{self.title}”")
        require_within(self.second_reason, NOTE, name=f"What “{self.title}” asks for a second reason")
        self._check_questions()
        self._check_parts()

    def _check_questions(self) -> None:
        for name in ("test", "second_reason"):
            question = getattr(self, name)
            if question and not question.endswith("?"):
                raise InvalidValueError(f"Word “{name}” of “{self.title}” as a question.")

    def _check_parts(self) -> None:
        if not self.needs:
            raise InvalidValueError(f"Name at least one need that “{self.title}” serves.")
        if not self.goals:
            raise InvalidValueError(f"Give “{self.title}” at least one goal to begin with.")
        if len({rung.level for rung in self.ladder}) != len(self.ladder):
            raise InvalidValueError(f"Name each level on the ladder of “{self.title}” once.")
