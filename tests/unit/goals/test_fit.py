from datetime import date

import pytest

from careerkit.change import Action, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.goals import Fit, FitAnswer, FitDraft, FitSide, answer_fit, answers_of

TODAY = date(2026, 11, 22)


def fit(id_: str, side: FitSide, day: int, *, archived: bool = False) -> Fit:
    return Fit(id=id_, on=date(2026, 1, day), side=side, answer=FitAnswer.YES, archived=archived)


def test_an_answer_is_kept_with_its_day_and_its_note(ids: Ids, stamp: Stamp) -> None:
    draft = FitDraft(side="market", answer="partly", note=" Fewer returns.\r\n")

    [change] = answer_fit(draft, TODAY, ids=ids, stamp=stamp)

    assert (change.action, change.kind) == (Action.CREATE, "fits")
    assert change.after == {
        "id": "new1",
        "on": "2026-11-22",
        "side": "market",
        "answer": "partly",
        "note": "Fewer returns.",
        "archived": False,
    }


@pytest.mark.parametrize("side", FitSide)
@pytest.mark.parametrize("answer", FitAnswer)
def test_every_answer_fits_every_question(side: FitSide, answer: FitAnswer, ids: Ids, stamp: Stamp) -> None:
    [change] = answer_fit(FitDraft(side=side, answer=answer), TODAY, ids=ids, stamp=stamp)

    assert (change.after["side"], change.after["answer"]) == (side.value, answer.value)


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        pytest.param(FitDraft(side="boss", answer="yes"), "This question does not exist", id="odd-side"),
        pytest.param(FitDraft(side="me", answer="perhaps"), "This answer does not exist", id="odd-answer"),
        pytest.param(FitDraft(side="me", answer="no", note="x" * 4001), "Please shorten it", id="long-note"),
    ],
)
def test_what_was_not_asked_is_no_answer(draft: FitDraft, sentence: str, ids: Ids, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match=sentence):
        answer_fit(draft, TODAY, ids=ids, stamp=stamp)


def test_a_day_out_of_reach_is_refused(ids: Ids, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="out of reach"):
        answer_fit(FitDraft(side="me", answer="yes"), date(1900, 1, 1), ids=ids, stamp=stamp)


def test_answers_to_one_question_come_newest_first_and_of_one_day_the_last_one_first() -> None:
    given = [
        fit("old", FitSide.ME, 3),
        fit("first", FitSide.ME, 9),
        fit("market", FitSide.MARKET, 30),
        fit("second", FitSide.ME, 9),
        fit("oldest", FitSide.ME, 1),
        fit("away", FitSide.ME, 31, archived=True),
    ]

    found = answers_of({it.id: it for it in given}, FitSide.ME)

    assert [it.id for it in found] == ["second", "first", "old", "oldest"]
