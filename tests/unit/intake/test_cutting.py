import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.intake.cutting import cut


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("", 3, ""),
        ("four", 4, "four"),
        ("one two three", 10, "one two…"),
        ("a reallylongword", 10, "a reallyl…"),
        ("e\u0301" * 4, 6, "e\u0301e\u0301…"),
        ("👩‍👧👩‍👧", 5, "👩‍👧…"),
        ("\u200d" * 9, 4, "…"),
    ],
)
def test_a_long_text_ends_after_a_word_or_a_whole_sign(text: str, limit: int, kept: str) -> None:
    assert cut(text, limit) == kept


@given(st.text(), st.integers(1, 40))
def test_a_cut_text_fits_and_begins_as_it_did(text: str, limit: int) -> None:
    short = cut(text, limit)

    assert len(short) <= limit
    assert text == short or text.startswith(short.removesuffix("…"))
