import json

from careerkit.labels import Labelled, Mark


class Size(Labelled):
    SMALL = "small", "Rather small"
    LARGE = "large", "Quite large"


def test_a_member_is_its_stored_value_and_carries_its_label() -> None:
    assert Size("small") is Size.SMALL  # type: ignore[call-arg] # mypy takes this for making a member
    assert (Size.LARGE, Size.LARGE.label) == ("large", "Quite large")
    assert [size.label for size in Size] == ["Rather small", "Quite large"]


def test_only_the_stored_value_is_written() -> None:
    assert (str(Size.SMALL), f"{Size.SMALL}", json.dumps([Size.SMALL])) == ("small", "small", '["small"]')


def test_what_may_be_said_is_stored_under_names_that_never_change() -> None:
    assert {mark.value: mark.label for mark in Mark} == {
        "say": "Can be said",
        "private": "Keep it private",
    }
