from dataclasses import replace

import pytest

from careerkit.change import Action, Change, ConflictError
from careerkit.errors import InvalidValueError
from careerkit.needs import Decision, Standpoint, decide_direction, say_need, write_answer, write_why_now
from careerkit.text import NOTE
from tests.unit.needs.comparing import after, stamp

STAMP = stamp()
WRITTEN = Standpoint(
    answer="Room to learn.",
    why_now="The licence is close.",
    said={"freedom": "I would ask."},
    directions={"mastery-expert": Decision.ACCEPTED, "balance-place": Decision.DECLINED},
)
STORED = {Standpoint.ID: WRITTEN}


def test_the_first_words_bring_the_standpoint_into_being_and_no_words_do_not() -> None:
    [change] = write_answer({}, "  Room to\r\nlearn. ", stamp=STAMP)

    assert (change.action, change.entity_id) == (Action.CREATE, Standpoint.ID)
    assert after(None, [change]) == Standpoint(answer="Room to\nlearn.")
    assert write_answer({}, " \n", stamp=STAMP) == []
    assert write_why_now({}, "", stamp=STAMP) == []
    assert say_need({}, "freedom", "", stamp=STAMP) == []
    assert decide_direction({}, "mastery-expert", None, stamp=STAMP) == []


def test_each_part_changes_alone() -> None:
    [answer] = write_answer(STORED, "Peace.", stamp=STAMP)
    [why_now] = write_why_now(STORED, "My age.", stamp=STAMP)
    [said] = say_need(STORED, "income", " I would name a number. ", stamp=STAMP)
    [decided] = decide_direction(STORED, "income-training", Decision.ACCEPTED, stamp=STAMP)

    assert answer.after == {"answer": "Peace."}
    assert why_now.after == {"why_now": "My age."}
    assert said.after == {"said.income": "I would name a number."}
    assert decided.after == {"directions.income-training": "accepted"}


def test_what_is_the_same_changes_nothing() -> None:
    assert write_answer(STORED, " Room to learn. ", stamp=STAMP) == []
    assert write_why_now(STORED, "The licence is close.", stamp=STAMP) == []
    assert say_need(STORED, "freedom", "I would ask.", stamp=STAMP) == []
    assert decide_direction(STORED, "balance-place", Decision.DECLINED, stamp=STAMP) == []


def test_an_empty_text_takes_away_what_was_said() -> None:
    emptied = after(WRITTEN, say_need(STORED, "freedom", " ", stamp=STAMP))

    assert emptied == replace(WRITTEN, said={})
    assert after(WRITTEN, write_answer(STORED, "", stamp=STAMP)).answer == ""


@pytest.mark.parametrize("stored", [{}, STORED], ids=["first", "later"])
def test_a_text_too_long_is_refused(stored: dict[str, Standpoint]) -> None:
    too_long = "w" * (NOTE + 1)

    assert write_answer(stored, too_long[1:], stamp=STAMP)
    for act in (write_answer, write_why_now):
        with pytest.raises(InvalidValueError, match="Please shorten it"):
            act(stored, too_long, stamp=STAMP)
    with pytest.raises(InvalidValueError, match="What you would decide"):
        say_need(stored, "freedom", too_long, stamp=STAMP)


def test_a_direction_that_is_in_the_plan_is_not_taken_twice() -> None:
    with pytest.raises(InvalidValueError, match="in your plan already"):
        decide_direction(STORED, "mastery-expert", Decision.ACCEPTED, stamp=STAMP)


def test_a_declined_direction_stays_declined_until_it_is_accepted_or_left_open_again() -> None:
    [accepted] = decide_direction(STORED, "balance-place", Decision.ACCEPTED, stamp=STAMP)
    left_open = after(WRITTEN, decide_direction(STORED, "balance-place", None, stamp=STAMP))
    later = after(WRITTEN, write_answer(STORED, "Peace.", stamp=STAMP))

    assert accepted.after == {"directions.balance-place": "accepted"}
    assert left_open.directions == {"mastery-expert": Decision.ACCEPTED}
    assert later.directions == WRITTEN.directions


def test_two_first_standpoints_written_at_once_come_together() -> None:
    one = Standpoint(answer="Room.", said={"a": "One."}, directions={"x": Decision.ACCEPTED})
    changes = [
        *write_why_now({}, "Now.", stamp=STAMP),
        *say_need({}, "b", "Two.", stamp=STAMP),
        *decide_direction({}, "y", Decision.DECLINED, stamp=STAMP),
        *decide_direction({}, "x", Decision.ACCEPTED, stamp=STAMP),
    ]

    assert [change.action for change in changes] == [Action.CREATE] * 4
    assert after(one, changes) == Standpoint(
        answer="Room.",
        why_now="Now.",
        said={"a": "One.", "b": "Two."},
        directions={"x": Decision.ACCEPTED, "y": Decision.DECLINED},
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        (write_answer({}, "Peace.", stamp=STAMP), "answer"),
        (say_need({}, "a", "Other.", stamp=STAMP), "said.a"),
        (decide_direction({}, "x", Decision.DECLINED, stamp=STAMP), "directions.x"),
    ],
    ids=["answer", "said", "direction"],
)
def test_two_first_standpoints_that_say_different_things_of_one_are_a_conflict(
    changes: list[Change], field: str
) -> None:
    theirs = Standpoint(answer="Room.", said={"a": "One."}, directions={"x": Decision.ACCEPTED})

    with pytest.raises(ConflictError) as caught:
        after(theirs, changes)

    assert caught.value.field == field


def test_later_words_about_different_needs_are_both_kept() -> None:
    one = say_need(STORED, "income", "One.", stamp=STAMP)
    other = say_need(STORED, "meaning", "Two.", stamp=STAMP)

    assert after(WRITTEN, [*one, *other]).said == {
        "freedom": "I would ask.",
        "income": "One.",
        "meaning": "Two.",
    }


def test_every_decision_has_words_for_the_screen() -> None:
    assert {decision.value: decision.label for decision in Decision} == {
        "accepted": "In your plan",
        "declined": "Declined",
    }
