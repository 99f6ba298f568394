from pathlib import Path

import pytest

from careerkit.content import trends
from careerkit.content.files import ContentError
from careerkit.content.trends import read_trend_words, trend_words
from careerkit.goals import FitSide

TEXT = (Path(trends.__file__).parent / trends.FILE).read_text(encoding="utf-8")


def test_a_trend_is_explained_with_an_example_that_says_where_it_was_seen_and_what_it_means() -> None:
    trend = trend_words().trend

    assert trend.about.startswith("A trend is")
    assert "survey" in trend.example
    assert "For me:" in trend.example


def test_both_sides_of_the_fit_have_their_words() -> None:
    sides = trend_words().sides

    assert list(sides) == list(FitSide)
    assert sides[FitSide.ME].about != sides[FitSide.MARKET].about


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        pytest.param("[trend]", "[tend]", "“trend”: it holds exactly about, example", id="no-trend"),
        pytest.param('id = "me"', 'id = "you"', "“side”: its ids are, in this order: me, market", id="odd"),
        pytest.param('id = "me"\n', "", "side 1: it holds exactly about, example, id", id="no-id"),
        pytest.param('about = "What you', 'more = "What you', "side 1: it holds exactly", id="odd-field"),
        pytest.param('example = "Two of', 'example = " " # "Two', "side 2: “example” is a text", id="blank"),
        pytest.param("[[side]]", "[[size]]", "write each entry under", id="no-sides"),
        pytest.param("[[side]]", "[[side]", "is not valid TOML", id="no-toml"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_entry(old: str, new: str, sentence: str) -> None:
    assert old in TEXT

    with pytest.raises(ContentError, match=sentence) as refused:
        read_trend_words(TEXT.replace(old, new))

    assert str(refused.value).startswith("careerkit/content/trends.toml")
