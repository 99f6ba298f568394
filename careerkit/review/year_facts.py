"""The facts of what a year collected: its sums, its wins, its quarterly checks, and its trends."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from careerkit.goals import FitSide, GoalStatus, MilestoneKind, Trend, answers_of, is_stale
from careerkit.review.goal_facts import dropped_besides, goals_of_year, met_besides, sum_of_goals
from careerkit.review.plan_facts import milestone_lines, milestones_of_year, sum_of_milestones
from careerkit.review.quarter import QUARTERS, QuarterCheck, checks_of
from careerkit.review.wins import Win, wins_between
from careerkit.review.year_in_plan import Facts, YearInPlan, in_brief, present_in, titled
from careerkit.text import is_blank
from careerkit.words import counted, day_in_words

_OF_SKILLS_AND_PEOPLE: Final = (MilestoneKind.QUALIFICATION, MilestoneKind.TRAINING, MilestoneKind.NETWORK)


def year_facts(plan: YearInPlan) -> Facts:
    """Return the year in sums: each says what it counts, and nothing is counted in two of them."""
    met, dropped = met_besides(plan), dropped_besides(plan)
    checkins = [it for it in present_in(plan.checkins) if it.on.year == plan.year]
    wins, checks = _wins(plan), _answered(plan)
    trends = [it for it in present_in(plan.trends) if it.on.year == plan.year]
    if not any((goals_of_year(plan), milestones_of_year(plan), met, dropped, checkins, wins, checks, trends)):
        return (f"Nothing of {plan.year} is in your plan yet. Your calendar and your photos may help.",)
    of_goals = counted(len({it.goal for it in checkins}), "goal", "goals")
    besides = {"met": met, "dropped": dropped}
    return (
        f"{plan.year} in your plan:",
        sum_of_milestones(plan),
        sum_of_goals(plan),
        *(
            f"{counted(len(goals), 'goal', 'goals')} {what} in {plan.year} without being due in it."
            for what, goals in besides.items()
            if goals
        ),
        _sum(len(checkins), "check-in", "check-ins", f" on {of_goals}" if checkins else ""),
        _sum(len(wins), "win", "wins", " noted"),
        _sum(len(trends), "trend", "trends", " noted or looked at"),
        f"{len(checks) or 'None'} of {len(QUARTERS)} quarterly checks answered.",
        *(_check(check, plan) for check in checks),
    )


def win_facts(plan: YearInPlan) -> Facts:
    """Return the wins of the year, by day, with what shows them."""
    wins = _wins(plan)
    if not wins:
        return (
            f"No wins noted for {plan.year} yet. Think of a day you were glad about, and of thanks you got.",
        )
    return (f"{counted(len(wins), 'win', 'wins')} noted for {plan.year}:", *map(_win, wins))


def strength_facts(plan: YearInPlan) -> Facts:
    """Return the strengths, those added in the year first, and what was done for skills and contacts."""
    strengths = present_in(plan.strengths)
    added = [it for it in strengths if it.id in plan.past.strengths_added]
    done = [it for it in present_in(plan.milestones) if it.year == plan.year and it.done]
    gained = [it for it in done if it.kind in _OF_SKILLS_AND_PEOPLE]
    head = "No strengths noted yet. Think of what others come to you for."
    if strengths:
        new = f", {len(added)} of them added in {plan.year}" if added else ""
        head = f"{counted(len(strengths), 'strength', 'strengths')} in your plan{new}:"
    lines = [
        f"{f'New in {plan.year}: ' if it in added else ''}{titled(it.title, it.mark)} · "
        f"{in_brief(it.evidence) or 'nothing written yet that shows it'}"
        for it in (*added, *(it for it in strengths if it not in added))
    ]
    what = f"{counted(len(gained), 'milestone', 'milestones')} for skills and contacts done in {plan.year}:"
    return (head, *lines, *((what, *milestone_lines(gained, plan)) if gained else ()))


def trend_facts(plan: YearInPlan) -> Facts:
    """Return which trends want a look or an answer, and what was last said on whether the plan fits."""
    trends = present_in(plan.trends)
    if not trends:
        head = "No trends noted yet. What did people in your field talk about this year?"
        return (head, *_fits(plan))
    goals = [it for it in present_in(plan.goals) if it.status is not GoalStatus.DROPPED]
    answered = {trend for goal in goals for trend in goal.trends}
    stale = [it for it in trends if is_stale(it, plan.read_on)]
    unanswered = [it for it in trends if it.id not in answered]
    return (
        f"{counted(len(trends), 'trend', 'trends')} in your plan.",
        *_trends("Not looked at for a while:", stale),
        *_trends("No goal answers these yet:", unanswered),
        *_fits(plan),
    )


def _sum(count: int, one: str, many: str, what: str) -> str:
    text = counted(count, one, many)
    return f"{text[0].upper()}{text[1:]}{what}."


def _wins(plan: YearInPlan) -> list[Win]:
    return wins_between(plan.wins, date(plan.year, 1, 1), date(plan.year, 12, 31))


def _win(win: Win) -> str:
    evidence = f" · {in_brief(win.evidence)}" if not is_blank(win.evidence) else ""
    return f"{day_in_words(win.on)}: {titled(win.title, win.mark)}{evidence}"


def _answered(plan: YearInPlan) -> list[QuarterCheck]:
    return [
        it for it in checks_of(plan.quarter_checks, plan.year) if any(map(str.strip, it.answers.values()))
    ]


def _check(check: QuarterCheck, plan: YearInPlan) -> str:
    told = {key: in_brief(text) for key, text in check.answers.items() if not is_blank(text)}
    ordered = sorted(told, key=[*plan.quarter_titles, *told].index)
    parts = (f"{plan.quarter_titles.get(key, key)}: {told[key]}" for key in ordered)
    return f"Quarter {check.quarter} · {' · '.join(parts)}"


def _trends(head: str, trends: list[Trend]) -> Facts:
    lines = (
        f"{trend.title} · {trend.direction.label.lower()} · last looked at on {day_in_words(trend.on)}"
        for trend in trends
    )
    return (head, *lines) if trends else ()


def _fits(plan: YearInPlan) -> Iterator[str]:
    """Yield the newest answer to each of the two questions about the fit."""
    for side in FitSide:
        known = [it for it in answers_of(plan.fits, side) if it.on <= plan.read_on]
        if known:
            note = f" · {in_brief(known[0].note)}" if known[0].note else ""
            yield f"{side.label} {known[0].answer.label} ({day_in_words(known[0].on)}){note}"
