import pytest

from careerkit.content.needs import needs_catalogue, needs_words, read_catalogue, read_words
from careerkit.errors import InvalidValueError

TWO = (
    '[[need]]\nid = "a"\nname = "A"\nabout = "First."\n\n[[need]]\nid = "b"\nname = "B"\nabout = "Second."\n'
)


def test_the_eight_needs_of_the_product_are_there_in_their_order() -> None:
    assert [need.id for need in needs_catalogue()] == [
        "responsibility",
        "income",
        "security",
        "mastery",
        "recognition",
        "freedom",
        "balance",
        "meaning",
    ]


def test_every_need_is_one_sentence_with_an_everyday_example() -> None:
    for need in needs_catalogue():
        assert need.about.endswith(".")
        assert need.example.endswith(".")
        assert len(need.about) <= 100


def test_needs_that_are_hard_to_admit_are_introduced_as_ordinary() -> None:
    introduced = {need.id for need in needs_catalogue() if "ordinary need" in need.ordinary}

    assert introduced == {"responsibility", "income", "recognition"}


def test_the_texts_around_the_needs_are_there() -> None:
    assert "28" in needs_words()["introduction"]
    assert "circle" in needs_words()["consistency"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("[[need", "not valid TOML", id="no-toml"),
        pytest.param('need = "a"', "[[need]]", id="no-list"),
        pytest.param("need = [1, 2]", "[[need]]", id="no-entry"),
        pytest.param("", "[[need]]", id="empty"),
        pytest.param(TWO[: TWO.rindex("[[need]]")], "at least two", id="only-one"),
        pytest.param(TWO.replace('name = "B"\n', ""), "need 2", id="field-missing"),
        pytest.param(TWO + 'weight = "3"\n', "need 2", id="field-unknown"),
        pytest.param(TWO.replace('"Second."', '" "'), "“about”", id="blank"),
        pytest.param(TWO.replace('"Second."', "2"), "“about”", id="no-text"),
        pytest.param(TWO.replace('"b"', '"a"'), "“a”", id="id-twice"),
        pytest.param(TWO.replace('"B"', '"A"'), "“A”", id="name-twice"),
        pytest.param(TWO.replace('"b"', '"B.b"'), "need 2", id="id-with-a-dot"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_file_and_entry(text: str, names: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        read_catalogue(text)

    assert "careerkit/content/needs.toml" in str(refused.value)
    assert names in str(refused.value)


@pytest.mark.parametrize("text", ["", "words = 1", '[words]\nintroduction = "a"\nconsistency = ""'])
def test_a_missing_text_is_named_with_file_and_entry(text: str) -> None:
    with pytest.raises(InvalidValueError, match=r"needs\.toml, “words”"):
        read_words(text)
