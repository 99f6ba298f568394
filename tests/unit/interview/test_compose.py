import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from statistics import median
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.content import answer_frames
from careerkit.errors import CareerKitError, InvalidValueError
from careerkit.goals import Goal, GoalStatus
from careerkit.interview import (
    Application,
    Ask,
    Asked,
    AskKind,
    Frame,
    FrameSet,
    Origin,
    Section,
    review_answer,
    spoken_length,
)
from careerkit.interview.choice import MOST
from careerkit.interview.compose import answer_text, compose
from careerkit.interview.material import Material
from careerkit.interview.outline import OVER, WORDS
from careerkit.labels import Mark
from careerkit.needs import Strength
from tests.tools.people import PEOPLE

FRAMES = answer_frames()
TODAY = date(2026, 3, 1)
APPLICATION = Application(id="a", company="Acme", role="Tax accountant")
EXPERT = Aspiration(id="x", title="Become the expert others ask", needs=frozenset({"mastery", "income"}))
EXAM = Goal(id="g", title="Pass the CPA exam", due=date(2028, 9, 30))
MATERIAL = Material(asked=Asked.NEAR, application=APPLICATION, aspirations=[EXPERT], goals=[EXAM])

GOAL, DIRECTION = Origin.GOAL, Origin.ASPIRATION
RICH = Material(
    asked=Asked.NEAR,
    application=replace(
        APPLICATION,
        gains="Fewer cases have to be given to others",
        gives={"x": "Cases across borders every week"},
        training="A study budget",
        values="Patience",
    ),
    aspirations=[replace(EXPERT, path="expert"), Aspiration(id="y", title="Balance of work and life")],
    goals=[EXAM, Goal(id="h", title="Advise twelve small firms"), Goal(id="i", title="Learn Spanish")],
    strengths=[
        Strength(
            id="s",
            title="Explaining tax to people who dread it",
            evidence="A baker came in with a box of letters. An hour later she filled in the form herself.",
        ),
        Strength(id="t", title="Staying calm"),
    ],
    asks=[
        Ask(id="1", application_id="a", title="Experience in cross-border cases"),
        Ask(id="2", application_id="a", title="Mentor two juniors"),
        Ask(id="3", application_id="a", title="We are opening an office in Porto", kind=AskKind.PLAN),
    ],
    met={"1": True, "2": False},
)

VERBS = st.sampled_from(["Lead", "Learn", "Build", "Improve", "Teach", "Finish", "Coordinate", "Pass"])
THINGS = st.sampled_from(
    [
        "a project with external partners",
        "the chartered exam",
        "my first training for new colleagues",
        "a team of five",
        "Spanish at B2 level",
        "the monthly close of a region",
        "a better way to hand over shifts",
    ]
)
NOUNS = st.sampled_from(["MBA", "Deep expertise in audits", "Project manager certificate", "Fluent Spanish"])
TITLES = st.builds("{} {}".format, VERBS, THINGS) | NOUNS
DIRECTIONS = st.sampled_from(
    [
        "Become the expert people ask first",
        "Lead people well",
        "Grow into a head of department",
        "Do work that helps patients",
        "Rise in an established organisation",
        "Balance of work and the rest of life",
        "Deep knowledge of tax law",
        "Be trusted with more responsibility",
    ]
)
ROLES = st.sampled_from(["Tax accountant", "Ward nurse", "Operations", "Head of procurement", "HR adviser"])
COMPANIES = st.sampled_from(["Acme", "Halden & Rowe", "St Mary Hospital", "Nord Ltd.", "Yahoo!"])
NEEDS = st.frozensets(st.sampled_from(["mastery", "income", "freedom", "balance", "meaning", "recognition"]))
ODD = st.sampled_from(
    [
        "PATIENT SAFETY",
        "Night shifts: at most 4 a month",
        'Being the "go-to" person for electric cars',
        "Head nurse of a ward",
        "Own workshop one day? At least run one.",
        "2nd Staatsexamen",
        "Fix 100 EVs!",
        "to speak Spanish fluently",
        "Open source",
    ]
)
DUES = st.none() | st.integers(1, 3_600).map(lambda days: TODAY + timedelta(days=days))
STRENGTHS = st.builds(
    Strength,
    id=st.uuids().map(str),
    title=st.sampled_from(
        ["Staying calm", "Explaining tax to people", "Write notes others can use", "Patience", "Excel"]
    ),
    evidence=st.sampled_from(["", "Two emergencies in one night. Both went well.", "They sent a cake"]),
)
ASKS = st.builds(
    Ask,
    id=st.uuids().map(str),
    application_id=st.just("a"),
    title=st.sampled_from(
        [
            "Excel",
            "Experience in wound care",
            "Mentor two juniors",
            "We are opening an office in Porto",
            "A new wing",
            "Our goal is to be carbon neutral by 2030",
            "Patience",
            "A study budget",
            "5 years of experience with SAP",
        ]
    ),
    kind=st.sampled_from(AskKind),
)
NOTES = st.sampled_from(
    ["", "Fewer returns", "cases across borders", "They train their own.\nA long note. With sentences."]
)
MATERIALS = st.builds(
    Material,
    asked=st.sampled_from(list(Asked)),
    application=st.builds(
        Application,
        id=st.uuids().map(str),
        company=COMPANIES,
        role=ROLES,
        gains=NOTES,
        values=NOTES,
        plans=NOTES,
        training=NOTES,
    ),
    aspirations=st.lists(
        st.builds(
            Aspiration,
            id=st.uuids().map(str),
            title=DIRECTIONS,
            needs=NEEDS,
            path=st.sampled_from(["", "expert", "lead-people", "rise"]),
        ),
        max_size=3,
    ),
    goals=st.lists(
        st.builds(Goal, id=st.uuids().map(str), title=TITLES, due=DUES, needs=NEEDS), min_size=1, max_size=3
    ),
    strengths=st.lists(STRENGTHS, max_size=2),
    asks=st.lists(ASKS, max_size=3),
    seconds=st.sampled_from([30, 60, 90]),
    variant=st.integers(0, 30),
)


def said(material: Material) -> str:
    return answer_text(compose(material, frames=FRAMES, today=TODAY))


@settings(deadline=None)
@given(MATERIALS)
def test_an_answer_from_an_ordinary_plan_raises_no_red_flag(material: Material) -> None:
    text = said(material)

    assert [text[f.start : f.end] for f in review_answer(text, material.application).findings] == []


@settings(deadline=None)
@given(MATERIALS)
def test_an_answer_has_no_open_slot_and_reads_as_sentences(material: Material) -> None:
    for sentence in compose(material, frames=FRAMES, today=TODAY):
        assert not re.search(r"[{}]|  | [.,]|\.\.|[.?!]\.|\b(?:a|an|to|the) \.", sentence.text)
        assert sentence.text[0] == sentence.text[0].upper()
        assert sentence.text[-1] in ".!?"


@settings(deadline=None)
@given(MATERIALS)
def test_every_sentence_leads_back_to_what_was_chosen_and_the_first_of_it_is_always_said(
    material: Material,
) -> None:
    sentences = compose(material, frames=FRAMES, today=TODAY)

    goals, directions = (
        {s.source_id for s in sentences if s.origin is origin} for origin in (GOAL, DIRECTION)
    )
    assert goals <= {goal.id for goal in material.goals}
    assert directions <= {entry.id for entry in material.aspirations}
    strengths = {s.source_id for s in sentences if s.origin is Origin.STRENGTH}
    assert goals | directions | strengths
    assert material.application.company.rstrip(".!") in answer_text(sentences)


@settings(deadline=None)
@given(MATERIALS, st.sampled_from([30, 60, 90]))
def test_an_answer_keeps_to_its_length(material: Material, seconds: int) -> None:
    words = spoken_length(said(replace(material, seconds=seconds))).words

    assert words <= max(WORDS[seconds] * OVER, 110)  # a short answer has a beginning and an end as well


@pytest.mark.parametrize("asked", list(Asked))
def test_a_rich_plan_fills_each_length(asked: Asked) -> None:
    for seconds, words in WORDS.items():
        lengths = [
            spoken_length(said(replace(RICH, asked=asked, seconds=seconds, variant=variant))).words
            for variant in range(12)
        ]
        assert min(lengths) >= 0.8 * words


@settings(deadline=None)
@given(MATERIALS)
def test_the_same_material_gives_the_same_answer_and_another_variant_another(material: Material) -> None:
    assert said(material) == said(material)
    assert said(material) != said(replace(material, variant=material.variant + 1))


def test_people_with_the_same_plan_and_company_get_different_answers() -> None:
    answers = {said(replace(MATERIAL, application=replace(APPLICATION, id=str(n)))) for n in range(100)}

    assert len(answers) > 50


@settings(deadline=None)
@given(
    st.sampled_from(list(Asked)),
    st.lists(DIRECTIONS | ODD, max_size=MOST),
    st.lists(st.tuples(TITLES | ODD, DUES), max_size=MOST),
    ROLES,
    st.integers(0, 30),
)
def test_no_two_sentences_of_an_answer_begin_alike(
    asked: Asked,
    directions: list[str],
    goals: list[tuple[str, date | None]],
    role: str,
    variant: int,
) -> None:
    assume(directions or goals)
    material = Material(
        asked=asked,
        application=replace(APPLICATION, role=role),
        aspirations=[
            Aspiration(id=f"x{n}", title=title, needs=frozenset({"mastery"}))
            for n, title in enumerate(directions)
        ],
        goals=[Goal(id=f"g{n}", title=title, due=due) for n, (title, due) in enumerate(goals)],
        variant=variant,
    )

    starts = [
        s.text.lower().replace(",", "").split()[:2] for s in compose(material, frames=FRAMES, today=TODAY)
    ]
    assert [start for start in starts if starts.count(start) > 1] == []


@pytest.mark.parametrize("asked", list(Asked))
def test_an_answer_of_one_kind_of_entry_refers_back_to_nothing_that_was_not_said(asked: Asked) -> None:
    goals_only = {said(replace(MATERIAL, asked=asked, aspirations=[], variant=n)) for n in range(9)}
    directions_only = {said(replace(MATERIAL, asked=asked, goals=[], variant=n)) for n in range(9)}

    assert not [text for text in goals_only if "on that path" in text or "closer to this" in text]
    assert not [text for text in directions_only if "All of this" in text or "Behind this" in text]


@pytest.mark.parametrize(
    ("needs", "said_of_them"),
    [
        (["balance", "mastery"], "keeping a pace that I can hold for many years and getting really good"),
        (["meaning", "responsibility"], "seeing what my work is good for and being trusted with"),
    ],
)
def test_two_motives_read_well_together(needs: list[str], said_of_them: str) -> None:
    entry = replace(EXPERT, needs=frozenset(needs))

    assert said_of_them in said(replace(MATERIAL, aspirations=[entry]))


def test_an_answer_names_the_goal_its_years_and_the_company() -> None:
    text = said(MATERIAL)

    assert "pass the CPA exam" in text
    assert "within the next two to three years" in text
    assert "2028" not in text
    assert "Acme" in text
    assert "become the expert others ask" in text


def test_the_long_term_answer_begins_with_the_aspiration_and_takes_goals_as_steps() -> None:
    origins = [
        s.origin
        for s in compose(replace(MATERIAL, asked=Asked.LONG), frames=FRAMES, today=TODAY)
        if s.origin in (Origin.ASPIRATION, Origin.GOAL)
    ]

    assert origins == [Origin.ASPIRATION, Origin.GOAL]


@pytest.mark.parametrize("need", ["income", "freedom", "recognition"])
def test_needs_that_are_unwise_to_say_are_never_spoken_of(need: str) -> None:
    entry = replace(EXPERT, needs=frozenset({need}))

    sentences = compose(replace(MATERIAL, aspirations=[entry]), frames=FRAMES, today=TODAY)

    assert Origin.NEED not in {s.origin for s in sentences}


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(replace(EXPERT, mark=Mark.PRIVATE), id="private-aspiration"),
        pytest.param(replace(EXAM, mark=Mark.PRIVATE), id="private-goal"),
        pytest.param(replace(EXPERT, archived=True), id="archived-aspiration"),
        pytest.param(replace(EXAM, archived=True), id="archived-goal"),
        pytest.param(replace(EXAM, status=GoalStatus.DONE), id="done"),
        pytest.param(replace(EXAM, status=GoalStatus.DROPPED), id="dropped"),
    ],
)
def test_what_is_private_or_over_never_reaches_an_answer(entry: Aspiration | Goal) -> None:
    material = (
        replace(MATERIAL, goals=[EXAM, entry])
        if isinstance(entry, Goal)
        else replace(MATERIAL, aspirations=[entry])
    )

    with pytest.raises(CareerKitError):
        compose(material, frames=FRAMES, today=TODAY)


def test_nothing_chosen_is_refused_with_what_to_do() -> None:
    empty = Material(asked=Asked.NEAR, application=APPLICATION)

    with pytest.raises(InvalidValueError, match="Choose at least one"):
        compose(empty, frames=FRAMES, today=TODAY)


@pytest.mark.parametrize(
    "title",
    ['Say "yes" more', "Use {braces} and {0}", "Reach 100% *quality*", "Réussir 🎉 l'examen", "<b>x</b> $1$"],
)
def test_what_people_write_flows_through_unharmed(title: str) -> None:
    text = said(replace(MATERIAL, goals=[replace(EXAM, title=title)]))

    assert title[1:] in text


def test_two_goals_of_the_same_years_do_not_repeat_them() -> None:
    text = said(replace(MATERIAL, goals=[EXAM, replace(EXAM, id="h", title="Lead a project")]))

    assert text.lower().count("within the next two to three years") == 1
    assert "around the same time" in text.lower()


def test_a_frame_with_an_empty_slot_is_never_chosen() -> None:
    only = Frame(asked=Asked.NEAR, section=Section.OPENING, text="As {a_role} I care.")
    role = replace(APPLICATION, role="Operations")

    assert compose(replace(MATERIAL, application=role), frames=FrameSet(frames=(only,)), today=TODAY) == ()


def runs(material: Material) -> set[tuple[str, ...]]:
    """Return the runs of four words that an answer has."""
    words = re.findall(r"[a-z'’]+", said(material).lower())
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def for_the_same_role(material: Material, **more: Any) -> Material:  # noqa: ANN401 - fields of any kind
    there = replace(material.application, id="same", company="Acme", role="Team lead")
    return replace(material, application=there, **more)


def shared(one: Material, other: Material) -> float:
    ours, theirs = runs(one), runs(other)
    return len(ours & theirs) / min(len(ours), len(theirs))


@pytest.mark.parametrize("seconds", [30, 60, 90])
@pytest.mark.parametrize("asked", list(Asked))
def test_two_people_who_apply_for_the_same_role_do_not_sound_alike(asked: Asked, seconds: int) -> None:
    people = [for_the_same_role(it, asked=asked, seconds=seconds) for it in PEOPLE.values()]

    for one, other in combinations(people, 2):
        assert shared(one, other) < 1 / 3


@pytest.mark.parametrize("asked", list(Asked))
def test_of_many_people_few_sound_alike(asked: Asked) -> None:
    given_plans = [for_the_same_role(it, asked=asked) for it in PEOPLE.values()]
    many = [replace(given_plans[n % 3], person=f"person {n}") for n in range(30)]

    found = [shared(one, other) for one, other in combinations(many, 2) if one.goals != other.goals]
    assert median(found) < 0.2
    assert sum(it >= 1 / 3 for it in found) / len(found) < 0.1


@pytest.mark.parametrize("seconds", [30, 60, 90])
@pytest.mark.parametrize("asked", list(Asked))
@pytest.mark.parametrize("person", PEOPLE)
def test_every_answer_of_these_people_is_clean(person: str, asked: Asked, seconds: int) -> None:
    for variant in range(12):
        material = replace(PEOPLE[person], asked=asked, seconds=seconds, variant=variant)
        text = said(material)
        assert [text[it.start : it.end] for it in review_answer(text, material.application).findings] == []
