from datetime import date

import pytest

from careerkit.aspirations import Aspiration
from careerkit.content import word_kin
from careerkit.goals import Goal, GoalStatus
from careerkit.interview import Alignment, Application, Ask, Origin, aligned
from careerkit.labels import Mark
from careerkit.needs import Strength
from careerkit.workspace import Workspace

NURSE = Application(id="app", company="St Mary", role="Ward nurse")
NEEDS = {"mastery": "Mastery"}


def plan(*asks: Ask, application: Application = NURSE) -> Workspace:
    return Workspace(
        id="w",
        revision=1,
        applications={"app": application},
        asks={ask.id: ask for ask in asks},
        aspirations={
            "teach": Aspiration(id="teach", title="Teach others the trade"),
            "own": Aspiration(id="own", title="Open my own practice for wound care", mark=Mark.PRIVATE),
        },
        goals={
            "wound": Goal(id="wound", title="Finish the wound care course", due=date(2028, 5, 1)),
            "done": Goal(id="done", title="Wound care basics", due=date(2025, 5, 1), status=GoalStatus.DONE),
        },
        strengths={"calm": Strength(id="calm", title="Staying calm", evidence="Two emergencies")},
    )


def asked(title: str, **more: object) -> Ask:
    return Ask(id=title, application_id="app", title=title, **more)  # type: ignore[arg-type]


def alignment(*asks: Ask, application: Application = NURSE) -> Alignment:
    return aligned(plan(*asks, application=application), application, needs=NEEDS, kin=word_kin())


def answers(found: Alignment) -> list[list[str]]:
    return [[match.entry.id for match in row.matches] for row in found.rows]


@pytest.mark.parametrize(
    ("title", "ids"),
    [
        ("Wound care", ["wound"]),
        ("Mentoring of students", ["teach"]),
        ("Patience under stress", ["calm"]),
        ("A driving licence for lorries", []),
    ],
)
def test_what_a_company_asks_for_meets_what_the_plan_has(title: str, ids: list[str]) -> None:
    assert answers(alignment(asked(title))) == [ids]


def test_the_words_that_meet_are_shown() -> None:
    [row] = alignment(asked("Mentoring of students")).rows
    assert [(pair.theirs, pair.yours) for pair in row.matches[0].shared] == [("Mentoring", "Teach")]


def test_what_the_plan_has_nothing_for_is_listed() -> None:
    found = alignment(asked("Wound care"), asked("A driving licence for lorries"))
    assert [ask.title for ask in found.unmet] == ["A driving licence for lorries"]


def test_what_is_private_is_kept_out_and_named() -> None:
    found = alignment(asked("A practice of one's own"))

    assert [entry.id for entry in found.private] == ["own"]
    assert "own" not in {entry.id for entry in found.unasked}
    assert answers(found) == [[]]


def test_a_mark_that_is_turned_for_this_application_lets_it_be_said_here_only() -> None:
    here = Application(id="app", company="St Mary", role="Ward nurse", say_here=frozenset({"own"}))
    found = alignment(asked("Wound care"), application=here)

    assert answers(found) == [["own", "wound"]] or answers(found) == [["wound", "own"]]
    assert [entry.id for entry in found.said_here] == ["own"]
    assert found.private == ()


def test_what_a_person_puts_together_by_hand_comes_first_without_a_common_word() -> None:
    ask = asked("Wound care", answered_by=frozenset({"calm"}), needs=frozenset({"mastery"}))
    [row] = alignment(ask).rows

    assert [(match.entry.id, match.by_hand) for match in row.matches] == [
        ("calm", True),
        ("mastery", True),
        ("wound", False),
    ]
    assert row.matches[1].entry.origin is Origin.NEED


def test_what_is_over_or_archived_cannot_be_brought() -> None:
    found = alignment(asked("Wound care"))
    brought = {entry.id for entry in found.unasked} | {it for row in answers(found) for it in row}
    assert brought == {"teach", "wound", "calm", "mastery"}


def test_what_meets_nothing_is_still_there_to_be_brought() -> None:
    found = alignment(asked("Wound care"))
    assert [entry.id for entry in found.unasked] == ["teach", "calm", "mastery"]
