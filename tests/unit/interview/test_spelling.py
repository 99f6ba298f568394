import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.interview.spelling import usual_words


@pytest.mark.parametrize(
    ("word", "usual"),
    [
        ("don't", ("do", "not")),
        ("cannot", ("can", "not")),
        ("i'd", ("i", "would")),
        ("it's", ("it", "is")),
        ("company's", ("company's",)),
        ("organisation", ("organization",)),
        ("specialise", ("specialize",)),
        ("promise", ("promise",)),
        ("rise", ("rise",)),
        ("wise", ("wise",)),
        ("idk", ("i", "do", "not", "know")),
        ("'ll", ("'ll",)),
        ("", ("",)),
    ],
)
def test_words_of_several_spellings_have_a_usual_one(word: str, usual: tuple[str, ...]) -> None:
    assert usual_words(word) == usual


@given(st.from_regex(r"[a-z]{1,12}('[a-z]{1,3})?", fullmatch=True))
def test_the_usual_spelling_of_the_usual_spelling_is_itself(word: str) -> None:
    for usual in usual_words(word):
        assert usual_words(usual) == (usual,)
