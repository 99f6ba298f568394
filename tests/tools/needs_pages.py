"""The needs page without a browser: opened, pressed and read, with comparisons made in no time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import Final, TypeAlias

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from careerkit.change import Actor, Change, RandomIds, Stamp
from careerkit.content import needs_catalogue
from careerkit.needs import (
    Assessment,
    Mode,
    Question,
    Turn,
    answer_pair,
    choose_in_set,
    latest_result,
    next_question,
    next_set,
    open_assessment,
    rate_need,
    repeat_pair,
    start_assessment,
)
from careerkit.store import Store, default_folder, open_store
from careerkit.workspace import Workspace
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.state import Key

FRAME: Final = Path(__file__).parents[2] / "streamlit_app.py"
LONG_AGO: Final = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
ORDER: Final = (
    "balance",
    "meaning",
    "freedom",
    "mastery",
    "security",
    "income",
    "recognition",
    "responsibility",
)
"""The needs of somebody for whom balance comes first."""

Keep: TypeAlias = Callable[[str, str], str | None]
"""Which of two needs, left and right, a person keeps."""


def in_order(*order: str) -> Keep:
    """Keep the need that comes first in ``order``; what it leaves out follows as in ``ORDER``."""
    whole = (*order, *(need for need in ORDER if need not in order))
    return lambda one, other: min(one, other, key=whole.index)


def neither(_left: str, _right: str) -> None:
    """Find that the two cannot be told apart."""


def owner(at: datetime = LONG_AGO) -> Stamp:
    """The person at home, acting at a moment."""
    return Stamp(by=Actor(id="owner", name="You"), at=at)


def stored() -> Workspace:
    """What is on the disk."""
    return _store(default_folder()).create("mine")


def save(deed: Callable[[Workspace], Sequence[Change]]) -> Workspace:
    """Do something to the stored plan, as another tab of the same person would."""
    plan = stored()
    store = _store(default_folder())
    return store.apply("mine", deed(plan), seen=plan.revision, commit_id=RandomIds().new())


def opened() -> Assessment:
    """The comparison that is open."""
    found = open_assessment(stored().assessments)
    assert found is not None
    return found


def result() -> Assessment:
    """The comparison that was finished last."""
    found = latest_result(stored().assessments)
    assert found is not None
    return found


def begin(
    *, mode: Mode = Mode.PAIRS, at: datetime = LONG_AGO, needs: Sequence[str] | None = None
) -> Assessment:
    """Begin a comparison, of the product's needs unless others are named."""
    ids = list(needs or (need.id for need in needs_catalogue()))
    save(lambda plan: start_assessment(plan.assessments, ids, ids=RandomIds(), stamp=owner(at), mode=mode))
    return opened()


def answer(keep: Keep, *, times: int | None = None, at: datetime = LONG_AGO) -> Assessment:
    """Answer so many questions of the open comparison, all that are left unless a number is given."""
    assessment = opened()
    for turn in range(1, 1 + (times or 1_000)):
        assessment = _answer_next(assessment, keep, owner(at + timedelta(seconds=6 * turn)))
        if assessment.is_complete:
            break
    return assessment


def compared(
    keep: Keep, *, mode: Mode = Mode.PAIRS, at: datetime = LONG_AGO, needs: Sequence[str] | None = None
) -> Assessment:
    """A comparison from its beginning to its end."""
    begin(mode=mode, at=at, needs=needs)
    return answer(keep, at=at)


def rated(*, at: datetime | None = None, rest: int | None = 9, **values: int | None) -> None:
    """Say today, or at another moment, how far the needs of the newest result are met.

    Those that are not named are rated ``rest``; ``None`` leaves a need unrated.
    """
    stamp = owner(at or now())
    for need in result().needs:
        value = values.get(need, rest)
        if value is not None:
            deed = partial(
                rate_need, need=need, value=value, today=stamp.at.date(), ids=RandomIds(), stamp=stamp
            )
            save(lambda plan, deed=deed: deed(plan.satisfactions))  # type: ignore[misc] # bound now


def another_tab(view: str | None = None) -> AppTest:
    """The needs page in a new session of the same person, at a view or where it opens."""
    return at_view(AppTest.from_file(FRAME, default_timeout=30).run(), view)


def at_view(app: AppTest, view: str | None = None) -> AppTest:
    """Arrive at the needs page from another one, at a view or where it opens."""
    if view is not None:
        app.query_params[Key.NEEDS_VIEW.value] = view
    app.switch_page(Place.NEEDS).run()
    assert not app.exception
    return app


def choose_view(page: AppTest, view: str) -> AppTest:
    """Go from one view of the page to another."""
    page.segmented_control(key=Key.NEEDS_VIEW).set_value(view).run()
    assert not page.exception
    return page


def view_of(page: AppTest) -> str:
    """Which view is on show."""
    return str(page.segmented_control(key=Key.NEEDS_VIEW).value)


def plain(text: str) -> str:
    """A text as a person reads it, without what only keeps Markdown away."""
    return text.replace("\\", "").replace("\u2060", "").replace("\u00a0", " ")


def texts(page: AppTest) -> str:
    """All sentences on the page."""
    elements = [*page.markdown, *page.caption, *page.subheader, *page.info]
    return plain("\n".join(element.value for element in elements))


def errors(page: AppTest) -> list[str]:
    """What the page refuses."""
    return [plain(error.value) for error in page.error]


def unfolding(page: AppTest) -> list[str]:
    """What can be unfolded."""
    return [plain(expander.label) for expander in page.expander]


def labels(page: AppTest) -> list[str]:
    """What the buttons say."""
    return [plain(button.label) for button in page.button]


def button(page: AppTest, label: str, at: int = 0) -> Button:
    """The button that says ``label``; of several, the one in a place."""
    return [button for button in page.button if plain(button.label) == label][at]


def press(page: AppTest, label: str, at: int = 0) -> AppTest:
    """Press a button by what it says."""
    return pressed(page, button(page, label, at))


def press_key(page: AppTest, key: str) -> AppTest:
    """Press the one button whose key begins like this."""
    [found] = [button for button in page.button if (button.key or "").startswith(key)]
    return pressed(page, found)


def pressed(page: AppTest, button: Button) -> AppTest:
    """Press a button, perhaps one that is not on the screen any more."""
    button.click().run()
    assert not page.exception
    return page


def keeps(page: AppTest) -> list[Button]:
    """The large buttons of the cards."""
    return [
        button
        for button in page.button
        if button.label.startswith("Keep ") and button.proto.type == "primary"
    ]


def progress(page: AppTest) -> str:
    """How far the comparison is, in its own words."""
    [bar] = page.get("progress")
    return str(bar.proto.text)


@lru_cache(maxsize=1)
def _store(folder: Path) -> Store:
    return open_store(folder)


def _answer_next(assessment: Assessment, keep: Keep, stamp: Stamp) -> Assessment:
    question = next_question(assessment) if assessment.mode is Mode.PAIRS else None
    if question is None:
        deed = _chosen(assessment, keep, stamp)
    else:
        deed = _answered(assessment.id, question, keep, stamp)
    return save(deed).assessments[assessment.id]


def _answered(
    id_: str, question: Question, keep: Keep, stamp: Stamp
) -> Callable[[Workspace], Sequence[Change]]:
    left, right, turn = question
    act = repeat_pair if turn is Turn.ONCE_MORE else answer_pair
    return lambda plan: act(plan.assessments, id_, left, right, keep(left, right), stamp=stamp)


def _chosen(assessment: Assessment, keep: Keep, stamp: Stamp) -> Callable[[Workspace], Sequence[Change]]:
    four = next_set(assessment)
    assert four is not None
    kept = {need: sum(keep(need, other) == need for other in four if other != need) for need in four}
    best, *_, worst = sorted(four, key=lambda need: -kept[need])
    return lambda plan: choose_in_set(
        plan.assessments, assessment.id, four, best=best, worst=worst, stamp=stamp
    )
