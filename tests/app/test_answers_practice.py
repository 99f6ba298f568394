from datetime import date

from streamlit.testing.v1 import AppTest

from careerkit.interview import Answer, Asked, Take
from pages._ui.answer_state import AnswerKey
from tests.tools.answer_pages import answers_page, labels, press, shown_plan, texts

SAID = Answer(
    id="mary-near",
    application_id="mary",
    asked=Asked.NEAR,
    text="I want to finish the *wound* care course. I like the ward.",
)


def test_without_a_text_the_way_to_the_answer_is_shown(app: AppTest) -> None:
    page = press(answers_page(app, "Practice"), "Go to the answer")
    assert page.button_group(AnswerKey.STEP).value == "Answer"


def test_one_reads_the_whole_answer_its_cues_or_nothing(app: AppTest) -> None:
    page = answers_page(app, "Practice", SAID)
    whole = [it.value.replace("\\", "").replace("\u2060", "") for it in page.subheader]
    assert "I want to finish the *wound* care course. I like the ward." in " ".join(whole)

    page = page.button_group(AnswerKey.REHEARSE).set_value("Cues only").run()
    assert "I want" not in " ".join(it.value for it in page.subheader)
    assert "care course" in " ".join(it.value for it in page.subheader)

    page = page.button_group(AnswerKey.REHEARSE).set_value("Nothing").run()
    assert "Look up" in texts(page)


def test_a_take_is_timed_rated_and_kept(app: AppTest) -> None:
    page = press(answers_page(app, "Practice", SAID), "Start speaking")
    page = press(page, "Stop")
    page.number_input(AnswerKey.TAKE_SECONDS.of("mary-near")).set_value(47)
    page.button_group(AnswerKey.TAKE_RATING.of("mary-near")).set_value(4)
    page.text_area(AnswerKey.TAKE_NOTE.of("mary-near")).set_value("Slower *here*")
    page = press(page, "Keep this take")

    [take] = shown_plan(page).takes.values()
    assert (take.seconds, take.rating, take.note) == (47, 4, "Slower *here*")
    assert "47 seconds, good" in texts(page)
    assert "Keep this take" not in labels(page)


def test_a_take_can_be_discarded(app: AppTest) -> None:
    page = press(press(answers_page(app, "Practice", SAID), "Start speaking"), "Stop")
    page = press(page, "Discard it")

    assert not shown_plan(page).takes
    assert "Start speaking" in labels(page)


def test_a_take_is_put_away_and_brought_back(app: AppTest) -> None:
    take = Take(id="t", application_id="mary", asked=Asked.NEAR, on=date(2026, 3, 1), seconds=50)
    page = press(answers_page(app, "Practice", SAID, take), "Archive")
    assert shown_plan(page).takes["t"].archived

    page = press(page, "Bring back")
    assert not shown_plan(page).takes["t"].archived


def test_the_length_is_told_for_each_part_and_for_all(app: AppTest) -> None:
    page = answers_page(app, "Practice", SAID)
    assert "Your words: 12 words, about 5 seconds" in texts(page)
    assert "All of it: 12 words" in texts(page)


def test_a_take_that_is_not_kept_yet_waits_while_something_else_is_looked_at(app: AppTest) -> None:
    page = press(press(answers_page(app, "Practice", SAID), "Start speaking"), "Stop")
    page.number_input(AnswerKey.TAKE_SECONDS.of("mary-near")).set_value(47)
    page = page.text_area(AnswerKey.TAKE_NOTE.of("mary-near")).set_value("Slower here").run()

    page = page.button_group(AnswerKey.ANSWER_ASKED).set_value("long").run()
    page = page.button_group(AnswerKey.STEP).set_value("Research").run()
    page = page.button_group(AnswerKey.STEP).set_value("Practice").run()
    page = page.button_group(AnswerKey.ANSWER_ASKED).set_value("near").run()
    page = press(page, "Keep this take")

    [take] = shown_plan(page).takes.values()
    assert (take.seconds, take.note) == (47, "Slower here")


def test_the_next_take_begins_with_an_empty_note(app: AppTest) -> None:
    page = press(press(answers_page(app, "Practice", SAID), "Start speaking"), "Stop")
    page.text_area(AnswerKey.TAKE_NOTE.of("mary-near")).set_value("Slower here")
    page = press(page, "Keep this take")

    page = press(press(page, "Start speaking"), "Stop")

    assert page.text_area(AnswerKey.TAKE_NOTE.of("mary-near")).value == ""


def test_the_timer_goes_on_while_something_else_is_looked_at(app: AppTest) -> None:
    page = press(answers_page(app, "Practice", SAID), "Start speaking")

    page = page.button_group(AnswerKey.ANSWER_ASKED).set_value("long").run()
    assert "Stop" not in labels(page)
    page = page.button_group(AnswerKey.ANSWER_ASKED).set_value("near").run()

    assert "Keep this take" in labels(press(page, "Stop"))
