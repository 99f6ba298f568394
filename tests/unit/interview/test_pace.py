import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.interview import spoken_length


@pytest.mark.parametrize(
    ("words", "slow", "fast", "said"),
    [
        pytest.param(0, 0, 0, "nothing to say yet", id="nothing"),
        pytest.param(1, 1, 1, "about 5 seconds", id="a-word"),
        pytest.param(95, 44, 36, "about 35 to 45 seconds", id="short"),
        pytest.param(195, 90, 74, "about 75 to 90 seconds", id="ninety-seconds"),
        pytest.param(320, 148, 120, "about 2 to 2½ minutes", id="two-minutes"),
        pytest.param(3_900, 1_800, 1_463, "about 24½ to 30 minutes", id="a-lecture"),
    ],
)
def test_spoken_length_of_known_answers(words: int, slow: int, fast: int, said: str) -> None:
    pace = spoken_length("word " * words)

    assert (pace.words, pace.seconds_slow, pace.seconds_fast) == (words, slow, fast)
    assert pace.in_words() == said


def test_a_word_with_an_apostrophe_or_a_dash_is_one_word() -> None:
    assert spoken_length("I'd like a long-term, well-paid “job” … 🎉").words == 6


@settings(deadline=None)
@given(st.text())
def test_the_fast_speaker_never_takes_longer(text: str) -> None:
    pace = spoken_length(text)

    assert 0 <= pace.seconds_fast <= pace.seconds_slow
    assert pace.in_words()
