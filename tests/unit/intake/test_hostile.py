"""Whatever a file holds: a sentence for the screen or a proposal, never a traceback."""

import json
from contextlib import suppress
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.errors import CareerKitError
from careerkit.intake import Intake, read_goals, read_milestones, read_trello
from careerkit.intake.columns import GOAL_NAMES, MILESTONE_NAMES
from careerkit.workspace import Workspace

TODAY = date(2026, 11, 22)
PLAN = Workspace(id="mine", revision=1, aspirations={"a": Aspiration(id="a", title="Grow")})
NEEDS = {"income": "Income"}

heads = st.lists(
    st.sampled_from([column.value for column in {**GOAL_NAMES, **MILESTONE_NAMES}]), unique=True, max_size=24
).map(lambda names: ["Title", *names])
cells = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["", "2027-01-01", "2025-02-30", "3", "-3", "1e999", "NaN", "yes", "Done", "Role", "=1", '"', "g"]
    ),
)


def read_all(data: bytes) -> list[Intake]:
    found = []
    with suppress(CareerKitError):
        found.append(read_goals(data, PLAN, needs=NEEDS))
    with suppress(CareerKitError):
        found.append(read_milestones(data, PLAN))
    with suppress(CareerKitError):
        found.append(read_trello(data, PLAN, today=TODAY))
    return found


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    read_all(data)


@given(
    st.binary(max_size=200),
    st.sampled_from([b"Title,Due\n", b"\xff\xfe", b"\xef\xbb\xbfTitle;Year\n", b'Title\n"']),
)
def test_any_bytes_after_a_beginning_that_looks_right_are_read_or_refused(data: bytes, start: bytes) -> None:
    read_all(start + data)


@given(heads, st.lists(st.lists(cells, max_size=26), max_size=6), st.sampled_from(",;\t"))
def test_every_row_comes_in_is_known_or_has_its_problem(
    head: list[str], rows: list[list[str]], delimiter: str
) -> None:
    text = "\n".join(delimiter.join(row) for row in (head, *rows))

    for intake in read_all(text.encode("utf-8", "replace")):
        new = [it.id for it in intake.goals] + [it.id for it in intake.milestones]
        assert len(new) == len(set(new))
        assert len(new) + len(intake.problems) + intake.known <= text.count("\n") + text.count("\r") + 1
        assert all(problem.sentence and problem.row > 1 for problem in intake.problems)


values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["1", "2", "2027-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "complete", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "name",
                    "desc",
                    "due",
                    "dueComplete",
                    "idList",
                    "closed",
                    "labels",
                    "idCard",
                    "checkItems",
                    "state",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@given(
    st.fixed_dictionaries(
        {"lists": values, "cards": values | st.lists(values), "checklists": st.lists(values)}
    )
)
def test_any_board_is_read_or_refused_in_words(board: dict[str, Any]) -> None:
    for intake in read_all(json.dumps(board).encode()):
        for title in [it.title for it in intake.goals] + [it.title for it in intake.milestones]:
            title.encode()


def test_a_file_that_is_cut_short_anywhere_is_read_or_refused_in_words() -> None:
    table = 'Title,Due,Why\n"Über, ""x""",2027-01-01,"two\nlines"\n'.encode()
    board = json.dumps(
        {"lists": [{"id": "l", "name": "Doing"}], "cards": [{"id": "c", "name": "Ü"}]}
    ).encode()

    for whole in (table, board, table.decode().encode("utf-16")):
        for end in range(len(whole)):
            read_all(whole[:end])
