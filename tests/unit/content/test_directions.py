import re

import pytest

from careerkit.content.directions import directions, directions_for, read_directions
from careerkit.content.files import ContentError
from careerkit.content.frames import answer_frames
from careerkit.content.needs import needs_catalogue
from careerkit.errors import InvalidValueError
from careerkit.interview.titles import phrase_of
from careerkit.needs.direction import Direction, DirectionKind
from careerkit.text import LINE

NEEDS = [need.id for need in needs_catalogue()]
BY_ID = {direction.id: direction for direction in directions()}
each_need = pytest.mark.parametrize("need", NEEDS)
each_direction = pytest.mark.parametrize(
    "direction", [pytest.param(direction, id=direction.id) for direction in directions()]
)


@each_need
def test_every_need_leads_to_three_or_four_directions_of_both_kinds(need: str) -> None:
    own = [direction for direction in directions() if direction.needs[0] == need]

    assert 3 <= len(own) <= 4
    assert {direction.kind for direction in own} == set(DirectionKind)


@each_need
def test_what_belongs_to_a_need_most_is_suggested_first(need: str) -> None:
    suggested = directions_for(need)
    own = [direction for direction in directions() if direction.needs[0] == need]

    assert list(suggested[: len(own)]) == own
    assert set(suggested) == {direction for direction in directions() if need in direction.needs}


def test_directions_stand_need_by_need_in_the_order_of_the_needs() -> None:
    of_need = [direction.needs[0] for direction in directions()]

    assert of_need == sorted(of_need, key=NEEDS.index)


def test_a_need_of_ones_own_leads_to_no_suggestion() -> None:
    assert directions_for("walking-the-dog") == ()


@pytest.mark.parametrize(
    ("id_", "kind", "says"),
    [
        ("responsibility-grow", DirectionKind.ASPIRATION, "bigger role in an established organisation"),
        ("responsibility-manage", DirectionKind.ASPIRATION, "manage people, one step at a time"),
        ("income-position", DirectionKind.ASPIRATION, "positions that pay better"),
        ("income-training", DirectionKind.GOAL, "Training"),
        ("income-network", DirectionKind.ASPIRATION, "network"),
        ("recognition-visibility", DirectionKind.GOAL, "visibility"),
        ("freedom-own", DirectionKind.ASPIRATION, "work of my own"),
        ("freedom-own", DirectionKind.ASPIRATION, "clients become the boss"),
        ("freedom-own", DirectionKind.ASPIRATION, "a second reason besides having no boss"),
        ("balance-every-goal", DirectionKind.ASPIRATION, "every goal"),
        ("security-employer", DirectionKind.ASPIRATION, "steady employer"),
        ("security-savings", DirectionKind.GOAL, "Save three months"),
        ("security-skills", DirectionKind.ASPIRATION, "skills that stay in demand"),
        ("mastery-expert", DirectionKind.ASPIRATION, "going deep before going wide"),
        ("mastery-independent", DirectionKind.ASPIRATION, "independent expert"),
        ("mastery-inside", DirectionKind.ASPIRATION, "inside an organisation"),
        ("meaning-care", DirectionKind.ASPIRATION, "in line with what I care about"),
    ],
)
def test_what_the_product_promises_for_a_need_is_there(id_: str, kind: DirectionKind, says: str) -> None:
    direction = BY_ID[id_]

    assert direction.needs[0] == id_.partition("-")[0]
    assert direction.kind is kind
    assert says in f"{direction.title}. {direction.reason}"


def test_security_leads_to_the_directions_of_income_too() -> None:
    of_income = [direction for direction in directions() if direction.needs[0] == "income"]

    assert directions_for("security")[-len(of_income) :] == tuple(of_income)


@each_direction
def test_a_title_reads_on_in_a_sentence(direction: Direction) -> None:
    phrase = phrase_of(direction.title, answer_frames().words)

    assert len(direction.title) <= 70
    assert phrase.is_verb
    assert direction.title == phrase.text[0].upper() + phrase.text[1:]


@each_direction
def test_a_reason_is_one_or_two_short_sentences(direction: Direction) -> None:
    assert len(direction.reason) <= 220
    assert re.fullmatch(r"[A-Z][^.!?]*\.( [A-Z][^.!?]*\.)?", direction.reason)


@each_direction
def test_a_goal_has_a_first_step_and_an_aspiration_has_none(direction: Direction) -> None:
    if direction.kind is DirectionKind.ASPIRATION:
        assert direction.first_step == ""
    else:
        assert re.fullmatch(r"[A-Z][^.!?]*\.", direction.first_step)
        assert len(direction.first_step) <= 100


@each_direction
def test_what_stands_in_the_plan_is_in_the_persons_own_voice_and_a_reason_speaks_to_them(
    direction: Direction,
) -> None:
    assert not re.search(r"\byou", f"{direction.title} {direction.first_step}", re.IGNORECASE)
    assert not re.search(r"\b(I|me|my)\b", direction.reason)


def test_reasons_do_not_read_like_a_form() -> None:
    beginnings = [" ".join(direction.reason.split()[:3]) for direction in directions()]

    assert len(set(beginnings)) == len(beginnings)
    assert 4 * sum("The catch:" in direction.reason for direction in directions()) <= len(directions())


ASPIRATION = """
[[direction]]
id = "a"
needs = ["income", "security"]
kind = "aspiration"
title = "Earn more"
reason = "It pays."
"""
GOAL = """
[[direction]]
id = "b"
needs = ["income"]
kind = "goal"
title = "Ask for a rise"
reason = "It may work."
first_step = "Pick a day."
"""
BOTH = ASPIRATION + GOAL


def test_directions_are_read_as_they_are_written() -> None:
    assert read_directions(BOTH, NEEDS) == (
        Direction(
            id="a",
            needs=("income", "security"),
            kind=DirectionKind.ASPIRATION,
            title="Earn more",
            reason="It pays.",
        ),
        Direction(
            id="b",
            needs=("income",),
            kind=DirectionKind.GOAL,
            title="Ask for a rise",
            reason="It may work.",
            first_step="Pick a day.",
        ),
    )


@pytest.mark.parametrize(
    ("text", "where", "names"),
    [
        pytest.param("[[direction", "the whole file", "not valid TOML", id="no-toml"),
        pytest.param('direction = "a"', "“direction”", "[[direction]]", id="no-list"),
        pytest.param("direction = [1, 2]", "“direction”", "[[direction]]", id="no-entry"),
        pytest.param("", "“direction”", "[[direction]]", id="empty"),
        pytest.param(BOTH.replace('title = "Earn more"\n', ""), "direction 1", "title", id="field-missing"),
        pytest.param(BOTH + "weight = 3\n", "direction 2", "holds exactly", id="field-unknown"),
        pytest.param(BOTH.replace('"It pays."', '" "'), "direction 1", "“reason”", id="blank"),
        pytest.param(BOTH.replace('"It pays."', "2"), "direction 1", "“reason”", id="no-text"),
        pytest.param(BOTH.replace('"b"', '"a"'), "direction 2", "“a”", id="id-twice"),
        pytest.param(BOTH.replace('"b"', '"B.b"'), "direction 2", "small letters", id="id-with-a-dot"),
        pytest.param(
            BOTH.replace("Ask for a rise", "Earn more"), "direction 2", "“Earn more”", id="title-twice"
        ),
        pytest.param(
            BOTH.replace("Earn more", "E" * (LINE + 1)), "direction 1", "The title", id="title-too-long"
        ),
        pytest.param(BOTH.replace('"security"', '"fame"'), "direction 1", "“fame”", id="need-unknown"),
        pytest.param(BOTH.replace('"security"', "[1]"), "direction 1", "[1]", id="need-no-text"),
        pytest.param(BOTH.replace('"security"', '"income"'), "direction 1", "“income”", id="need-twice"),
        pytest.param(
            BOTH.replace('["income"]', '"income"'), "direction 2", "list of ids", id="needs-no-list"
        ),
        pytest.param(BOTH.replace('["income"]', "[]"), "direction 2", "at least one need", id="no-needs"),
        pytest.param(BOTH.replace('"goal"', '"wish"'), "direction 2", "aspiration, goal", id="kind-unknown"),
        pytest.param(
            BOTH.replace('"goal"', '["goal"]'), "direction 2", "aspiration, goal", id="kind-no-text"
        ),
        pytest.param(
            BOTH.replace('kind = "goal"\n', ""), "direction 2", "aspiration, goal", id="kind-missing"
        ),
        pytest.param(
            ASPIRATION + 'first_step = "Go."\n',
            "direction 1",
            "“aspiration”",
            id="aspiration-with-first-step",
        ),
        pytest.param(
            GOAL.replace('first_step = "Pick a day."\n', ""), "direction 1", "“goal”", id="goal-without"
        ),
        pytest.param(
            BOTH.replace('"Pick a day."', '""'), "direction 2", "“first_step”", id="first-step-blank"
        ),
    ],
)
def test_a_mistake_in_the_file_is_named_with_file_and_entry(text: str, where: str, names: str) -> None:
    with pytest.raises(ContentError) as refused:
        read_directions(text, NEEDS)

    message = str(refused.value)
    assert message.startswith(f"careerkit/content/directions.toml, {where}: ")
    assert names in message
    assert message.endswith(".")
    assert not message.endswith("..")


@pytest.mark.parametrize(
    ("title", "needs"),
    [
        pytest.param(" ", ("income",), id="no-title"),
        pytest.param("E" * (LINE + 1), ("income",), id="title-too-long"),
        pytest.param("Earn more", (), id="no-needs"),
    ],
)
def test_a_direction_refuses_what_could_not_stand_in_a_plan(title: str, needs: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError):
        Direction(id="a", needs=needs, kind=DirectionKind.ASPIRATION, title=title, reason="It pays.")
