from dataclasses import dataclass, field, replace
from datetime import date

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus
from careerkit.interview import (
    Answer,
    Application,
    Ask,
    Asked,
    RuleOff,
    Take,
    kept_private,
    missing,
    said_here,
    sayable_aspirations,
    sayable_goals,
    suggested,
)
from careerkit.labels import Mark
from careerkit.needs import Strength

TODAY = date(2026, 3, 1)


@dataclass(kw_only=True)
class APlan:
    aspirations: dict[str, Aspiration] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    strengths: dict[str, Strength] = field(default_factory=dict)
    applications: dict[str, Application] = field(default_factory=dict)
    asks: dict[str, Ask] = field(default_factory=dict)
    takes: dict[str, Take] = field(default_factory=dict)
    rules_off: dict[str, RuleOff] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)


FULL = APlan(
    aspirations={
        "x": Aspiration(id="x", title="Become the expert"),
        "p": Aspiration(id="p", title="Work for myself", mark=Mark.PRIVATE),
        "old": Aspiration(id="old", title="Put away", archived=True),
    },
    goals={
        "idea": Goal(id="idea", title="Speak at a meetup"),
        "late": Goal(id="late", title="Lead a project", due=date(2030, 1, 1)),
        "soon": Goal(id="soon", title="Pass part 1", due=date(2027, 1, 1)),
        "pay": Goal(id="pay", title="Earn 80k", due=date(2028, 1, 1), mark=Mark.PRIVATE),
        "done": Goal(id="done", title="Enrol", due=date(2026, 1, 1), status=GoalStatus.DONE),
    },
)


def test_only_what_can_be_said_and_is_open_can_be_chosen_soonest_first() -> None:
    assert list(sayable_aspirations(FULL)) == ["x"]
    assert list(sayable_goals(FULL)) == ["soon", "late", "idea"]
    assert [entry.id for entry in kept_private(FULL)] == ["p", "pay"]


def test_near_starts_from_dated_goals_and_long_from_aspirations() -> None:
    assert suggested(FULL, Asked.NEAR, today=TODAY) == (("x",), ("soon", "late"), ())
    assert suggested(FULL, Asked.LONG, today=TODAY) == (("x",), ("soon",), ())


def test_a_full_plan_lacks_nothing() -> None:
    assert missing(FULL, Asked.NEAR, today=TODAY) == ()


def test_an_empty_plan_is_told_what_to_enter_the_most_important_first() -> None:
    near, long = (missing(APlan(), asked, today=TODAY) for asked in (Asked.NEAR, Asked.LONG))

    assert [lack.kind for lack in near] == ["goals", "aspirations"]
    assert [lack.kind for lack in long] == ["aspirations", "goals"]


def test_a_plan_that_is_all_private_is_told_so() -> None:
    private = APlan(aspirations={"p": FULL.aspirations["p"]}, goals={"pay": FULL.goals["pay"]})

    assert all("private" in lack.sentence for lack in missing(private, Asked.NEAR, today=TODAY))


def test_goals_without_a_date_ahead_are_pointed_out() -> None:
    undated = APlan(aspirations=FULL.aspirations, goals={"idea": FULL.goals["idea"]})

    (lack,) = missing(undated, Asked.NEAR, today=TODAY)
    assert "date" in lack.sentence


TOLD = Strength(id="told", title="Explaining", evidence="A baker understood it.")
BARE = Strength(id="bare", title="Calm")


def test_why_you_starts_from_strengths_those_with_an_example_first() -> None:
    plan = replace(FULL, strengths={"bare": BARE, "told": TOLD, "more": replace(TOLD, id="more")})

    assert suggested(plan, Asked.WHY_YOU, today=TODAY).strengths == ("told", "more")
    assert suggested(plan, Asked.LONG, today=TODAY).strengths == ()


def test_why_you_asks_for_a_strength_and_then_for_an_example() -> None:
    kinds = [it.kind for it in missing(FULL, Asked.WHY_YOU, today=TODAY)]
    assert kinds == ["strengths"]

    [lack] = missing(replace(FULL, strengths={"bare": BARE}), Asked.WHY_YOU, today=TODAY)
    assert "example" in lack.sentence
    assert missing(replace(FULL, strengths={"told": TOLD}), Asked.WHY_YOU, today=TODAY) == ()


def test_why_us_asks_for_something_that_was_found_out() -> None:
    acme = Application(id="a", company="Acme", role="Buyer")

    [lack] = missing(FULL, Asked.WHY_US, today=TODAY, application=acme)
    assert lack.kind == "applications"
    noted = replace(FULL, asks={"v": Ask(id="v", application_id="a", title="Patience")})
    assert missing(noted, Asked.WHY_US, today=TODAY, application=acme) == ()
    known = replace(acme, values="They repair things.")
    assert missing(FULL, Asked.WHY_US, today=TODAY, application=known) == ()


def test_a_private_entry_can_be_said_where_its_mark_was_turned_and_nowhere_else() -> None:
    here = Application(id="a", company="Acme", role="Buyer", say_here=frozenset({"p"}))

    assert list(sayable_aspirations(FULL, here)) == ["x", "p"]
    assert [entry.id for entry in said_here(FULL, here)] == ["p"]
    assert [entry.id for entry in kept_private(FULL, here)] == ["pay"]
    assert list(sayable_aspirations(FULL)) == ["x"]
