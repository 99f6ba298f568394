"""The page of interview answers in an AppTest: a plan, an application, and what is pressed on it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Change, Entity, Stamp, created
from careerkit.goals import Goal
from careerkit.interview import Answer, Application
from careerkit.labels import Mark
from careerkit.needs import Strength
from careerkit.store import default_folder, open_store
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.places import Place
from pages._ui.state import Key

STAMP = Stamp(by=Actor(id="someone", name="Someone"), at=datetime(2026, 1, 1, tzinfo=UTC))
MARY = Application(id="mary", company="St *Mary*", role="Ward nurse")
PLAN: Sequence[Entity] = (
    Aspiration(id="ward", title="Lead a [ward](http://a.b)"),
    Aspiration(id="own", title="Open my own practice", mark=Mark.PRIVATE),
    Goal(id="course", title="Finish the wound care course", due=date(2099, 1, 1)),
    Strength(id="calm", title="Staying calm", evidence="Two emergencies in one night."),
    MARY,
)


def answers_page(app: AppTest, step: str, *more: Entity) -> AppTest:
    """Return the page of answers at one of its steps, for a nurse with an application at St Mary."""
    behind(app, *(created(entry, stamp=STAMP) for entry in (*PLAN, *more)))
    app.session_state[AnswerKey.STEP] = step
    page = app.switch_page(Place.ANSWERS).run()
    assert not page.exception
    return page


def behind(page: AppTest, *changes: Change) -> None:
    """Save something in another tab, which this page does not know of yet."""
    store = open_store(default_folder())
    seen = page.session_state[Key.SEEN]
    store.apply(seen.id, list(changes), seen=store.load(seen.id).revision, commit_id=repr(changes))


def press(page: AppTest, label: str) -> AppTest:
    """Press the first button with a label, and expect no exception."""
    page = button(page, label).click().run()
    assert not page.exception
    return page


def button(page: AppTest, label: str) -> Button:
    """Return the first button with a label."""
    return next(it for it in page.button if it.label == label)


def labels(page: AppTest) -> list[str]:
    """Return the labels of all buttons."""
    return [it.label for it in page.button]


def texts(page: AppTest) -> str:
    """Return what the page says in running text."""
    return "\n".join(element.value for element in (*page.markdown, *page.caption, *page.info))


def said(page: AppTest) -> str:
    """Return the running text as it is read, without the marks that escape it."""
    return plain(texts(page))


def plain(text: str) -> str:
    """Return escaped text as it is read."""
    return text.replace("\\", "").replace("\u2060", "")


def shown_plan(page: AppTest) -> Workspace:
    """Return the snapshot that the page shows."""
    plan: Workspace = page.session_state[Key.SEEN]
    return plan


def the_answer(page: AppTest, answer_id: str = "mary-near") -> Answer:
    """Return one answer as it is saved."""
    return shown_plan(page).answers[answer_id]


def write(page: AppTest, text: str, answer_id: str = "mary-near") -> AppTest:
    """Write the text of an answer into its field."""
    page = page.text_area(AnswerKey.ANSWER_TEXT.of(answer_id)).set_value(text).run()
    assert not page.exception
    return page
