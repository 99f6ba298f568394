import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.content import answer_frames
from careerkit.interview.titles import Phrase, phrase_of

WORDS = answer_frames().words


@pytest.mark.parametrize(
    ("title", "done"),
    [
        ("Lead a project", "lead a project"),
        ("Pass the CPA exam.", "pass the CPA exam"),
        ("To speak Spanish", "speak Spanish"),
        ("to speak Spanish fluently", "speak Spanish fluently"),
        ("I'd like to mentor two juniors", "mentor two juniors"),
        ("I want to be a partner", "be a partner"),
        ("Goal: pass the bar exam", "pass the bar exam"),
        ("- Learn Rust", "learn Rust"),
        ("“Become CTO”", "become CTO"),
        ("Lead teams", "lead teams"),
        ("Master Python", "master Python"),
        ("Open a second office", "open a second office"),
        ("Own my time", "own my time"),
        ("Ship v2.0 of our API", "ship v2.0 of our API"),
        ("Fix 100 EVs!", "fix 100 EVs"),
        ("LEAD THE PHYSICS DEPARTMENT", "lead the physics department"),
        ("Lead A Cross-Functional Team", "lead a Cross-Functional Team"),
        ("Study for the bar exam", "study for the bar exam"),
        ('Say "yes" more', 'say "yes" more'),
    ],
)
def test_a_title_with_a_verb_in_front_is_to_be_done(title: str, done: str) -> None:
    assert phrase_of(title, WORDS) == Phrase(text=done, is_verb=True)


@pytest.mark.parametrize(
    ("title", "done"),
    [
        ("Mentoring two trainees a year", "mentor two trainees a year"),
        ("Writing a book", "write a book"),
        ("Learning Spanish", "learn Spanish"),
        ('Being the "go-to" person for electric cars', 'be the "go-to" person for electric cars'),
        ("Running a clinic", "run a clinic"),
    ],
)
def test_a_title_that_says_doing_something_is_to_be_done(title: str, done: str) -> None:
    assert phrase_of(title, WORDS) == Phrase(text=done, is_verb=True)


@pytest.mark.parametrize(
    ("title", "become"),
    [
        ("Head nurse of a ward where people like to work", "head nurse of a ward where people like to work"),
        ("Head Nurse on ward 3", "a Head Nurse on ward 3"),
        ("Team lead", "a team lead"),
        ("Recognised expert in fraud", "a recognised expert in fraud"),
        ("The best welder in town", "the best welder in town"),
        ("Fluent in French", "fluent in French"),
        ("Known for careful audits", "known for careful audits"),
    ],
)
def test_a_title_that_names_who_one_is_says_what_one_becomes(title: str, become: str) -> None:
    assert phrase_of(title, WORDS) == Phrase(text=f"become {become}", is_verb=True)


@pytest.mark.parametrize(
    ("title", "thing"),
    [
        ("Research paper on batteries", "research paper on batteries"),
        ("Lead engineer role", "a lead engineer role"),
        ("MBA", "an MBA"),
        ("CPA EXAM", "a CPA exam"),
        ("Deep expertise in tax", "deep expertise in tax"),
        ("Spanish at B2 level", "Spanish at B2 level"),
        ("PATIENT SAFETY", "patient safety"),
        ("Open source", "open source"),
        ("Public speaking", "public speaking"),
        ("Teaching position", "a teaching position"),
        ("Training for new colleagues", "training for new colleagues"),
        ("Night shifts: at most 4 a month", "night shifts, at most 4 a month"),
        ("Master craftsman's diploma (Meister)", "a master craftsman's diploma (Meister)"),
        (
            "Project Management Professional certificate",
            "a Project Management Professional certificate",
        ),
        ("Team lead position in the Berlin office", "a team lead position in the Berlin office"),
        ("2nd Staatsexamen", "my 2nd Staatsexamen"),
        ("4-day week", "a 4-day week"),
        ("100 happy customers", "100 happy customers"),
        ("Own workshop one day? At least run one.", "my own workshop one day"),
        ("I want more responsibility", "more responsibility"),
        ("My first book", "my first book"),
        ("A role in research", "a role in research"),
        ("Less travel, more depth!", "less travel, more depth"),
        ("Enough sleep?", "enough sleep"),
        ("🎉", "🎉"),
        ("I want to", "“I want to”"),
    ],
)
def test_any_other_title_is_a_thing(title: str, thing: str) -> None:
    assert phrase_of(title, WORDS) == Phrase(text=thing, is_verb=False)


@pytest.mark.parametrize(
    "title",
    [
        "Pass the exam by June 2027",
        "Pass the exam by 31 December 2027",
        "Pass the exam, by the end of 2027",
        "Pass the exam by Q3 2027",
        "Pass the exam next year",
        "Pass the exam within the next two to three years",
    ],
)
def test_the_date_at_the_end_of_a_title_is_left_out(title: str) -> None:
    assert phrase_of(title, WORDS) == Phrase(text="pass the exam", is_verb=True)


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_any_title_takes_some_form(title: str) -> None:
    phrase_of(title, WORDS)
