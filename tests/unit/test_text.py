import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.text import clean_line, clean_text, is_blank, require_text, require_within

anything = st.text(st.characters(exclude_categories=()))


@given(anything)
def test_cleaned_text_can_always_be_written_as_utf8(text: str) -> None:
    clean_text(text).encode()


@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(anything)
def test_a_cleaned_line_has_no_line_break(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("a\r\nb\u2028c", "a\nb\nc", id="line-breaks"),
        pytest.param("gpj\u202eexe", "gpjexe", id="direction-override"),
        pytest.param("a\x00b\x1bc", "abc", id="controls"),
        pytest.param("x\ud800y", "x\ufffdy", id="lone-surrogate"),
        pytest.param("e\u0301", "é", id="nfc"),
        pytest.param("👩\u200d👩\u200d👧 مرحبا", "👩\u200d👩\u200d👧 مرحبا", id="emoji-and-arabic-stay"),
    ],
)
def test_text_is_kept_as_a_reader_sees_it(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_a_pile_of_marks_keeps_eight() -> None:
    piled = clean_text("q" + "\u0332" * 300)

    assert sum(unicodedata.combining(c) > 0 for c in piled) == 8


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\u200b\u200d", "\u3164", "\n\t", "\u2800", "\u115f", "\u180e\u061c", "\ufe0f", "\U000e0041"],
)
def test_what_shows_nothing_is_refused_with_the_question(text: str) -> None:
    assert is_blank(text)
    with pytest.raises(InvalidValueError, match="Give it a title"):
        require_text(text, ask="Give it a title.")


def test_a_text_too_long_is_refused_with_both_numbers() -> None:
    require_within("x" * 120, 120, name="The title")
    with pytest.raises(InvalidValueError, match="The title has 121 characters; 120 are possible"):
        require_within("x" * 121, 120, name="The title")
