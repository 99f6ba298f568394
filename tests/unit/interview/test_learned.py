import pytest

from careerkit.interview import review_answer
from careerkit.interview.features import features
from careerkit.interview.learned import Heard, Weights, listen, totals, weights
from careerkit.interview.overtones import overtones
from careerkit.interview.reading import Reading
from careerkit.interview.rules import IDS
from careerkit.interview.sentences import sentences


def what_is_heard(text: str) -> list[Heard]:
    read = list(sentences(text))
    return list(listen(read, [()] * len(read)).heard)


def test_the_weights_come_with_the_package_and_know_every_rule() -> None:
    learned = weights()

    assert set(learned.rules) == set(IDS)
    assert len(learned.heard) == len(learned.doubted) == len(learned.rules)
    assert len(learned.features) > 10_000
    assert all(0 <= rule < len(IDS) for row in learned.features.values() for rule, _ in row)


def test_the_weights_are_read_once() -> None:
    assert weights() is weights()


def test_the_same_text_is_heard_the_same_way() -> None:
    text = "I can see my name over the door of a little place by the sea. The pay is what counts."

    assert what_is_heard(text) == what_is_heard(text)


def test_a_total_is_the_sum_of_the_weights_of_what_was_seen() -> None:
    (sentence,) = sentences("Salary first.")
    learned = Weights(
        rules=("money", "leave"), heard=(1, 1), doubted=(0, 0), features={"u salary": [(0, 2.5), (1, -1.0)]}
    )

    assert totals(list(features(sentence.words)), learned) == [2.5, -1.0]


def test_only_what_reaches_the_threshold_is_heard_and_the_words_that_weighed_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    learned = Weights(
        rules=("money",),
        heard=(2.0,),
        doubted=(-9.0,),
        features={"u salary": [(0, 2.5)], "u hour": [(0, 1.0)]},
    )
    monkeypatch.setattr("careerkit.interview.learned.weights", lambda: learned)

    assert what_is_heard("The hours are fine.") == []
    assert what_is_heard("The salary is fine.") == [Heard(rule="money", sentence=0, margin=0.5, words=(2,))]


@pytest.mark.parametrize("text", ["", " ", ".", "x", "“”", "I", "and"])
def test_next_to_nothing_is_heard_as_nothing(text: str) -> None:
    assert what_is_heard(text) == []


def test_a_soft_finding_is_the_whole_sentence_says_could_and_names_words_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    learned = Weights(rules=("money",), heard=(2.0,), doubted=(-9.0,), features={"u thing": [(0, 2.5)]})
    monkeypatch.setattr("careerkit.interview.learned.weights", lambda: learned)
    text = "I like it here. It's a fine “thing”, a fine thing. Thanks."

    (finding,) = overtones(Reading.of(text))
    assert text[finding.start : finding.end] == "It's a fine “thing”, a fine thing"
    assert finding.soft
    assert finding.reason.startswith("This could be heard as")
    assert finding.weighed == ("thing",)


def test_what_a_phrase_says_is_not_said_again_softly() -> None:
    findings = review_answer("I want to be my own boss.").findings

    assert [(finding.rule, finding.soft) for finding in findings] == [("own_business", False)]
