import re

import pytest

from careerkit.content import needs_catalogue, review_checklist
from careerkit.content.files import ContentError
from careerkit.content.review import read_checklist
from careerkit.review import BALANCE_NEED, LESSONS_STEP, MOST_STEPS, Alters, Prefill

STEP = """
[[step]]
id = "wins"
title = "Wins"
asks = "What went well?"
why = "It is easily forgotten."
source = "House question."
shows = "wins"
alters = "nothing"
minutes = 3
"""


def test_the_checklist_takes_between_35_and_45_minutes() -> None:
    assert 35 <= sum(step.minutes for step in review_checklist()) <= 45


def test_each_step_shows_its_own_facts_and_says_what_it_can_change() -> None:
    assert {step.id: (step.shows, step.alters) for step in review_checklist()} == {
        "year-in-facts": (Prefill.YEAR, Alters.NOTHING),
        "wins": (Prefill.WINS, Alters.WINS),
        "needs": (Prefill.NEEDS, Alters.NEEDS),
        "satisfaction": (Prefill.SATISFACTION, Alters.SATISFACTION),
        "aspirations": (Prefill.ASPIRATIONS, Alters.ASPIRATIONS),
        "goals": (Prefill.GOALS, Alters.GOALS),
        "skills-and-networks": (Prefill.STRENGTHS, Alters.NOTHING),
        "market": (Prefill.TRENDS, Alters.TRENDS),
        "balance": (Prefill.BALANCE, Alters.NOTHING),
        "lessons": (Prefill.LESSONS, Alters.NOTHING),
        "next-milestones": (Prefill.NEXT_MILESTONES, Alters.MILESTONES),
    }


def test_the_product_finds_its_own_steps_by_their_ids() -> None:
    assert LESSONS_STEP in {step.id for step in review_checklist()}
    assert BALANCE_NEED in {need.id for need in needs_catalogue()}


def test_every_step_says_where_it_comes_from_a_method_with_its_year_or_the_house() -> None:
    for step in review_checklist():
        assert re.search(r"\b(19|20)\d\d\b", step.source) or "House question" in step.source
        assert re.search(r"House question|house question|wording is ours", step.source)
        assert not step.own


def test_stored_ids_stay_as_they_are() -> None:
    assert [step.id for step in review_checklist()] == [
        "year-in-facts",
        "wins",
        "needs",
        "satisfaction",
        "aspirations",
        "goals",
        "skills-and-networks",
        "market",
        "balance",
        "lessons",
        "next-milestones",
    ]


def test_every_step_says_why_it_is_asked_and_asks_a_question() -> None:
    for step in review_checklist():
        assert step.why
        assert "?" in step.asks
        assert "!" not in step.asks + step.why


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(STEP + STEP, "step 2: the id “wins” is taken", id="duplicate-id"),
        pytest.param(STEP.replace('shows = "wins"', 'shows = "luck"'), "step 1: “shows” is", id="prefill"),
        pytest.param(STEP.replace('shows = "wins"', "shows = []"), "step 1: “shows” is", id="no-prefill"),
        pytest.param(STEP.replace('"nothing"', '"luck"'), "step 1: “alters” is one of", id="alters"),
        pytest.param(STEP + STEP.replace('"nothing"', "1"), "step 2: “alters” is one of", id="no-alters"),
        pytest.param(STEP.replace('"House question."', '""'), "step 1: “source”", id="no-source"),
        pytest.param(STEP.replace('id = "wins"', 'id = "own-wins"'), "step 1: ids that begin", id="own-id"),
        pytest.param(STEP * (MOST_STEPS + 1), "“step”: a review has at most", id="too-many"),
        pytest.param(STEP.replace("= 3", "= 0"), "step 1: “minutes”", id="no-time"),
        pytest.param(STEP.replace("= 3", "= true"), "step 1: “minutes”", id="no-number"),
        pytest.param(STEP.replace('"Wins"', '" "'), "step 1: “title”", id="blank"),
        pytest.param(STEP.replace("Wins", "W" * 121), "step 1: The title of the step has 121", id="long"),
        pytest.param(STEP.replace("why", "reason"), "step 1: it holds exactly", id="unknown-field"),
        pytest.param("step = 3", "“step”", id="no-list"),
        pytest.param("", "“step”", id="empty"),
        pytest.param("[[step", "not valid TOML", id="no-toml"),
    ],
)
def test_a_wrong_file_is_told_with_its_entry(text: str, told: str) -> None:
    with pytest.raises(ContentError, match=r"careerkit/content/review\.toml") as error:
        read_checklist(text)

    assert told in str(error.value)
