import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages._ui.escape import on_one_line, safe, safe_in_badge


@pytest.mark.parametrize("mark", string.punctuation)
def test_every_mark_that_may_mean_something_is_escaped(mark: str) -> None:
    assert safe(f"a{mark}").startswith(f"a\\{mark}")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param(":streamlit:", "\\:\u2060streamlit\\:\u2060", id="picture"),
        pytest.param("a -> b", "a \\-\u2060\\> b", id="arrow"),
        pytest.param("www.evil.example", "www\u2060\\.evil\\.example", id="address-without-scheme"),
        pytest.param("WWW.evil.example", "WWW\u2060\\.evil\\.example", id="address-in-capitals"),
        pytest.param("https://x", "https\\:\u2060\\/\\/x", id="address"),
        pytest.param("a@b.c", "a\\@\u2060b\\.c", id="mail"),
    ],
)
def test_what_streamlit_reads_after_the_escapes_are_gone_is_parted(text: str, joined: str) -> None:
    assert safe(text) == joined


def test_line_breaks_and_leading_blanks_stay() -> None:
    assert safe("a\r\n  b\n\tc") == "a  \n\u00a0\u00a0b  \n\u00a0\u00a0\u00a0\u00a0c"


def test_a_text_for_a_row_has_one_line_and_one_blank_between_words() -> None:
    assert on_one_line(" a\r\n\n  b\u2028c\td ") == "a b c d"


def test_what_cannot_be_shown_is_marked() -> None:
    assert safe("a\ud800\x00b") == "a\ufffd\ufffdb"


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_the_reader_sees_what_was_typed(text: str) -> None:
    shown = safe(text).replace("\u2060", "")
    unescaped = "".join(shown[at] for at in range(len(shown)) if not escapes(shown, at))

    assert unescaped == text.replace("\u2060", "")


@given(st.text())
def test_any_text_can_be_shown(text: str) -> None:
    safe(text).encode()


@given(st.text("a[]\\(!"))
def test_a_badge_gets_what_its_own_escape_completes(text: str) -> None:
    assert safe_in_badge(text).replace("[", "\\[").replace("]", "\\]") == safe(text)


def escapes(text: str, at: int) -> bool:
    """Say whether the backslash at this place stands for the mark behind it only."""
    before = len(text[:at]) - len(text[:at].rstrip("\\"))
    return text[at] == "\\" and before % 2 == 0
