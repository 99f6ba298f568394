from dataclasses import replace
from datetime import date

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import Change, EntryGoneError, Stamp
from careerkit.content import answer_frames
from careerkit.goals import Goal
from careerkit.interview import (
    Answer,
    Application,
    Asked,
    Choice,
    Silence,
    answer_id,
    compose_answer,
    duplicate,
    review_answer,
)
from careerkit.interview.versions import composed_by
from careerkit.labels import Mark
from careerkit.workspace import Workspace

TODAY = date(2026, 3, 1)
FRAMES = answer_frames()
MARY = Application(
    id="mary",
    company="St Mary",
    role="Ward nurse (nights)",
    values="They train their own.",
    gives={"ward": "A ward of nine beds"},
    say_here=frozenset({"own"}),
)
LUKE = Application(id="luke", company="St Luke", role="Clinic nurse")
PLAN = Workspace(
    id="w",
    revision=1,
    applications={"mary": MARY},
    aspirations={
        "ward": Aspiration(id="ward", title="Lead a ward on which people like to work"),
        "own": Aspiration(id="own", title="Teach in the evenings", mark=Mark.PRIVATE),
    },
    goals={"course": Goal(id="course", title="Finish the wound care course", due=date(2027, 5, 1))},
)


def composed(stamp: Stamp) -> Answer:
    choice = Choice(application_id="mary", asked=Asked.NEAR, aspirations=["ward", "own"], goals=["course"])
    [change] = compose_answer(PLAN, choice, frames=FRAMES, today=TODAY, stamp=stamp)
    return Answer(
        id=answer_id("mary", Asked.NEAR),
        application_id="mary",
        asked=Asked.NEAR,
        aspirations=frozenset({"ward", "own"}),
        goals=frozenset({"course"}),
        composed=composed_by(change) or (),
        text=str(change.after["text"]),
        silences=(Silence(rule="filler", reason="I like it."),),
    )


def copied(answer: Answer, stamp: Stamp) -> list[Change]:
    plan = replace(PLAN, answers={answer.id: answer})
    return duplicate(plan, "mary", LUKE, frames=FRAMES, today=TODAY, stamp=stamp)


def test_the_answers_are_composed_anew_for_the_new_company_and_role(stamp: Stamp) -> None:
    application, answer = copied(composed(stamp), stamp)

    assert (application.entity_id, answer.entity_id) == ("luke", "luke-near")
    text = str(answer.after["text"])
    assert "St Luke" in text
    assert "St Mary" not in text
    assert "ward nurse" not in text
    assert review_answer(text, LUKE).findings == ()


def test_what_the_person_wrote_stays_with_the_names_replaced(stamp: Stamp) -> None:
    old = composed(stamp)
    own = "At St Mary, as a ward nurse, I would sing. St Marys choir stays St Marys."
    _, answer = copied(replace(old, text=f"{old.text} {own}"), stamp)

    assert "At St Luke, as a clinic nurse, I would sing. St Marys choir stays St Marys." in str(
        answer.after["text"]
    )


def test_marks_that_were_turned_for_the_old_company_and_its_research_stay_there(stamp: Stamp) -> None:
    application, answer = copied(composed(stamp), stamp)

    assert application.after["say_here"] == []
    assert application.after["values"] == ""
    assert application.after["gives"] == {"ward": "A ward of nine beds"}
    assert answer.after["aspirations"] == ["ward"]
    assert answer.after["silences"] == []
    assert "evening" not in str(answer.after["text"])


def test_an_answer_that_was_only_written_is_taken_along(stamp: Stamp) -> None:
    written = Answer(id="mary-long", application_id="mary", asked=Asked.LONG, text="I like St Mary.")
    _, answer = copied(written, stamp)
    assert answer.after["text"] == "I like St Luke."


def test_an_application_that_is_gone_has_nothing_to_copy(stamp: Stamp) -> None:
    with pytest.raises(EntryGoneError):
        duplicate(PLAN, "gone", LUKE, frames=FRAMES, today=TODAY, stamp=stamp)
