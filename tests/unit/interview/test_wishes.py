import pytest

from careerkit.interview.cancel import Clues
from careerkit.interview.rules import rule_set
from careerkit.interview.sentences import sentences
from careerkit.interview.wishes import wish_before


def wished(text: str) -> bool:
    (sentence,) = sentences(text)
    at = sentence.words.index("bakery")
    clues = Clues.of(sentence.words, rule_set().clues)
    return wish_before(clues, at, at + 1, frozenset({"wish"})) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I want a bakery.",
        "I'd really love to have a bakery.",
        "My dream is a bakery.",
        "I want to learn, to grow with the team and a bakery.",
        "A bakery is my dream.",
        "Ideally, a bakery.",
        "To own a bakery.",
    ],
)
def test_what_is_wished_for_is_told_by_the_words_around_it(text: str) -> None:
    assert wished(text)


@pytest.mark.parametrize("text", ["The bakery opens at six.", "Bread comes from a bakery."])
def test_what_is_only_named_is_not_wished_for(text: str) -> None:
    assert not wished(text)
