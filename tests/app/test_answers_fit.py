from streamlit.testing.v1 import AppTest

from careerkit.interview import Ask
from pages._ui.answer_state import AnswerKey
from tests.tools.answer_pages import answers_page, labels, press, shown_plan, texts, the_answer

WOUND = Ask(id="wound", application_id="mary", title="Experience in *wound* care")
LICENCE = Ask(id="licence", application_id="mary", title="A driving licence")


def box(ask: str, entry: str) -> str:
    return AnswerKey.BRING.of(f"near-{ask}-{entry}")


def test_without_anything_they_ask_for_the_way_to_the_research_is_shown(app: AppTest) -> None:
    page = press(answers_page(app, "What fits"), "Go to the research")

    assert page.button_group(AnswerKey.STEP).value == "Research"
    assert page.button_group(AnswerKey.RESEARCH_PART).value == "The role"


def test_both_sides_stand_beside_each_other_with_the_words_that_meet(app: AppTest) -> None:
    page = answers_page(app, "What fits", WOUND)

    assert "Words that meet: “wound”, “care”" in texts(page)
    assert page.checkbox(box("wound", "course")).label.startswith("Finish the wound care course")
    assert "](http" not in texts(page)


def test_what_is_ticked_is_brought_and_what_is_not_is_left_out(app: AppTest) -> None:
    page = answers_page(app, "What fits", WOUND)
    assert page.checkbox(box("wound", "course")).value

    page = page.checkbox(box("wound", "course")).uncheck().run()
    assert the_answer(page).goals == frozenset()

    page = page.checkbox(box("unasked", "calm")).uncheck().run()
    page = page.checkbox(box("wound", "course")).check().run()
    answer = the_answer(page)
    assert answer.goals == {"course"}
    assert answer.strengths == frozenset()
    assert not answer.text


def test_what_the_plan_has_nothing_for_leads_to_a_goal_or_a_strength(app: AppTest) -> None:
    page = answers_page(app, "What fits", LICENCE)

    assert "nothing you can say has a word in common with it" in texts(page)
    assert {"Add a goal", "Add a strength"} <= set(labels(page))
    page = press(page, "Add a strength")
    assert "Save strength" in labels(page)


def test_two_things_are_put_together_by_hand(app: AppTest) -> None:
    page = answers_page(app, "What fits", LICENCE)

    page = page.multiselect(AnswerKey.ASK_LINK.of("licence")).set_value(["calm", "mastery"]).run()

    assert not page.exception
    ask = shown_plan(page).asks["licence"]
    assert ask.answered_by == {"calm"}
    assert ask.needs == {"mastery"}
    assert "You put them together." in texts(page)


def test_a_private_entry_is_said_here_only_after_its_mark_is_turned_here(app: AppTest) -> None:
    page = answers_page(app, "What fits", WOUND)
    assert "Kept private" in texts(page)
    assert not [it for it in page.checkbox if "practice" in it.label]

    page = press(page, "Say it here")
    assert shown_plan(page).applications["mary"].say_here == {"own"}
    assert [it for it in page.checkbox if "practice" in it.label]
    assert shown_plan(page).aspirations["own"].mark.value == "private"

    page = press(page, "Keep it private here too")
    assert shown_plan(page).applications["mary"].say_here == frozenset()


def test_each_question_has_a_choice_of_its_own(app: AppTest) -> None:
    page = answers_page(app, "What fits", WOUND)
    page = page.checkbox(box("wound", "course")).uncheck().run()

    page = page.button_group(AnswerKey.ANSWER_ASKED).set_value("long").run()

    assert page.checkbox(AnswerKey.BRING.of("long-wound-course")).value


def test_when_everything_is_unticked_nothing_ticks_itself_again(app: AppTest) -> None:
    page = answers_page(app, "What fits", WOUND)

    while ticked := [it for it in page.checkbox if it.value]:
        page = ticked[0].uncheck().run()

    assert not page.exception
    answer = the_answer(page)
    assert not any((answer.aspirations, answer.goals, answer.strengths, answer.needs))


def test_a_long_list_is_shown_in_parts(app: AppTest) -> None:
    asks = [Ask(id=f"care-{nth}", application_id="mary", title=f"Care of kind {nth}") for nth in range(30)]
    page = answers_page(app, "What fits", *asks)
    assert "Care of kind 11" in texts(page)
    assert "Care of kind 12" not in texts(page)

    page = press(page, "Show more (18 left)")

    assert "Care of kind 12" in texts(page)
