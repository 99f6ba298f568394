from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.interview import Answer, Application, Asked
from careerkit.workspace import Workspace
from careerkit.workspace.served import present_target
from careerkit.workspace.thread import Thread, orphans, thread_index, thread_of, unserved_needs
from careerkit.workspace.thread_nodes import ThreadKind, ThreadNode, key_of, node_key, parse_node_key

NEEDS = {"mastery": "Mastery", "income": "Income", "rest": "Rest"}


def _aspiration(id_: str, **fields: Any) -> Aspiration:  # noqa: ANN401 - fields of the class
    return Aspiration(id=id_, title=f"Aspiration {id_}", **fields)


def _goal(id_: str, **fields: Any) -> Goal:  # noqa: ANN401 - see above
    return Goal(id=id_, title=f"Goal {id_}", **fields)


def _milestone(id_: str, year: int = 2027, **fields: Any) -> Milestone:  # noqa: ANN401 - see above
    return Milestone(id=id_, title=f"Milestone {id_}", year=year, kind=MilestoneKind.ROLE, **fields)


def _plan(*entries: Any) -> Workspace:  # noqa: ANN401 - of every kind
    collections: dict[str, dict[str, Any]] = {}
    for entry in entries:
        collections.setdefault(entry.KIND, {})[entry.id] = entry
    return Workspace(id="mine", revision=1, **collections)  # type: ignore[arg-type] # by kind


def _of(plan: Workspace, kind: ThreadKind, id_: str, needs: Mapping[str, str] = NEEDS) -> Thread:
    thread = thread_of(plan, kind, id_, needs)
    assert thread is not None
    return thread


def _keys(nodes: tuple[ThreadNode, ...]) -> list[str]:
    return [node_key(node) for node in nodes]


WHOLE = _plan(
    _aspiration("a", needs=frozenset({"mastery"})),
    _aspiration("b", needs=frozenset({"rest"})),
    _goal("g", aspirations=frozenset({"a"}), needs=frozenset({"income", "mastery"})),
    _goal("h", aspirations=frozenset({"b"})),
    _milestone("late", 2028, goals=frozenset({"g"})),
    _milestone("soon", 2026, goals=frozenset({"g", "h"}), done=True),
    Application(id="p", company="Acme", role="Lead"),
    Answer(id="w", application_id="p", asked=Asked.NEAR, goals=frozenset({"g"})),
)


def test_the_thread_of_a_goal_leads_up_to_needs_and_down_to_milestones_and_answers() -> None:
    thread = _of(WHOLE, ThreadKind.GOAL, "g")

    assert thread.of == ThreadNode(kind=ThreadKind.GOAL, id="g", title="Goal g", note="Idea")
    assert _keys(thread.serves) == ["need-mastery", "need-income", "aspiration-a"]
    assert _keys(thread.served_by) == ["milestone-soon", "milestone-late", "answer-w"]


def test_a_goal_is_linked_to_a_need_directly_and_through_its_aspiration_each_once() -> None:
    edges = _of(WHOLE, ThreadKind.GOAL, "g").edges

    assert len(set(edges)) == len(edges)
    assert set(edges) == {
        ("aspiration-a", "need-mastery"),
        ("goal-g", "need-mastery"),
        ("goal-g", "need-income"),
        ("goal-g", "aspiration-a"),
        ("milestone-soon", "goal-g"),
        ("milestone-late", "goal-g"),
        ("answer-w", "goal-g"),
    }


def test_the_thread_of_a_need_leads_down_through_all_that_serves_it() -> None:
    thread = _of(WHOLE, ThreadKind.NEED, "mastery")

    assert thread.serves == ()
    assert _keys(thread.served_by) == [
        "aspiration-a",
        "goal-g",
        "milestone-soon",
        "milestone-late",
        "answer-w",
    ]


def test_the_thread_of_an_answer_leads_all_the_way_up() -> None:
    thread = _of(WHOLE, ThreadKind.ANSWER, "w")

    assert thread.of.title == "Acme"
    assert thread.of.note == "Career goals"
    assert _keys(thread.serves) == ["need-mastery", "need-income", "aspiration-a", "goal-g"]


def test_nodes_carry_a_word_more_about_them() -> None:
    notes = {node_key(it): it.note for it in thread_index(WHOLE, NEEDS).nodes.values()}

    assert notes["milestone-soon"] == "2026, done"
    assert notes["milestone-late"] == "2028"
    assert notes["need-rest"] == ""


def test_an_entry_that_is_not_there_has_no_thread() -> None:
    plan = _plan(_goal("g", archived=True))

    assert thread_of(plan, ThreadKind.GOAL, "g", NEEDS) is None
    assert thread_of(plan, ThreadKind.GOAL, "never", NEEDS) is None
    assert thread_of(plan, ThreadKind.NEED, "g", NEEDS) is None
    assert thread_of(plan, ThreadKind.NEED, "rest", NEEDS) == Thread(
        of=ThreadNode(kind=ThreadKind.NEED, id="rest", title="Rest")
    )


def test_links_that_lead_nowhere_and_archived_entries_are_left_out() -> None:
    plan = _plan(
        _aspiration("a", archived=True, needs=frozenset({"rest"})),
        _goal("g", aspirations=frozenset({"a", "gone"}), needs=frozenset({"gone"})),
        _milestone("m", goals=frozenset({"g"}), archived=True),
        Application(id="p", company="Acme", role="Lead", archived=True),
        Answer(id="w", application_id="p", asked=Asked.NEAR, goals=frozenset({"g"})),
    )

    thread = _of(plan, ThreadKind.GOAL, "g")

    assert (thread.serves, thread.served_by, thread.edges) == ((), (), ())


def test_a_link_to_a_refiled_entry_leads_to_where_it_is_now() -> None:
    plan = _plan(
        _aspiration("x", archived=True),
        _goal("x", needs=frozenset({"rest"})),
        _goal("g", aspirations=frozenset({"x"})),
        _goal("y", archived=True),
        _aspiration("y"),
        _milestone("m", goals=frozenset({"y"})),
    )

    assert _of(plan, ThreadKind.GOAL, "g").edges == (("goal-x", "need-rest"), ("goal-g", "goal-x"))
    assert _of(plan, ThreadKind.MILESTONE, "m").edges == (("milestone-m", "aspiration-y"),)
    assert _of(plan, ThreadKind.ASPIRATION, "x").of.kind is ThreadKind.GOAL
    assert _of(plan, ThreadKind.GOAL, "y").of.kind is ThreadKind.ASPIRATION


def test_a_ring_of_refiled_entries_is_walked_once() -> None:
    plan = _plan(
        *(_aspiration(id_, archived=True) for id_ in "abc"),
        _goal("a", aspirations=frozenset({"b", "a"})),
        _goal("b", aspirations=frozenset({"c"})),
        _goal("c", aspirations=frozenset({"a"}), needs=frozenset({"rest"})),
    )

    thread = _of(plan, ThreadKind.GOAL, "a")

    assert _keys(thread.serves) == ["need-rest", "goal-b", "goal-c"]
    assert _keys(thread.served_by) == ["goal-b", "goal-c"]
    assert len(thread.edges) == 4


def test_what_serves_nothing_is_pointed_out_while_it_is_open() -> None:
    plan = _plan(
        _aspiration("a"),
        _aspiration("b", needs=frozenset({"rest"})),
        _goal("idle"),
        _goal("lost", aspirations=frozenset({"gone"})),
        _goal("good", aspirations=frozenset({"b"})),
        _goal("dropped", status=GoalStatus.DROPPED),
        _goal("met", status=GoalStatus.DONE, due=date(2026, 5, 1)),
        _milestone("m"),
        _milestone("n", goals=frozenset({"good"})),
        _milestone("o", done=True),
        _milestone("q", archived=True),
    )

    assert _keys(orphans(plan)) == ["aspiration-a", "goal-idle", "goal-lost", "milestone-m"]


def test_a_need_that_no_longer_exists_is_nothing_to_serve() -> None:
    plan = _plan(_aspiration("a", needs=frozenset({"old"})))

    assert orphans(plan) == ()
    assert _keys(orphans(plan, NEEDS)) == ["aspiration-a"]


def test_needs_that_nothing_serves_are_told_in_their_order() -> None:
    plan = _plan(
        _aspiration("a", needs=frozenset({"income"}), archived=True),
        _goal("g", needs=frozenset({"mastery"})),
        _goal("h", needs=frozenset({"rest"}), status=GoalStatus.DROPPED),
    )

    assert unserved_needs(plan, NEEDS) == ("income", "rest")


@pytest.mark.parametrize("text", ["", "-", "goal", "goal-", "trend-1", "Goal-1", "goal-" + "x" * 200, "\0-1"])
def test_a_text_that_is_no_key_names_nothing(text: str) -> None:
    assert parse_node_key(text) is None


@given(st.sampled_from(ThreadKind), st.text(min_size=1, max_size=100))
def test_a_key_names_its_kind_and_its_id(kind: ThreadKind, id_: str) -> None:
    node = ThreadNode(kind=kind, id=id_, title="")

    assert parse_node_key(node_key(node)) == (kind, id_)


@given(st.text(max_size=300))
def test_any_text_can_be_read_as_a_key(text: str) -> None:
    parsed = parse_node_key(text)

    assert parsed is None or key_of(*parsed) == text


IDS = st.sampled_from(["a", "b", "c", "gone"])
LINKS = st.frozensets(IDS, max_size=4)
NEED_LINKS = st.frozensets(st.sampled_from([*NEEDS, "gone"]))


@st.composite
def _any_plan(draw: st.DrawFn) -> Workspace:
    entries: list[Any] = []
    for id_ in "abc":
        archived = draw(st.sampled_from(["none", "one", "other", "both"]))
        entries += [
            _aspiration(id_, needs=draw(NEED_LINKS), archived=archived in ("one", "both")),
            _goal(
                id_,
                needs=draw(NEED_LINKS),
                aspirations=draw(LINKS),
                archived=archived in ("other", "both"),
            ),
            _milestone(id_, goals=draw(LINKS), archived=draw(st.booleans())),
        ]
    return _plan(*entries)


@given(_any_plan())
def test_the_two_directions_of_a_thread_agree_and_its_links_stay_inside(plan: Workspace) -> None:
    index = thread_index(plan, NEEDS)
    threads = {key: index.thread(node.kind, node.id) for key, node in index.nodes.items()}

    for key, thread in threads.items():
        assert thread is not None
        above, below = _keys(thread.serves), _keys(thread.served_by)
        assert key not in {*above, *below}
        assert {end for edge in thread.edges for end in edge} <= {key, *above, *below}
        for higher in above:
            other = threads[higher]
            assert other is not None
            assert key in _keys(other.served_by)


@given(_any_plan())
def test_a_goal_serves_what_the_rule_of_refiling_says(plan: Workspace) -> None:
    index = thread_index(plan, NEEDS)

    for goal in plan.goals.values():
        if goal.archived:
            continue
        found = {present_target(plan, "aspirations", id_) for id_ in goal.aspirations} - {None, goal}
        wanted = {f"{it.KIND[:-1]}-{it.id}" for it in found if it} | {
            f"need-{id_}" for id_ in goal.needs if id_ in NEEDS
        }
        assert set(index.up[key_of(ThreadKind.GOAL, goal.id)]) == wanted


def test_the_walk_is_as_long_as_the_links_not_as_the_paths() -> None:
    deep = [_aspiration(f"{at}", archived=True) for at in range(60)]
    goals = [
        _goal(f"{at}", aspirations=frozenset({f"{at - 1}", f"{at - 2}"} if at > 1 else ()))
        for at in range(60)
    ]

    thread = _of(_plan(*deep, *goals), ThreadKind.GOAL, "59")

    assert len(thread.serves) == 59
    assert len(thread.edges) == 2 * 58


def test_a_renamed_entry_keeps_its_place_in_the_thread() -> None:
    goal = WHOLE.goals["g"]
    renamed = replace(WHOLE, goals={**WHOLE.goals, "g": replace(goal, title="Other")})

    assert _of(renamed, ThreadKind.NEED, "income").served_by[0].title == "Other"
