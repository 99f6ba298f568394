from hypothesis import given
from hypothesis import strategies as st

from careerkit.goals import Goal
from careerkit.labels import Mark
from careerkit.review import Prefill, YearInPlan, facts, tells_private, with_mark, without_mark


@given(st.text())
def test_a_title_comes_out_of_its_mark_as_it_went_in(title: str) -> None:
    assert without_mark(with_mark(title, private=True)) == title
    assert tells_private(with_mark(title, private=True))
    assert with_mark(title, private=False) == title


def test_facts_mark_private_entries_in_the_same_way() -> None:
    goals = {
        it.id: it for it in (Goal(id="g", title="Secret", mark=Mark.PRIVATE), Goal(id="h", title="Open"))
    }

    lines = facts(Prefill.GOALS, YearInPlan(year=2026, goals=goals))

    assert [tells_private(line) for line in lines if "Secret" in line] == [True]
    assert not any(tells_private(line) for line in lines if "Secret" not in line)
