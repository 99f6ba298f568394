from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from careerkit.goals import (
    CheckIn,
    Fit,
    FitAnswer,
    FitSide,
    Goal,
    GoalStatus,
    Milestone,
    MilestoneKind,
    Trend,
    TrendDirection,
)
from careerkit.labels import Mark
from careerkit.needs import Strength
from careerkit.review import Prefill, QuarterCheck, Win, YearInPlan, YearPast, facts, in_brief

DAYS = st.dates(date(2025, 11, 1), date(2027, 2, 28))
MARKED = st.lists(st.tuples(DAYS, st.booleans()), max_size=20)
TITLES = {"moved": "What moved", "next": "The next step"}


def test_a_year_is_told_in_sums_with_the_quarterly_checks_in_brief() -> None:
    plan = YearInPlan(
        year=2026,
        quarter_titles=TITLES,
        milestones={
            "a": Milestone(id="a", title="A", year=2026, kind=MilestoneKind.ROLE, done=True),
            "b": Milestone(id="b", title="B", year=2027, kind=MilestoneKind.ROLE),
        },
        goals={
            "g": Goal(id="g", title="G", due=date(2026, 5, 1), status=GoalStatus.DONE),
            "h": Goal(id="h", title="H", due=date(2028, 5, 1), status=GoalStatus.DONE),
            "i": Goal(id="i", title="I", due=date(2028, 5, 1), status=GoalStatus.DROPPED),
        },
        checkins={str(n): CheckIn(id=str(n), goal=of, on=date(2026, 3, n + 1)) for n, of in enumerate("ggh")},
        trends={"t": Trend(id="t", title="T", on=date(2026, 1, 1), direction=TrendDirection.GROWING)},
        quarter_checks={
            "q": QuarterCheck(
                id="q",
                year=2026,
                quarter=2,
                on=date(2026, 5, 2),
                answers={"next": "Ask\nTom.", "moved": "word " * 40},
            ),
            "r": QuarterCheck(id="r", year=2026, quarter=3, on=date(2026, 8, 2), answers={"next": " "}),
        },
        past=YearPast(
            milestones_moved={"b": (2026, 2027)}, goals_met=frozenset("gh"), goals_dropped={"i": ""}
        ),
    )

    assert facts(Prefill.YEAR, plan) == (
        "2026 in your plan:",
        "2 milestones planned for 2026: 1 done, 1 moved, 0 open.",
        "1 goal due in 2026: 1 done.",
        "1 goal met in 2026 without being due in it.",
        "1 goal dropped in 2026 without being due in it.",
        "3 check-ins on 2 goals.",
        "No wins noted.",
        "1 trend noted or looked at.",
        "1 of 4 quarterly checks answered.",
        f"Quarter 2 · What moved: {'word ' * 24}… · The next step: Ask Tom.",
    )


@given(MARKED, MARKED, MARKED, st.sets(st.integers(1, 4)))
def test_what_a_year_collected_equals_an_independent_count(
    wins: list[tuple[date, bool]],
    checkins: list[tuple[date, bool]],
    trends: list[tuple[date, bool]],
    quarters: set[int],
) -> None:
    plan = YearInPlan(
        year=2026,
        wins={str(n): Win(id=str(n), title="W", on=on, archived=away) for n, (on, away) in enumerate(wins)},
        checkins={
            str(n): CheckIn(id=str(n), goal=str(n % 3), on=on, archived=away)
            for n, (on, away) in enumerate(checkins)
        },
        trends={
            str(n): Trend(id=str(n), title="T", on=on, direction=TrendDirection.GROWING, archived=away)
            for n, (on, away) in enumerate(trends)
        },
        quarter_checks={
            str(n): QuarterCheck(
                id=str(n), year=2026, quarter=n, on=date(2026, 1, 1), answers={"next": "Go."}
            )
            for n in quarters
        },
    )

    def of_year(rows: list[tuple[date, bool]]) -> int:
        return len([1 for on, away in rows if str(on).startswith("2026-") and not away])

    goals = {n % 3 for n, (on, away) in enumerate(checkins) if on.year == 2026 and not away}
    told = facts(Prefill.YEAR, plan)

    if of_year(wins) + of_year(checkins) + of_year(trends) + len(quarters) == 0:
        assert told[0].startswith("Nothing of 2026")
        return
    numbers = [line.replace("No ", "0 ").replace("None ", "0 ").split(" ") for line in told[3:7]]
    assert [int(words[0]) for words in numbers] == [
        of_year(checkins),
        of_year(wins),
        of_year(trends),
        len(quarters),
    ]
    if goals:
        assert int(numbers[0][3]) == len(goals)
    assert len(told) == 7 + len(quarters)
    assert len(facts(Prefill.WINS, plan)) == 1 + of_year(wins)


def test_wins_come_by_day_with_what_shows_them_and_say_when_they_are_private() -> None:
    wins = (
        Win(id="b", title="Talk", on=date(2026, 12, 31), evidence="Forty people,\nno slides."),
        Win(id="a", title="Home by six", on=date(2026, 1, 1), mark=Mark.PRIVATE),
        Win(id="c", title="Last year", on=date(2025, 12, 31)),
    )

    assert facts(Prefill.WINS, YearInPlan(year=2026, wins={it.id: it for it in wins})) == (
        "2 wins noted for 2026:",
        "1 Jan 2026: Home by six (kept private)",
        "31 Dec 2026: Talk · Forty people, no slides.",
    )


def test_strengths_of_the_year_come_first_and_then_what_was_done_for_skills_and_contacts() -> None:
    strengths = (
        Strength(id="a", title="Patience"),
        Strength(id="b", title="Maps", evidence="Drew one."),
        Strength(id="c", title="Gone", archived=True),
    )
    milestones = (
        Milestone(id="1", title="Course", year=2026, kind=MilestoneKind.TRAINING, done=True),
        Milestone(id="2", title="Lead", year=2026, kind=MilestoneKind.ROLE, done=True),
        Milestone(id="3", title="Fair", year=2026, kind=MilestoneKind.NETWORK),
    )
    plan = YearInPlan(
        year=2026,
        strengths={it.id: it for it in strengths},
        milestones={it.id: it for it in milestones},
        past=YearPast(strengths_added=frozenset("bc")),
    )

    assert facts(Prefill.STRENGTHS, plan) == (
        "2 strengths in your plan, 1 of them added in 2026:",
        "New in 2026: Maps · Drew one.",
        "Patience · nothing written yet that shows it",
        "1 milestone for skills and contacts done in 2026:",
        "Done: Course (training)",
    )


def test_trends_that_want_a_look_or_an_answer_are_named_with_the_last_answers_on_the_fit() -> None:
    today = date(2026, 11, 22)
    trends = {
        name: Trend(id=name, title=name, on=today - timedelta(days=days), direction=TrendDirection.SHRINKING)
        for name, days in (("old", 366), ("new", 10))
    }
    goals = {
        "g": Goal(id="g", title="G", trends=frozenset({"old"})),
        "h": Goal(id="h", title="H", trends=frozenset({"new"}), status=GoalStatus.DROPPED),
    }
    fits = {
        str(n): Fit(id=str(n), on=date(2026, n, 1), side=FitSide.ME, answer=answer, note="Mostly.")
        for n, answer in ((3, FitAnswer.NO), (5, FitAnswer.PARTLY), (12, FitAnswer.YES))
    }

    assert facts(
        Prefill.TRENDS, YearInPlan(year=2026, today=today, trends=trends, goals=goals, fits=fits)
    ) == (
        "2 trends in your plan.",
        "Not looked at for a while:",
        "old · shrinking · last looked at on 21 Nov 2025",
        "No goal answers these yet:",
        "new · shrinking · last looked at on 12 Nov 2026",
        "Does it still fit me? In part (1 May 2026) · Mostly.",
    )


@given(st.text(max_size=400))
def test_a_text_in_brief_stands_on_one_line(text: str) -> None:
    brief = in_brief(text)

    assert len(brief) <= 122
    assert "\n" not in brief
    assert brief == " ".join(text.split()) or brief.endswith("…")
