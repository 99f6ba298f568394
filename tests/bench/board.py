"""What the server spends on drawing the board again, by size of the plan.

Run it with ``python -m tests.bench.board`` (Linux only). It prints the processor time of a turn and the ratio
to an empty page of Streamlit in the same run, and asserts nothing. Every goal has six milestones; drawing the
board alone is what a drag or a change of status costs.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Entity, RandomIds, Stamp, created
from careerkit.goals import Goal, GoalStatus, Measure, Milestone, MilestoneKind
from careerkit.store import open_store
from tests.tools.server import Server
from tests.tools.socket_visitor import SocketVisitor, visitor_over_socket

TURNS: Final = 30
WARM_UP: Final = 3
EMPTY: Final = "tests/bench/empty_app.py"
SIZES: Final = (0, 12, 125, 250, 500)
VIEWS: Final = ("Status", "Years", "Timeline", "List", "Calendar")
STEPS: Final = 6


def main() -> None:
    """Measure every view at every size, and the empty page in turn with it."""
    with tempfile.TemporaryDirectory() as name, _served(Path(name) / "empty", EMPTY) as empty:
        print(f"{'goals':>6} {'view':>10} {'page':>9} {'board':>9} {'ratio':>6}")  # noqa: T201 - what it is for
        for size in SIZES:
            with _served(Path(name) / str(size), "streamlit_app.py", goals=size) as server:
                for view in VIEWS:
                    _measure(size, view, server, empty)


def _measure(size: int, view: str, server: Server, empty: Server) -> None:
    with _visit(server) as board, _visit(empty) as nothing:
        query = f"view={view}"
        board.open_page("board", query=query)
        nothing.open_page()
        turns: dict[str, Callable[[], object]] = {
            "page": lambda: board.open_page("board", query=query),
            "board": lambda: board.redraw_fragment(query=query),
        }
        page, part = (_milliseconds(server, turn) for turn in turns.values())
        base = _milliseconds(empty, nothing.open_page)
    print(f"{size:>6} {view:>10} {page:6.1f} ms {part:6.1f} ms {part / base:6.1f}")  # noqa: T201 - as above


@contextmanager
def _served(folder: Path, script: str, goals: int | None = None) -> Iterator[Server]:
    folder.mkdir()
    server = Server(folder, address="localhost", script=script)
    if goals is not None:
        store = open_store(server.data)
        stamp = Stamp(by=Actor(id="owner", name="You"), at=datetime.now(UTC))
        changes = [created(entry, stamp=stamp) for entry in _plan(goals)]
        store.apply(store.create("mine").id, changes, seen=0, commit_id="plan")
    server.start()
    try:
        yield server
    finally:
        server.kill()


def _plan(goals: int) -> Iterator[Entity]:
    ids, today = RandomIds(), datetime.now(UTC).date()
    aspirations = [Aspiration(id=ids.new(), title=f"Become known for subject {at}") for at in range(12)]
    yield from aspirations
    for at in range(goals):
        due = today + timedelta(days=at * 5 % 2_300)
        goal = Goal(
            id=ids.new(),
            title=f"Publish part {at} of the series",
            due=due,
            status=[*GoalStatus][at % 4],
            measure=Measure(start=0, target=10, current=at % 10, unit="parts"),
            aspirations=frozenset({aspirations[at % 12].id}),
        )
        yield goal
        yield from (_step(ids.new(), goal.id, at, step, today) for step in range(STEPS))


def _step(id_: str, goal_id: str, at: int, step: int, today: date) -> Milestone:
    return Milestone(
        id=id_,
        title=f"Step {step} of part {at}",
        year=today.year + (at + step) % 7,
        kind=[*MilestoneKind][step % 5],
        goals=frozenset({goal_id}),
        done=step == 0,
    )


@contextmanager
def _visit(server: Server) -> Iterator[SocketVisitor]:
    with visitor_over_socket(server.port, origin=server.url().rstrip("/")) as visitor:
        yield visitor


def _milliseconds(server: Server, turn: Callable[[], object]) -> float:
    """Return the processor time that a server spends on a turn, on average: waiting does not count."""
    for _ in range(WARM_UP):
        turn()
    started = server.processor_seconds()
    for _ in range(TURNS):
        turn()
    return 1000 * (server.processor_seconds() - started) / TURNS


if __name__ == "__main__":
    main()
