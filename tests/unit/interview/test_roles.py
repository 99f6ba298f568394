import pytest

from careerkit.content import answer_frames
from careerkit.interview.roles import role_in_words, role_with_article, spoken_role

WORDS = answer_frames().words


@pytest.mark.parametrize(
    ("role", "spoken", "with_its_article"),
    [
        ("Tax accountant", "tax accountant", "a tax accountant"),
        ("Senior tax adviser, international clients", "senior tax adviser", "a senior tax adviser"),
        ("Nurse (part-time, 60 %)", "nurse", "a nurse"),
        ("Ward nurse m/w/d", "ward nurse", "a ward nurse"),
        ("WARD NURSE", "ward nurse", "a ward nurse"),
        ("Nurse/Midwife", "nurse", "a nurse"),
        ("UI/UX designer", "UI/UX designer", "a UI/UX designer"),
        ("Account Manager – DACH", "Account Manager", "an Account Manager"),
        ("Software Engineer II - Platform", "Software Engineer", "a Software Engineer"),
        ("SAP consultant", "SAP consultant", "an SAP consultant"),
        ("Teacher of maths and physics", "teacher of maths and physics", "a teacher of maths and physics"),
        ("Head of procurement", "head of procurement", "a head of procurement"),
        ("(Junior) buyer", "junior buyer", "a junior buyer"),
        ("Operations", "operations", ""),
        ("Special projects", "special projects", ""),
    ],
)
def test_a_role_is_said_without_the_small_print_of_the_posting(
    role: str, spoken: str, with_its_article: str
) -> None:
    assert spoken_role(role, WORDS) == spoken
    assert role_with_article(spoken, WORDS) == with_its_article


@pytest.mark.parametrize(
    ("spoken", "in_words"),
    [
        ("tax accountant", "the role of tax accountant"),
        ("teacher of maths", "the role of teacher of maths"),
        ("operations", "the operations role"),
        ("HR", "the HR role"),
    ],
)
def test_a_role_that_names_no_person_is_named_as_a_role(spoken: str, in_words: str) -> None:
    assert role_in_words(spoken, WORDS) == in_words
