import pytest

from careerkit.interview.phrases import Lexicon, Phrases
from careerkit.interview.sentences import sentences

LISTS = {"firm": ["shop|salon", "start up"], "own": ["my|our own"]}


def found(phrase: str, text: str) -> list[str]:
    (sentence,) = sentences(text)
    places = Phrases([(phrase, None)], Lexicon(LISTS)).found(sentence.words)
    return [" ".join(sentence.words[first:end]) for first, end, _ in places]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        pytest.param("open|run shops", "They run shops", ["run shops"], id="choice"),
        pytest.param("set_up|open shops", "They set up shops", ["set up shops"], id="choice-of-two-words"),
        pytest.param("freelanc*", "I like freelancing", ["freelancing"], id="beginning"),
        pytest.param("run~ it", "Running it", ["running it"], id="form-doubled"),
        pytest.param("take~ it", "He is taking it", ["taking it"], id="form-of-e"),
        pytest.param("carry~ it", "She carries it", ["carries it"], id="form-of-y"),
        pytest.param("<own> <firm>", "I want my own start-up", ["my own start up"], id="lists"),
        pytest.param("<own|firm>", "A salon", ["salon"], id="one-of-several-lists"),
        pytest.param("my own? shop", "My shop", ["my shop"], id="left-out"),
        pytest.param("my ..2 shop", "My very own shop", ["my very own shop"], id="gap"),
        pytest.param("my ..2 shop", "My very small own shop", [], id="gap-too-wide"),
        pytest.param("my ..2 shop", "My, well, shop", [], id="gap-without-pause"),
        pytest.param("my ,,3 shop", "My, well, shop", ["my , well , shop"], id="gap-with-pauses"),
        pytest.param("in # days", "In 40 days", ["in #40 days"], id="number"),
        pytest.param("in #13-60 months", "In 12 months", [], id="number-out-of-range"),
        pytest.param("in #13-60 months", "In 26 months", ["in #26 months"], id="number-in-range"),
        pytest.param("my #th", "My 30th birthday", ["my #th"], id="ordinal"),
        pytest.param("by @", "By 2031", ["by @"], id="year"),
        pytest.param("earn ¤", "Earn $90k", ["earn ¤"], id="sum"),
        pytest.param("^ shop", "Shop it", ["^ shop"], id="start"),
        pytest.param("shop .", "A shop", ["shop ."], id="end"),
        pytest.param("don't|can't stop", "I cannot stop", ["can not stop"], id="contractions"),
        pytest.param("an organisation", "An organization", ["an organization"], id="spelling"),
    ],
)
def test_each_sign_of_the_phrases_means_what_it_says(phrase: str, text: str, words: list[str]) -> None:
    assert found(phrase, text) == words


def test_a_phrase_is_found_wherever_it_begins_by_its_shortest_way() -> None:
    assert found("my ..3 shop", "My shop and my shop") == ["my shop", "my shop"]


@pytest.mark.parametrize("phrase", ["own? shop", "..2 shop"])
def test_a_phrase_that_begins_with_something_left_out_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="begins with"):
        Phrases([(phrase, None)], Lexicon(LISTS))


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(KeyError):
        Phrases([("<nothing>", None)], Lexicon(LISTS))
