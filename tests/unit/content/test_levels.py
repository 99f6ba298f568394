from pathlib import Path

import pytest

from careerkit.aspirations import StepKind
from careerkit.content import levels
from careerkit.content.files import ContentError
from careerkit.content.levels import level_words, read_level_words

TEXT = (Path(levels.__file__).parent / levels.FILE).read_text(encoding="utf-8")
SHAME = ("fail", "give up", "gave up", "demot", "worse", "sorry", "are you sure", "!")


def test_every_move_of_an_aspiration_has_its_words() -> None:
    assert list(level_words()) == list(StepKind)


def test_every_reason_is_asked_for_with_a_question() -> None:
    assert all(words.asks.endswith("?") for words in level_words().values())


def test_stepping_down_is_called_a_legitimate_move_and_asks_what_was_learned() -> None:
    words = level_words()[StepKind.DOWN]

    assert "legitimate move" in words.says
    assert words.asks == "What did you learn about what you want?"


@pytest.mark.parametrize("kind", list(StepKind))
def test_no_move_is_told_as_a_failure(kind: StepKind) -> None:
    words = level_words()[kind]
    told = f"{words.act} {words.heading} {words.says} {words.asks} {words.example} {words.done}".lower()

    assert [word for word in SHAME if word in told] == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        pytest.param('id = "down"', 'id = "up"', "“step”: its ids are, in this order: raise", id="odd-id"),
        pytest.param('act = "Raise"\n', "", "step 1: it holds exactly act, asks", id="missing"),
        pytest.param('act = "Raise"', 'act = " "', "step “raise”: “act” is a text", id="blank"),
        pytest.param('act = "Raise"', "act = 1", "step “raise”: “act” is a text", id="no-text"),
        pytest.param("[[step]]", "[step]", "write each entry under|not valid TOML", id="no-list"),
        pytest.param("[[step]]", "[[step]", "is not valid TOML", id="no-toml"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_entry(old: str, new: str, sentence: str) -> None:
    assert old in TEXT

    with pytest.raises(ContentError, match=sentence) as refused:
        read_level_words(TEXT.replace(old, new))

    assert str(refused.value).startswith("careerkit/content/levels.toml")
