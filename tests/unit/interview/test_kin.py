import pytest

from careerkit.content import word_kin
from careerkit.interview import Shared, kin_of, shared_words
from careerkit.interview.kin import stem_of, telling_words

KIN = kin_of(["the", "works"], {"teaching": ["mentor", "teach", "train"], "calm": ["calm", "patience"]})


def test_forms_of_one_word_have_one_stem() -> None:
    assert stem_of("Mentoring") == stem_of("mentors") == stem_of("mentor")


def test_words_that_say_little_do_not_count() -> None:
    assert [word.text for word in telling_words("The team works with patience", KIN)] == [
        "team",
        "with",
        "patience",
    ]


@pytest.mark.parametrize(
    ("theirs", "yours", "shared"),
    [
        pytest.param("Mentoring juniors", "Mentor two people", [("Mentoring", "Mentor")], id="one-word"),
        pytest.param("Mentor juniors", "Teach chemistry", [("Mentor", "Teach")], id="one-family"),
        pytest.param("Calm", "The works", [], id="nothing"),
        pytest.param("Train, trains, training", "Trained", [("Train", "Trained")], id="each-once"),
        pytest.param(
            "Calm words", "Patience, word", [("words", "word"), ("Calm", "Patience")], id="same-first"
        ),
    ],
)
def test_words_meet_by_stem_or_by_family(theirs: str, yours: str, shared: list[tuple[str, str]]) -> None:
    assert shared_words(theirs, yours, kin_of(["the"], {**FAMILIES})) == tuple(Shared(*it) for it in shared)


FAMILIES = {"teaching": ["mentor", "teach", "train"], "calm": ["calm", "patience"]}


def test_the_families_of_the_product_bring_a_posting_and_a_plan_together() -> None:
    kin = word_kin()

    assert shared_words("Supervise a shift", "Lead a small crew", kin)
    assert shared_words("Handle complaints of customers", "Listen to patients", kin)
    assert not shared_words("A driving licence for lorries", "Sing in the choir", kin)
