from dataclasses import replace

from streamlit.testing.v1 import AppTest

from careerkit.change import archived, updates
from careerkit.interview import Ask, AskKind
from pages._ui.answer_state import AnswerKey
from tests.tools.answer_pages import (
    MARY,
    STAMP,
    answers_page,
    behind,
    labels,
    plain,
    press,
    shown_plan,
    texts,
)

POSTING = """Your profile
- Experience in *wound* care
- Calm in emergencies

Our values
We value respect. <script>alert(1)</script>
"""


def at_part(page: AppTest, part: str) -> AppTest:
    page = page.button_group(AnswerKey.RESEARCH_PART).set_value(part).run()
    assert not page.exception
    return page


def test_the_research_leads_through_four_steps(app: AppTest) -> None:
    page = answers_page(app, "Research")

    for following in ("the role", "before you", "both sides"):
        page = press(page, f"Next: {following}")
    assert not [label for label in labels(page) if label.startswith("Next:")]
    assert page.text_area(AnswerKey.RESEARCH_GIVES.of("mary-ward")).value == ""


def test_what_is_noted_saves_itself_and_marks_the_step_as_begun(app: AppTest) -> None:
    page = answers_page(app, "Research")

    page = page.text_area(AnswerKey.RESEARCH.of("culture-mary")).set_value("They eat together.").run()

    assert shown_plan(page).applications["mary"].culture == "They eat together."
    assert ":material/check:" in page.button_group(AnswerKey.RESEARCH_PART).options[0]


def test_a_pasted_posting_gives_suggestions_with_their_place(app: AppTest) -> None:
    page = at_part(answers_page(app, "Research"), "The role")

    page = page.text_area(AnswerKey.RESEARCH.of("posting-mary")).set_value(POSTING).run()

    assert not page.exception
    boxes = [box.label for box in page.checkbox]
    assert [plain(box).split(" :gray")[0] for box in boxes] == [
        "*wound* care",
        "Calm in emergencies",
        "Respect",
    ]
    assert "**Calm in emergencies**" in texts(page)
    assert "<script>" not in texts(page)


def test_only_what_is_chosen_is_noted_and_the_rest_stays_a_suggestion(app: AppTest) -> None:
    page = at_part(answers_page(app, "Research"), "The role")
    page = page.text_area(AnswerKey.RESEARCH.of("posting-mary")).set_value(POSTING).run()

    page.checkbox(AnswerKey.PICK.of("mary-skill-calm in emergencies")).check()
    page = press(page, "Note what is chosen")

    [ask] = shown_plan(page).asks.values()
    assert (ask.title, ask.kind, ask.application_id) == ("Calm in emergencies", AskKind.SKILL, "mary")
    assert len(page.checkbox) == 2

    page = press(page, "Note all 2")
    assert len(shown_plan(page).asks) == 3
    assert not page.checkbox


def test_a_text_that_is_no_english_posting_is_kept_and_says_so(app: AppTest) -> None:
    page = at_part(answers_page(app, "Research"), "The role")

    page = page.text_area(AnswerKey.RESEARCH.of("posting-mary")).set_value("Wir suchen Pflegekräfte.").run()

    assert "it reads English" in texts(page)
    assert shown_plan(page).applications["mary"].posting == "Wir suchen Pflegekräfte."


def test_something_they_ask_for_is_noted_by_hand_changed_and_put_away(app: AppTest) -> None:
    page = press(at_part(answers_page(app, "Research"), "The role"), "Note something they ask for")
    page.text_input(AnswerKey.ASK_TITLE).set_value("Night shifts")
    page = press(page, "Save note")
    [ask] = shown_plan(page).asks.values()
    assert ask.title == "Night shifts"

    page = press(page, "Edit")
    page.text_input(AnswerKey.ASK_TITLE).set_value("Night shifts, now and then")
    page = press(page, "Save note")
    assert shown_plan(page).asks[ask.id].title == "Night shifts, now and then"

    page = press(press(page, "Edit"), "Archive")
    assert shown_plan(page).asks[ask.id].archived
    page = press(page, "Bring back")
    assert not shown_plan(page).asks[ask.id].archived


def test_what_the_role_gives_is_kept_for_each_aspiration_that_can_be_said(app: AppTest) -> None:
    page = at_part(answers_page(app, "Research"), "Both sides")

    page = page.text_area(AnswerKey.RESEARCH_GIVES.of("mary-ward")).set_value("Nine beds").run()

    assert shown_plan(page).applications["mary"].gives == {"ward": "Nine beds"}
    asked = [area.label for area in page.text_area if area.label.startswith("What would this role")]
    assert len(asked) == 1


def test_a_note_typed_into_an_application_archived_elsewhere_is_kept_with_it(app: AppTest) -> None:
    page = answers_page(app, "Research", Ask(id="a", application_id="mary", title="Calm"))
    behind(page, archived(MARY, stamp=STAMP))

    page = page.text_area(AnswerKey.RESEARCH.of("culture-mary")).set_value("Kind").run()

    assert not page.exception
    assert shown_plan(page).applications["mary"].culture == "Kind"


def test_a_note_changed_elsewhere_is_shown(app: AppTest) -> None:
    page = answers_page(app, "Research")
    behind(page, *updates(MARY, replace(MARY, values="Respect"), stamp=STAMP))

    page = page.run()

    assert page.text_area(AnswerKey.RESEARCH.of("values-mary")).value == "Respect"


def test_the_words_around_a_suggestion_are_cut_between_words(app: AppTest) -> None:
    page = at_part(answers_page(app, "Research"), "The role")
    posting = AnswerKey.RESEARCH.of("posting-mary")

    page = page.text_area(posting).set_value("Our values\nWe value respect " + "abcdefghij " * 20).run()
    around = next(plain(it.value) for it in page.caption if "**respect**" in it.value)
    assert around.endswith("abcdefghij …”")

    page = page.text_area(posting).set_value("Your profile\n- Wound care " + "abcdefghij" * 100).run()
    assert max(len(plain(it.value)) for it in page.caption) < 300


def test_what_is_chosen_of_a_posting_waits_while_something_else_is_looked_at(app: AppTest) -> None:
    page = at_part(answers_page(app, "Research"), "The role")
    page = page.text_area(AnswerKey.RESEARCH.of("posting-mary")).set_value(POSTING).run()
    calm = AnswerKey.PICK.of("mary-skill-calm in emergencies")
    page = page.checkbox(calm).check().run()

    page = at_part(at_part(page, "The company"), "The role")

    assert page.checkbox(calm).value


def test_a_long_list_of_what_they_ask_for_is_shown_in_parts(app: AppTest) -> None:
    asks = [Ask(id=f"care-{nth}", application_id="mary", title=f"Care of kind {nth}") for nth in range(30)]
    page = at_part(answers_page(app, "Research", *asks), "The role")
    assert "Care of kind 12" not in texts(page)

    page = press(page, "Show more (18 left)")

    assert "Care of kind 12" in texts(page)
