from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.interview.concepts import concepts_in, stem
from careerkit.interview.features import features, features_of
from careerkit.interview.sentences import sentences


def names(text: str) -> set[str]:
    (sentence,) = sentences(text)
    return {feature.name for feature in features(sentence.words)}


def all_features(text: str) -> int:
    read = [sentence.words for sentence in sentences(text)]
    return sum(map(len, features_of(read, [()] * len(read))))


@pytest.mark.parametrize(
    "forms",
    [
        "manage manages managed managing",
        "run runs running",
        "hope hopes hoping",
        "company companies",
        "own owns owned owning",
        "quick quickly",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_short_words_keep_apart() -> None:
    assert len({stem(word) for word in ("not", "notes", "us", "use", "his", "pay", "to", "too")}) == 8


def test_a_phrase_speaks_of_its_concept_in_every_form() -> None:
    stems = [stem(word) for word in ("it", "tides", "me", "over")]

    assert "temporary" in {concept.name for concept in concepts_in(stems)}


def test_what_is_denied_is_seen_as_denied() -> None:
    assert "c- pay" in names("I am not here for the salary.")
    assert "c+ pay" in names("I am here for the salary.")


def test_a_denial_ends_with_its_clause() -> None:
    assert "c+ pay" in names("I do not mind the hours, the salary is what I came for.")


def test_whose_plan_it_is_is_seen() -> None:
    assert "q If+ leave" in names("I would leave.")
    assert "q Tf+ leave" in names("She would leave.")


def test_a_sentence_knows_what_its_neighbours_speak_of() -> None:
    read = [sentence.words for sentence in sentences("I like it here. The salary matters.")]
    first, second = features_of(read, [(), {"money"}])

    assert ">! money" in {feature.name for feature in first}
    assert "! money" in {feature.name for feature in second}


def test_every_feature_lies_within_its_sentence() -> None:
    (sentence,) = sentences("Money, status, a corner office: I don't need any of it, and I never did.")

    for feature in features(sentence.words):
        assert 0 <= feature.first <= feature.end <= len(sentence.words)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    all_features(text)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("I want to learn more about pay and rank, ", id="one-sentence"),
        pytest.param("I want your salary now. ", id="many-sentences"),
        pytest.param("own ", id="concepts-only"),
        pytest.param("salarysalarysalarysalary" * 40 + " ", id="long-words"),
    ],
)
def test_the_number_of_features_grows_in_step_with_the_words(words: str) -> None:
    counts = [all_features(words * times) for times in (100, 200, 300, 400)]
    steps = [later - earlier for earlier, later in pairwise(counts)]

    assert len(set(steps)) == 1
