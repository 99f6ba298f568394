from dataclasses import replace

import pytest

from careerkit.change import EntryGoneError, Stamp
from careerkit.errors import InvalidValueError
from careerkit.interview import (
    Answer,
    Asked,
    RuleOff,
    Silence,
    hear_rule,
    heard,
    review_answer,
    silence_rule,
    switch_off,
    switch_on,
)

ANSWER = Answer(id="acme-near", application_id="acme", asked=Asked.NEAR)
SILENT = replace(ANSWER, silences=(Silence(rule="money", reason="It is a bank."),))
MISTAKE = "I want to make as much money as possible."


def test_a_rule_is_silenced_in_one_answer_for_a_reason_and_heard_again(stamp: Stamp) -> None:
    (change,) = silence_rule({ANSWER.id: ANSWER}, ANSWER.id, "money", " It is a bank. ", stamp=stamp)
    assert change.after == {"silences": [{"rule": "money", "reason": "It is a bank."}]}

    (change,) = hear_rule({ANSWER.id: SILENT}, ANSWER.id, "money", stamp=stamp)
    assert change.after == {"silences": []}


def test_a_rule_silenced_twice_keeps_the_later_reason(stamp: Stamp) -> None:
    (change,) = silence_rule({ANSWER.id: SILENT}, ANSWER.id, "money", "They asked.", stamp=stamp)
    assert change.after == {"silences": [{"rule": "money", "reason": "They asked."}]}


def test_silence_without_a_reason_or_without_an_answer_is_refused(stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="why this mark is wrong"):
        silence_rule({ANSWER.id: ANSWER}, ANSWER.id, "money", " ", stamp=stamp)
    with pytest.raises(EntryGoneError):
        silence_rule({}, ANSWER.id, "money", "It is a bank.", stamp=stamp)


def test_a_rule_is_switched_off_for_all_on_again_and_off_once_more(stamp: Stamp) -> None:
    (change,) = switch_off({}, "money", "A bank.", stamp=stamp)
    assert change.after == {"id": "money", "reason": "A bank.", "archived": False}

    off = RuleOff(id="money", reason="A bank.")
    (change,) = switch_on({"money": off}, "money", stamp=stamp)
    assert change.after == {"archived": True}

    changes = switch_off({"money": replace(off, archived=True)}, "money", "Still.", stamp=stamp)
    assert [change.after for change in changes] == [{"archived": False}, {"reason": "Still."}]


def test_what_is_silenced_or_switched_off_is_not_heard() -> None:
    review = review_answer(MISTAKE)
    assert [it.rule for it in heard(review, ANSWER, {}).findings] == ["money"]

    assert heard(review, SILENT, {}).findings == ()
    assert heard(review, None, {"money": RuleOff(id="money")}).findings == ()
    assert heard(review, None, {"money": RuleOff(id="money", archived=True)}) == review
