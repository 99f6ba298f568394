from pathlib import Path

import pytest

from careerkit.aspirations import VISION_PARTS
from careerkit.content import plan
from careerkit.content.plan import plan_words, read_plan_words
from careerkit.errors import InvalidValueError
from careerkit.goals import MilestoneKind

TEXT = (Path(plan.__file__).parent / plan.FILE).read_text(encoding="utf-8")


def test_every_part_of_the_vision_and_every_kind_of_milestone_has_its_words() -> None:
    words = plan_words()

    assert [part.id for part in words.vision] == list(VISION_PARTS)
    assert list(words.milestone_kinds) == list(MilestoneKind)


def test_aspiration_and_goal_are_told_apart_with_an_example_each() -> None:
    words = plan_words()

    assert "direction" in words.aspiration.title
    assert "destination" in words.goal.title
    assert words.aspiration.example != words.goal.example


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        pytest.param(
            "[difference.goal]", "[difference.gaol]", "“difference.goal”: it holds exactly", id="no-goal"
        ),
        pytest.param('id = "role"\ntitle', 'id = "rule"\ntitle', "“vision”: its ids are", id="odd-part"),
        pytest.param('id = "network"', 'id = "web"', "“milestone_kind”: its ids are", id="odd-kind"),
        pytest.param('title = "Industry"', 'title = " "', "vision 2: “title” is a text", id="blank"),
        pytest.param("[[milestone_kind]]", "[[kind]]", "write each entry under", id="no-kinds"),
        pytest.param("[[vision]]", "[[vision]", "is not valid TOML", id="no-toml"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_entry(old: str, new: str, sentence: str) -> None:
    assert old in TEXT

    with pytest.raises(InvalidValueError, match=sentence) as refused:
        read_plan_words(TEXT.replace(old, new))

    assert str(refused.value).startswith("careerkit/content/plan.toml")
