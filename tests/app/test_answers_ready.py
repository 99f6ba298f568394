from dataclasses import replace
from datetime import date

from streamlit.testing.v1 import AppTest

from careerkit.change import archived, updates
from careerkit.interview import Answer, Asked
from pages._ui.answer_state import AnswerKey
from tests.tools.answer_pages import (
    MARY,
    STAMP,
    answers_page,
    behind,
    labels,
    plain,
    press,
    said,
    shown_plan,
    texts,
    the_answer,
    write,
)

NEAR = Answer(
    id="mary-near",
    application_id="mary",
    asked=Asked.NEAR,
    text="At St *Mary*, I want to learn as a ward nurse.",
)


def test_the_list_leads_to_where_things_are_done(app: AppTest) -> None:
    page = answers_page(app, "Before the day", NEAR)
    assert ":material/check_circle: An answer to “Career goals”" in texts(page)
    assert ":material/radio_button_unchecked: An answer to “Career aspirations”" in texts(page)

    page = press(page, "Answer")

    assert page.button_group(AnswerKey.STEP).value == "Answer"
    assert page.button_group(AnswerKey.ANSWER_ASKED).value == "long"


def test_each_point_of_the_research_leads_to_its_step(app: AppTest) -> None:
    page = answers_page(app, "Before the day")

    page = [it for it in page.button if it.label == "Research"][2].click().run()

    assert page.button_group(AnswerKey.STEP).value == "Research"
    assert page.button_group(AnswerKey.RESEARCH_PART).value == "Before you"


def test_the_day_of_the_interview_is_kept(app: AppTest) -> None:
    page = answers_page(app, "Before the day")

    page = page.date_input(AnswerKey.APPLICATION_DAY.of("mary")).set_value(date(2099, 3, 1)).run()

    assert not page.exception
    assert shown_plan(page).applications["mary"].interview_on == date(2099, 3, 1)
    assert "days." in texts(page)


def test_a_second_application_shows_what_differs_before_it_is_made(app: AppTest) -> None:
    page = answers_page(app, "Before the day", NEAR)
    page.text_input(AnswerKey.DUPLICATE_COMPANY).set_value("St Luke")
    page = page.text_input(AnswerKey.DUPLICATE_ROLE).set_value("Clinic nurse").run()
    assert ":blue-background[Luke,]" in said(page)
    assert len(shown_plan(page).applications) == 1

    page = press(page, "Make the application")

    new = next(it for it in shown_plan(page).applications.values() if it.id != "mary")
    assert (new.company, page.selectbox(AnswerKey.APPLICATION).value) == ("St Luke", new.id)
    assert the_answer(page, f"{new.id}-near").text == "At St Luke, I want to learn as a clinic nurse."
    assert page.button_group(AnswerKey.STEP).value == "Research"


def test_a_paper_is_shown_alone_to_be_printed(app: AppTest) -> None:
    page = press(answers_page(app, "Before the day", NEAR), "Show to print")

    assert "## Career goals" in texts(page)
    assert not page.text_area
    page = press(page, "Back")
    assert "Ready?" in texts(page)


def test_an_earlier_version_is_compared_and_brought_back(app: AppTest) -> None:
    app.session_state[AnswerKey.VERSIONS] = True
    page = write(write(answers_page(app, "Answer"), "First words."), "Second words.")
    assert ":orange-background[First]" in texts(page)

    page = press(page, "Bring this version back")

    assert the_answer(page).text == "First words."


def test_a_rule_is_silenced_for_a_reason_and_heard_again(app: AppTest) -> None:
    page = write(answers_page(app, "Answer"), "I want to make as much money as possible.")
    assert "Pay as the goal" in texts(page)

    page = press(page, "Silence it in this answer")
    assert "why this mark is wrong" in page.error[0].value
    place = AnswerKey.RULE_REASON.of("mary-near-money")
    page.text_input(place).set_value("It is a *bank*.")
    page = press(page, "Silence it in this answer")
    assert "**Pay as the goal**" not in texts(page)
    assert "in this answer: It is a *bank*." in said(page)

    page = press(page, "Hear it again")
    assert "**Pay as the goal**" in texts(page)


def test_a_rule_is_switched_off_for_all_answers_and_on_again(app: AppTest) -> None:
    page = write(answers_page(app, "Answer"), "I want to make as much money as possible.")
    first = AnswerKey.RULE_OFF.of("mary-near-money")

    page = page.button(first).click().run()
    page = page.button_group(AnswerKey.ANSWER_ASKED).set_value("long").run()
    page = write(page, "I want to make as much money as possible.", "mary-long")
    assert "**Pay as the goal**" not in texts(page)
    assert "Pay as the goal, in all answers" in texts(page)

    page = press(page, "Hear it again")
    assert "**Pay as the goal**" in texts(page)


def test_a_changed_goal_is_offered_and_taken_in_place(app: AppTest) -> None:
    page = press(answers_page(app, "Answer"), "Compose")
    goal = shown_plan(page).goals["course"]
    behind(page, *updates(goal, replace(goal, title="Finish the *palliative* course"), stamp=STAMP))

    page = page.run()
    assert "Your plan changed since this was composed" in texts(page)
    page = press(page, "Take the new one")

    assert "finish the *palliative* course" in the_answer(page).text
    assert "Your plan changed" not in texts(page)


def test_an_edited_sentence_stays_until_the_new_one_is_taken(app: AppTest) -> None:
    page = press(answers_page(app, "Answer"), "Compose")
    page = write(page, the_answer(page).text.replace("wound care course", "course on wounds that I love"))
    goal = shown_plan(page).goals["course"]
    behind(page, *updates(goal, replace(goal, title="Finish the palliative course"), stamp=STAMP))

    page = press(page.run(), "Keep mine")

    assert "course on wounds that I love" in the_answer(page).text
    assert "Take the new one" not in labels(page)


def test_an_answer_in_another_language_is_kept_and_said_to_be_unread(app: AppTest) -> None:
    german = "Ich möchte in den nächsten Jahren lernen, wie man Wunden gut versorgt, und eine Station leiten."
    page = write(answers_page(app, "Answer"), german)

    assert "reads English only" in texts(page)
    assert the_answer(page).text == german


def test_a_paper_to_print_makes_no_link_and_no_icon_of_what_people_wrote(app: AppTest) -> None:
    text = "See http://a.b, www.c.de or d@e.fr. :smile: --> :red[x]"
    page = press(answers_page(app, "Before the day", replace(NEAR, text=text)), "Show to print")

    paper = texts(page)
    assert text in plain(paper)
    for read_as_more in ("\\:\\/", "www\\.", "\\@e", "\\:smile", "\\-\\>", "\\:red"):
        assert read_as_more not in paper
    assert not page.title


def test_a_paper_of_an_application_archived_in_another_tab_gives_way_to_the_page(app: AppTest) -> None:
    page = press(answers_page(app, "Before the day", NEAR), "Show to print")
    behind(page, archived(MARY, stamp=STAMP))

    page = page.run()

    assert not page.exception
    assert "Bring back" in labels(page)


def test_a_second_application_that_cannot_be_made_says_why_and_has_no_button(app: AppTest) -> None:
    page = answers_page(app, "Before the day", NEAR)
    page.text_input(AnswerKey.DUPLICATE_COMPANY).set_value("St Luke")
    page = page.text_input(AnswerKey.DUPLICATE_ROLE).set_value("n" * 121).run()

    assert "The name of the role has 121 characters" in plain(page.error[0].value)
    assert "Make the application" not in labels(page)


def test_what_is_typed_for_a_second_application_waits_while_something_else_is_looked_at(app: AppTest) -> None:
    page = answers_page(app, "Before the day", NEAR)
    page = page.text_input(AnswerKey.DUPLICATE_COMPANY).set_value("St Luke").run()

    page = page.button_group(AnswerKey.STEP).set_value("Research").run()
    page = page.button_group(AnswerKey.STEP).set_value("Before the day").run()

    assert page.text_input(AnswerKey.DUPLICATE_COMPANY).value == "St Luke"


def test_earlier_versions_are_read_only_when_they_are_looked_at(app: AppTest) -> None:
    page = write(write(answers_page(app, "Answer"), "First words."), "Second words.")
    assert "Bring this version back" not in labels(page)
