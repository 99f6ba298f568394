import pytest

from careerkit.content import review_checklist
from careerkit.content.files import ContentError
from careerkit.content.review import read_checklist
from careerkit.review import Prefill

STEP = """
[[step]]
id = "wins"
title = "Wins"
asks = "What went well?"
why = "It is easily forgotten."
shows = "nothing"
minutes = 3
"""


def test_the_checklist_takes_between_30_and_45_minutes() -> None:
    assert 30 <= sum(step.minutes for step in review_checklist()) <= 45


def test_the_checklist_begins_with_facts_and_ends_with_the_year_ahead() -> None:
    steps = review_checklist()

    assert steps[0].shows is Prefill.MILESTONES
    assert steps[-1].shows is Prefill.NEXT_MILESTONES
    assert {step.shows for step in steps} == set(Prefill)


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
        pytest.param(
            STEP.replace('"nothing"', '"trends"'), "step 1: “shows” is one of", id="unknown-prefill"
        ),
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
