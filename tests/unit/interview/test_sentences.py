import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.interview.sentences import sentences


def read(text: str) -> list[str]:
    return [" ".join(sentence.words) for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("I’d go, then stop!", ["^ i would go , then stop ."], id="pause"),
        pytest.param("One. Two?\nThree", ["^ one .", "^ two .", "^ three ."], id="sentences"),
        pytest.param("a wrapped\nline", ["^ a wrapped line ."], id="wrapped-line"),
        pytest.param("Since 2021 with 12 people", ["^ since @ with #12 people ."], id="year-and-number"),
        pytest.param("2,021 of them", ["^ #2,021 of them ."], id="no-year"),
        pytest.param("On 01.02.2030", ["^ on @ ."], id="date"),
        pytest.param("My 30th", ["^ my #th ."], id="ordinal"),
        pytest.param("€50,000 or 90k or 40 €", ["^ ¤ or ¤ or ¤ ."], id="sums"),
        pytest.param("By 10%", ["^ by #10 percent ."], id="percent"),
        pytest.param("A Ph.D. in the U.S. office", ["^ a phd in the us office ."], id="abbreviations"),
        pytest.param("I gotta say idk", ["^ i got to say i do not know ."], id="short-forms"),
        pytest.param('He said "no way" to it', ["^ he said , to it ."], id="quoted"),
        pytest.param(
            "<p>One</p><div class='x'>Two <b>three</b></div>", ["^ one .", "^ two three ."], id="html"
        ),
        pytest.param("I&#39;m&nbsp;here &amp; there", ["^ i am here there ."], id="entities"),
    ],
)
def test_words_are_read_in_their_usual_spelling(text: str, words: list[str]) -> None:
    assert read(text) == words


@given(st.text(max_size=200))
def test_every_word_stands_in_the_text_where_its_sentence_says(text: str) -> None:
    for sentence in sentences(text):
        assert len(sentence.words) == len(sentence.places)
        assert all(0 <= start <= end <= len(text) for start, end in sentence.places)
        assert list(sentence.places) == sorted(sentence.places)
