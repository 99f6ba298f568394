import pytest

from careerkit.content import answer_frames
from careerkit.interview.grammar import filled, head_of, spoken_quietly, with_article

WORDS = answer_frames().words


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
        ("STEM degree", "a STEM degree"),
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
    ("typed", "said"),
    [
        ("PATIENT SAFETY", "patient safety"),
        ("LEAD THE PHYSICS DEPARTMENT", "lead the physics department"),
        ("PASS THE CPA EXAM", "pass the CPA exam"),
        ("LEARN GERMAN", "learn German"),
        ("ISO 27001", "ISO 27001"),
        ("ICU", "ICU"),
        ("Lead the ICU", "Lead the ICU"),
    ],
)
def test_capitals_that_only_shout_are_lowered(typed: str, said: str) -> None:
    assert spoken_quietly(typed, WORDS) == said


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("head nurse of a ward", "nurse"),
        ("Master craftsman's diploma (Meister)", "diploma"),
        ("night shifts: at most 4 a month", "shifts"),
        ("MBA", "mba"),
    ],
)
def test_the_head_of_a_group_of_words_is_found(words: str, head: str) -> None:
    assert head_of(words) == head


def test_what_fills_a_slot_is_never_read_as_a_frame() -> None:
    said = filled("I want to {goal_verb}.", {"goal_verb": "use {company} and {0} %s", "company": "no"})

    assert said == "I want to use {company} and {0} %s."


@pytest.mark.parametrize("end", [".", "?", "!", "…"])
def test_a_sentence_ends_with_one_mark(end: str) -> None:
    assert filled("{x} at {y}.", {"x": "work", "y": f"Acme{end}"}) == f"Work at Acme{end}"
