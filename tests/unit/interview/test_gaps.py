from dataclasses import replace

import pytest

from careerkit.interview import Application, Asked, Origin, Sentence
from careerkit.interview.craft import AnswerContext
from careerkit.interview.gaps import ROOM, gaps

MARY = Application(id="a", company="St Mary Hospital", role="Ward nurse")
CONTEXT = AnswerContext(application=MARY, asked=Asked.NEAR)
FULL = (
    "Over the next three to five years I want to go deeper into wound care at St Mary Hospital. I plan to "
    "finish the course within two years, and to learn on the ward from people who have done it for longer. "
    "For your patients that means wounds that heal faster, and for the team one more person to ask. "
    "Last year I looked after a man for whom three dressings had failed; we found the reason together, and "
    "that afternoon is why I applied. I would like to stay with the team that taught me, and to pass on what "
    "I know to the students who come after me."
)


def found(text: str, context: AnswerContext = CONTEXT) -> list[str]:
    return [it.rule for it in gaps(text, context)]


def without(*words: str) -> str:
    sentences = FULL.replace("; ", ". ").split(". ")
    return ". ".join(it for it in sentences if not any(word in it for word in words))


def test_a_full_answer_lacks_nothing() -> None:
    assert len(FULL.split()) >= ROOM
    assert found(FULL) == []


def test_nothing_is_asked_of_a_few_words() -> None:
    assert found("I want to learn.") == []


@pytest.mark.parametrize(
    ("rule", "asked", "text"),
    [
        ("no_company", Asked.NEAR, FULL.replace("St Mary Hospital", "X").replace("ward", "floor")),
        ("no_value", Asked.NEAR, "I want to read about wounds at St Mary Hospital all day long. " * 9),
        ("no_learning", Asked.LONG, "I want to be there for your patients at St Mary Hospital. " * 9),
        (
            "no_example",
            Asked.WHY_YOU,
            "I am calm and careful, St Mary Hospital, and people trust me. " * 2,
        ),
        (
            "no_ambition",
            Asked.NEAR,
            "Wound care is wide, and St Mary Hospital has a very good ward for it now.",
        ),
        ("no_commitment", Asked.NEAR, "I want to learn all about wounds, for you and for me. " * 10),
    ],
)
def test_what_is_missing_is_named_once_at_the_end(rule: str, asked: Asked, text: str) -> None:
    [finding] = [it for it in gaps(text, replace(CONTEXT, asked=asked)) if it.rule == rule]
    assert (finding.start, finding.end) == (len(text), len(text))
    assert "{" not in finding.suggestion


def test_a_short_answer_may_leave_things_out() -> None:
    short = "I want to go deeper into wound care at St Mary Hospital within three to five years."
    assert found(short) == []


def test_an_answer_still_in_the_words_of_the_template_is_told_so() -> None:
    template = Sentence(
        text="For me, the next three to five years are about depth, and about St Mary Hospital as well.",
        origin=Origin.TEMPLATE,
    )
    context = replace(CONTEXT, composed=(template,))
    text = f"{template.text} I want to learn wound care for your patients."

    [finding] = [it for it in gaps(text, context) if it.rule == "template_wording"]
    assert text[finding.start : finding.end] == template.text
    assert "template_wording" not in found(FULL, context)


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("I want to become the head of the surgical ward at St Mary Hospital some day, with you.", 1),
        ("I want to be your next nursing director at St Mary Hospital in the years to come.", 1),
        ("I want to lead a ward at St Mary Hospital, and to be responsible for its people one day.", 0),
        ("I want to become a director in a hospital like St Mary Hospital over the years to come.", 0),
    ],
)
def test_an_exact_seat_is_marked_and_wanting_to_lead_is_not(text: str, seats: int) -> None:
    assert found(text).count("exact_seat") == seats
