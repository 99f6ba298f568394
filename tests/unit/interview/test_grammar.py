from datetime import date, timedelta

import pytest

from careerkit.content.frames import answer_frames
from careerkit.interview.grammar import (
    Phrase,
    filled,
    listed,
    phrase_of,
    role_with_article,
    spoken_role,
    with_article,
)
from careerkit.interview.years import years_ahead

WORDS = answer_frames().words
TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("goal", "a goal"),
        ("expert", "an expert"),
        ("hour", "an hour"),
        ("honest answer", "an honest answer"),
        ("university degree", "a university degree"),
        ("unusual project", "an unusual project"),
        ("MBA", "an MBA"),
        ("CPA licence", "a CPA licence"),
        ("UX designer", "a UX designer"),
        ("HR manager", "an HR manager"),
        ("one-year course", "a one-year course"),
        ("European project", "a European project"),
        ("8-week course", "an 8-week course"),
        ("11th attempt", "an 11th attempt"),
        ("5-day week", "a 5-day week"),
        ("umbrella", "an umbrella"),
        ("user researcher", "a user researcher"),
    ],
)
def test_the_article_follows_the_sound(words: str, said: str) -> None:
    assert with_article(words) == said


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_in_a_sentence(items: list[str], said: str) -> None:
    assert listed(items) == said


@pytest.mark.parametrize(
    ("title", "text", "is_verb"),
    [
        ("Lead a project", "lead a project", True),
        ("Pass the CPA exam.", "pass the CPA exam", True),
        ("Pass the CPA exam by June 2027", "pass the CPA exam", True),
        ("To speak Spanish", "speak Spanish", True),
        ("I'd like to mentor two juniors", "mentor two juniors", True),
        ("Lead teams", "lead teams", True),
        ("Master Python", "master Python", True),
        ("Study for the bar exam", "study for the bar exam", True),
        ("Research paper on batteries", "research paper on batteries", False),
        ("Lead engineer role", "a lead engineer role", False),
        ("MBA", "an MBA", False),
        ("Deep expertise in tax", "deep expertise in tax", False),
        ("Spanish at B2 level", "Spanish at B2 level", False),
        (
            "Project Management Professional certificate",
            "a Project Management Professional certificate",
            False,
        ),
        ("Team lead position in the Berlin office", "a team lead position in the Berlin office", False),
        ("Head Nurse on ward 3", "Head Nurse on ward 3", False),
        ("My first book", "my first book", False),
        ("A role in research", "a role in research", False),
        ("Less travel, more depth!", "less travel, more depth", False),
        ("Enough sleep?", "enough sleep?", False),
        ("🎉", "🎉", False),
        ("Lead", "lead", False),
    ],
)
def test_a_title_takes_the_form_that_fits_a_sentence(title: str, text: str, is_verb: bool) -> None:  # noqa: FBT001 - a column of the table
    assert phrase_of(title, WORDS) == Phrase(text=text, is_verb=is_verb)


@pytest.mark.parametrize(
    ("role", "spoken", "with_its_article"),
    [
        ("Tax accountant", "tax accountant", "a tax accountant"),
        ("Senior tax adviser, international clients", "senior tax adviser", "a senior tax adviser"),
        ("Nurse (part-time, 60 %)", "nurse", "a nurse"),
        ("Account Manager – DACH", "Account Manager", "an Account Manager"),
        ("SAP consultant", "SAP consultant", "an SAP consultant"),
        ("Operations", "operations", ""),
        ("Head of procurement", "head of procurement", ""),
        ("(Junior) buyer", "(Junior) buyer", "a (Junior) buyer"),
    ],
)
def test_a_role_is_said_without_the_small_print_of_the_posting(
    role: str, spoken: str, with_its_article: str
) -> None:
    assert spoken_role(role) == spoken
    assert role_with_article(spoken, WORDS) == with_its_article


def test_what_fills_a_slot_is_never_read_as_a_frame() -> None:
    said = filled("I want to {goal_verb}.", {"goal_verb": "use {company} and {0} %s", "company": "no"})

    assert said == "I want to use {company} and {0} %s."


@pytest.mark.parametrize("end", [".", "?", "!", "…"])
def test_a_sentence_ends_with_one_mark(end: str) -> None:
    assert filled("{x} at {y}.", {"x": "work", "y": f"Acme{end}"}) == f"Work at Acme{end}"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, ""),
        (0, "within the next year or two"),
        (400, "within the next year or two"),
        (731, "within the next two to three years"),
        (1_200, "within the next three to four years"),
        (3_500, "within the next nine to ten years"),
        (4_500, "in the longer run"),
    ],
)
def test_dates_become_ranges_of_years(days: int, said: str) -> None:
    assert years_ahead(TODAY + timedelta(days=days), TODAY) == said


def test_no_date_says_nothing() -> None:
    assert years_ahead(None, TODAY) == ""
