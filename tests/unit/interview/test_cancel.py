import pytest

from careerkit.interview.cancel import Clues, is_meant
from careerkit.interview.rules import rule_set
from careerkit.interview.sentences import sentences


def meant(text: str, words: str, *ignoring: str) -> bool:
    """Say whether words of a text are meant; they are given as the sentence reads them."""
    (sentence,) = sentences(text)
    wanted = words.split()
    at = next(
        at for at in range(len(sentence.words)) if list(sentence.words[at : at + len(wanted)]) == wanted
    )
    clues = Clues.of(sentence.words, rule_set().clues)
    return is_meant(clues, at, at + len(wanted), ignoring=frozenset(ignoring))


@pytest.mark.parametrize(
    "text",
    [
        "I want my own shop.",
        "I can't wait to have my own shop.",
        "I don't like noise, but I want my own shop.",
        "Not only for fun I want my own shop.",
        "Once I have learned enough I want my own shop.",
        "My wife has a job and I want my own shop.",
    ],
)
def test_what_the_speaker_plans_is_meant(text: str) -> None:
    assert meant(text, "my own shop")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I never want my own shop.", id="denied"),
        pytest.param("My own shop isn't the plan.", id="denied-after"),
        pytest.param("Rather than my own shop I want a team.", id="rather-than"),
        pytest.param("I once had my own shop.", id="past"),
        pytest.param("I used to dream of my own shop.", id="past-dream"),
        pytest.param("People told me to open my own shop.", id="reported"),
    ],
)
def test_what_is_denied_past_or_reported_is_not_meant(text: str) -> None:
    assert not meant(text, "my own shop")


def test_what_others_plan_is_not_meant() -> None:
    assert not meant("My brother wants a shop of his own.", "a shop")
    assert not meant("I help customers open a shop.", "a shop")


def test_a_rule_about_the_past_or_with_a_not_of_its_own_ignores_that_cue() -> None:
    assert meant("I never rest.", "never rest", "negation")
    assert meant("I had a bad boss.", "a bad boss", "past", "others")
    assert not meant("I had a bad boss.", "a bad boss", "others")
