import re

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


def test_a_need_that_is_introduced_as_ordinary_asks_what_follows_once_it_is_said() -> None:
    for need in needs_catalogue():
        assert bool(need.once_said) is bool(need.ordinary)
        assert need.once_said.endswith("?") or not need.once_said
        assert need.ordinary.endswith(".") or not need.ordinary


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("introduction", "two needs at a time"),
        ("fours", "four needs at a time"),
        ("coarse", "nothing finer"),
        ("consistency", "circle"),
        ("share", "80 %"),
        ("order_of_fours", "best minus worst"),
        ("today", "0 is not at all, 10 is fully"),
        ("directions", "declined"),
        ("strengths", "something that happened and shows it"),
        ("guess", "not kept"),
    ],
)
def test_the_texts_around_the_needs_are_there(name: str, says: str) -> None:
    text = needs_words()[name]

    assert says in text
    assert text.strip().endswith(".")
    assert "  " not in text
    assert len(needs_words()) == 10


def test_no_text_promises_a_number_of_needs_or_pairs_that_a_person_can_change() -> None:
    for text in needs_words().values():
        assert not re.search(r"\b(28|30|eight needs|8 needs)\b", text)


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
