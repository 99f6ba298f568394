import pytest

from careerkit.content.files import ContentError, text_of_file
from careerkit.content.quarter import FILE, quarter_words, read_quarter_words
from careerkit.review import QUESTIONS

TEXT = text_of_file(FILE)


def test_every_question_of_the_check_has_its_words_in_its_order() -> None:
    words = quarter_words()

    assert tuple(words) == QUESTIONS
    for it in words.values():
        assert it.asks.endswith("?")
        assert it.example
        assert "!" not in it.title + it.asks + it.example
        assert not it.title.endswith(("?", "."))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param('"next"', '"moved"', "“question”: its ids are", id="twice"),
        pytest.param('"next"', '"later"', "“question”: its ids are", id="unknown"),
        pytest.param('id = "next"', 'id = ["next"]', "“question”: its ids are", id="no-text"),
        pytest.param('title = "Energy"', 'title = " "', "question 4: “title” is a text", id="blank"),
        pytest.param('title = "Energy"', 'name = "Energy"', "question 4: it holds exactly", id="field"),
        pytest.param("[[question]]", "[question]", "not valid TOML", id="no-list"),
    ],
)
def test_a_wrong_file_is_told_with_its_entry(old: str, new: str, told: str) -> None:
    with pytest.raises(ContentError, match=r"careerkit/content/quarter\.toml") as error:
        read_quarter_words(TEXT.replace(old, new))

    assert told in str(error.value)
