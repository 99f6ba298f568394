from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Change, Entity, Stamp, archived, created, updates
from careerkit.goals import Goal
from careerkit.interview import Answer, Application, Ask, Asked, Take, answer_id
from careerkit.labels import Mark
from careerkit.store import default_folder, open_store
from pages._ui.answer_state import AnswerKey
from pages._ui.places import Place
from pages._ui.state import Key

STAMP = Stamp(by=Actor(id="someone", name="Someone"), at=datetime(2026, 1, 1, tzinfo=UTC))
ACME = Application(id="acme", company="Acme *Ltd*", role="Tax accountant")
ENTRIES: Sequence[Entity] = (
    Aspiration(id="x", title="Become the [expert](http://a.b)"),
    Aspiration(id="p", title="Work for myself", mark=Mark.PRIVATE),
    Goal(id="g", title="Pass the last exam", due=date(2099, 1, 1)),
    ACME,
)


@pytest.fixture
def answers(app: AppTest) -> AppTest:
    store = open_store(default_folder())
    workspace_id = app.session_state[Key.SEEN].id
    changes = [created(entry, stamp=STAMP) for entry in ENTRIES]
    store.apply(workspace_id, changes, seen=store.load(workspace_id).revision, commit_id="given")
    app.session_state[AnswerKey.STEP] = "Answer"
    return app.switch_page(Place.ANSWERS).run()


def _behind(page: AppTest, *changes: Change) -> None:
    """Save something in another tab, which this page does not know of yet."""
    store = open_store(default_folder())
    seen = page.session_state[Key.SEEN]
    store.apply(seen.id, list(changes), seen=store.load(seen.id).revision, commit_id=repr(changes))


def _button(page: AppTest, label: str) -> Button:
    return next(button for button in page.button if button.label == label)


def _labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def _texts(page: AppTest) -> str:
    return "\n".join(element.value for element in (*page.markdown, *page.caption))


def _answers(page: AppTest) -> list[Answer]:
    return list(page.session_state[Key.SEEN].answers.values())


def _write(page: AppTest, text: str) -> AppTest:
    page = page.text_area(AnswerKey.ANSWER_TEXT.of("acme-near")).set_value(text).run()
    assert not page.exception
    return page


def test_without_an_application_the_page_says_what_to_begin_with(app: AppTest) -> None:
    page = app.switch_page(Place.ANSWERS).run()

    assert not page.exception
    assert "Begin with the application" in _texts(page)
    assert "New application" in _labels(page)
    assert "Compose" not in _labels(page)


def test_a_new_application_is_chosen_at_once(answers: AppTest) -> None:
    page = _button(answers, "New application").click().run()
    page.text_input(AnswerKey.APPLICATION_COMPANY).set_value("Halden & Rowe")
    page.text_input(AnswerKey.APPLICATION_ROLE).set_value("Adviser")

    page = _button(page, "Save application").click().run()

    assert not page.exception
    applications: dict[str, Application] = dict(page.session_state[Key.SEEN].applications)
    assert applications[str(page.selectbox(AnswerKey.APPLICATION).value)].company == "Halden & Rowe"


def test_an_application_without_a_role_is_refused_and_what_was_typed_stays(answers: AppTest) -> None:
    page = _button(answers, "New application").click().run()
    page.text_input(AnswerKey.APPLICATION_COMPANY).set_value("Halden & Rowe")

    page = _button(page, "Save application").click().run()

    assert "Name the role you apply for." in page.error[0].value.replace("\\", "")
    assert page.text_input(AnswerKey.APPLICATION_COMPANY).value == "Halden & Rowe"


def test_composing_makes_an_answer_of_the_plan_and_says_where_each_sentence_comes_from(
    answers: AppTest,
) -> None:
    page = _button(answers, "Compose").click().run()

    assert not page.exception
    (answer,) = _answers(page)
    assert "pass the last exam" in answer.text
    assert "Acme *Ltd*" in answer.text
    assert page.text_area(AnswerKey.ANSWER_TEXT.of("acme-near")).value == answer.text
    assert "seconds when you say it" in _texts(page)
    assert "Nothing in here should make an interviewer stumble." in _texts(page)
    assert "From your goal “Pass the last exam”" in _texts(page)
    assert "](http" not in _texts(page)


def test_another_wording_differs_and_undo_brings_the_first_back(answers: AppTest) -> None:
    page = _button(answers, "Compose").click().run()
    first = _answers(page)[0].text

    page = _button(page, "Another wording").click().run()
    assert _answers(page)[0].text != first

    page = _button(page, "Undo").click().run()
    assert _answers(page)[0].text == first
    assert page.text_area(AnswerKey.ANSWER_TEXT.of("acme-near")).value == first


def test_another_wording_keeps_what_the_person_wrote_and_says_so(answers: AppTest) -> None:
    page = _button(answers, "Compose").click().run()
    page = _write(page, f"{_answers(page)[0].text} Just my own words.")
    assert "What you wrote or changed stays." in _texts(page)
    assert "Yours: you wrote or changed this." in _texts(page)

    page = _button(page, "Another wording").click().run()

    assert _answers(page)[0].text.endswith("Just my own words.")


def test_what_is_private_is_named_as_kept_and_cannot_be_chosen(answers: AppTest) -> None:
    choice = answers.multiselect(AnswerKey.ANSWER_ASPIRATIONS.of("acme-near"))

    assert len(choice.options) == 1
    assert "Kept private: Work for myself" in _texts(answers)


def test_words_an_interviewer_may_stumble_over_are_marked_with_the_reason(answers: AppTest) -> None:
    page = _write(answers, "I'd like to start my own *tax* [practice](http://a.b) one day.")

    texts = _texts(page)
    assert ":orange-background[start my own" in texts
    assert "Using the job for your own business" in texts
    assert "*Instead:*" in texts
    assert "](http" not in texts


def test_near_and_long_are_two_answers(answers: AppTest) -> None:
    page = _write(answers, "Near.")

    page = page.button_group(AnswerKey.ANSWER_ASKED).set_value(Asked.LONG.value).run()

    assert not page.exception
    assert page.text_area(AnswerKey.ANSWER_TEXT.of("acme-long")).value == ""
    assert "What are your long-term career aspirations?" in [element.value for element in page.subheader]


def test_a_bare_plan_is_told_what_is_missing_and_where_to_enter_it(app: AppTest) -> None:
    page = app.switch_page(Place.ANSWERS).run()
    page = _button(page, "New application").click().run()
    page.text_input(AnswerKey.APPLICATION_COMPANY).set_value("Acme")
    page.text_input(AnswerKey.APPLICATION_ROLE).set_value("Buyer")
    page = _button(page, "Save application").click().run()
    page = page.button_group(AnswerKey.STEP).set_value("Answer").run()

    assert "There is no open goal in your plan yet." in _texts(page)
    assert {"Go to your goals", "Go to your aspirations"} <= set(_labels(page))

    page = _button(page, "Compose").click().run()
    assert "Choose at least one aspiration or goal first" in page.error[0].value.replace("\\", "")


def test_an_archived_application_can_be_brought_back_with_its_answers(answers: AppTest) -> None:
    page = _write(answers, "Mine.")

    page = _button(page, "Archive this application").click().run()
    assert "Begin with the application" in _texts(page)

    page = _button(page, "Bring back").click().run()
    assert page.text_area(AnswerKey.ANSWER_TEXT.of("acme-near")).value == "Mine."


def test_what_became_private_after_composing_is_pointed_out_until_it_is_out(answers: AppTest) -> None:
    page = _button(answers, "Compose").click().run()
    expert = page.session_state[Key.SEEN].aspirations["x"]
    _behind(page, *updates(expert, replace(expert, mark=Mark.PRIVATE), stamp=STAMP))

    page = page.run()
    assert not page.exception
    (warning,) = page.warning
    assert "is now private" in warning.value
    assert "](http" not in warning.value

    page = _button(page, "I took it out").click().run()
    assert not page.warning
    assert "become the [expert]" in _answers(page)[0].text


def test_a_text_that_another_tab_forestalled_is_shown_to_be_copied(answers: AppTest) -> None:
    theirs = Answer(
        id=answer_id("acme", Asked.NEAR),
        application_id="acme",
        asked=Asked.NEAR,
        text="From the other tab.",
    )
    _behind(answers, created(theirs, stamp=STAMP))

    page = _write(answers, "My own *words*.")

    assert page.error
    assert page.text_area(AnswerKey.ANSWER_TEXT.of("acme-near")).value == "From the other tab."
    assert "My own *words*." in [code.value for code in page.code]
    assert [answer.text for answer in _answers(page)] == ["From the other tab."]

    page = _write(page, "Both of it.")
    assert "My own *words*." not in [code.value for code in page.code]
    assert [answer.text for answer in _answers(page)] == ["Both of it."]


def test_what_is_typed_into_an_application_archived_in_another_tab_goes_with_it(answers: AppTest) -> None:
    _behind(answers, archived(ACME, stamp=STAMP))

    page = answers.text_input(AnswerKey.APPLICATION_ROLE.of("acme")).set_value("Adviser").run()

    assert not page.exception
    acme: Application = page.session_state[Key.SEEN].applications["acme"]
    assert (acme.role, acme.archived) == ("Adviser", True)
    assert "Bring back" in _labels(page)


def test_what_is_chosen_waits_while_something_else_is_looked_at(answers: AppTest) -> None:
    goals = AnswerKey.ANSWER_GOALS.of("acme-near")
    assert answers.multiselect(goals).value == ["g"]
    page = answers.multiselect(goals).set_value([]).run()

    page = page.button_group(AnswerKey.STEP).set_value("Research").run()
    page = page.button_group(AnswerKey.STEP).set_value("Answer").run()

    assert page.multiselect(goals).value == []


def test_what_is_too_long_to_be_saved_stays_in_sight_when_an_answer_is_composed(answers: AppTest) -> None:
    typed = "x" * 20_001
    page = _write(answers, typed)
    assert "The answer has 20,001 characters" in page.error[0].value.replace("\\", "")
    assert page.text_area(AnswerKey.ANSWER_TEXT.of("acme-near")).value == typed

    page = _button(page, "Compose").click().run()

    assert not page.exception
    assert typed in [code.value for code in page.code]


@pytest.mark.parametrize("step", ["Research", "What fits", "Answer", "Practice", "Before the day"])
def test_what_people_write_is_shown_as_typed_at_every_step(app: AppTest, step: str) -> None:
    odd = ":red[x] <b>y</b> $z$ [[a]] ![i](http://127.0.0.1/i) **c** \\1 {0} مرحبا"
    entries: list[Entity] = [
        Aspiration(id="x", title=odd),
        Aspiration(id="p", title=odd, mark=Mark.PRIVATE),
        Goal(id="g", title=odd, due=date(2099, 1, 1)),
        Application(id="odd", company=odd, role=odd, posting=f"Your profile\n- {odd}", gives={"x": odd}),
        Ask(id="a", application_id="odd", title=odd, quote=odd + odd),
        Ask(id="b", application_id="odd", title="[driving](http://a.b)"),
        Take(id="t", application_id="odd", asked=Asked.NEAR, on=date(2026, 1, 1), seconds=1, note=odd),
        Answer(id="odd-near", application_id="odd", asked=Asked.NEAR, text=f"I want {odd}. {odd}"),
    ]
    _behind(app, *(created(entry, stamp=STAMP) for entry in entries))
    app.session_state[AnswerKey.STEP] = step
    app.session_state[AnswerKey.RESEARCH_PART] = "The role"

    page = app.switch_page(Place.ANSWERS).run()

    assert not page.exception
    shown = [*page.markdown, *page.caption, *page.subheader, *page.error, *page.warning, *page.info]
    drawn = "\n".join([*(it.value for it in shown), *(it.label for it in page.checkbox)])
    for markup in ("](http", ":red[", "<b>", "$z$", "**c**"):
        assert markup not in drawn
