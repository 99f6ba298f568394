import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit import content
from careerkit.aspirations import reads_like_goal
from careerkit.goals import Goal, GoalStatus
from careerkit.goals.advice import MOST_AT_ONCE, UNSURE, Advice, GoalEntry, goal_advice, reads_like_aspiration

TODAY = date(2026, 11, 24)
LAST_YEAR = 2032
WHOLE = GoalEntry(
    title="Pass the CPA exam",
    due=date(2027, 6, 1),
    has_measure=True,
    first_step="Book the exam",
    obstacle="I am tired",
    action="I read one page",
    confidence=8,
    aspirations=frozenset({"a"}),
    status=GoalStatus.DOING,
)

ASPIRATIONS = """\
Become someone people trust with difficult audits
Become the tax expert people ask for by name
Become an expert in my field
Become a better listener
Become more patient with beginners
Become a trusted adviser to family firms
Become the person others are told to ask
Become one of those who shape the profession
Become an inspiring teacher
Become my own boss
Become a role model for young engineers
Be someone who keeps promises
Be the kind of manager I never had
Be known for clear writing
Be known as a fair negotiator
Be there for my family
Be financially independent
Be more courageous in meetings
Be a good leader
I want to be happy with my work
Grow into a bigger role
Grow into someone who leads calmly
Develop into a generalist
Move towards work with more meaning
Do work that matters to me
Do work in line with what I care about
Do something worthwhile
Find work where results count
Have more time for my children
Have a voice in my profession
Have time for what matters
Earn more
Earn more, so that money no longer decides for me
Work less and live more
Spend more time outdoors
Take on more responsibility
Learn more about people
Live a calm life
Feel at home in what I do
Keep learning
Stay relevant as technology changes
Make a difference for patients
Build a reputation for honesty
Rise in an established organisation
Know one subject so well that others rely on my judgement
Get better at saying no
Inspire young people to study science
Work for myself one day
Love what I do
Better work-life balance
Lead people well
Someone my colleagues come to
Enough freedom to choose my projects
Bring calm into every room
Write as clearly as my old teacher
Be at the forefront of nursing
Never stop being amazed
""".splitlines()
"""Written as aspirations, the last ones in ways that no rule expects."""
MISSED = 6
"""Of them, how many are not recognised. It may only become smaller."""

GOALS = """\
Pass the CPA exam by 12 December
Pass the driving test
Become a certified public accountant by 2028
Become a certified public accountant
Become a team lead
Become the new people manager of the warehouse
Become a real estate agent
Become a clinical nurse specialist
Become the patient safety lead of the ward
Become a member of the works council
Become treasurer of the society
Become an expert witness at the district court
Become better at chess than 1800 points
Be promoted to senior engineer
Be at my desk before nine on three days a week
Be known to all twelve team leads
Earn 90,000 a year
Earn a master's degree
Earn more than 4,000 euros a month
Have more than three offers in hand
Have a website of my own online
Have the contract signed
Have more monitoring in the payment service by May
Work four days a week
Work one day a week from home
Work from home one day a week
Cut the delivery time to one day
Finish the move in one day
Move to a bigger flat
Move the archive to the new building
Ask for better pay in a well-prepared conversation
Apply for a better-paid position
Negotiate a better contract
Write a better CV
Hire a person who speaks French
Find a mentor in the finance department
Find a job in Hamburg
Live in Spain for half a year
Get a better laptop
Get certified as a trainer
Get more than half of the votes
Do the inventory before Christmas
Do a first-aid course
Do an internship abroad
Lead the migration of the billing system
Lead people managers through the new process
Build a prototype
Build a house
Keep a diary for thirty days
Stay in touch with every client this quarter
Take the night shift off my calendar
Take on the account of the hospital
Learn Spanish to level B2
Learn to drive a forklift
Talk to my manager about a raise
Grow the newsletter to 500 readers
Raise the share of repeat clients by ten percent
Develop a training for newcomers
Close the books one day earlier
Make one lasting change to my working hours
Become a better-paid analyst at another firm
Become content manager
Become independent of the old supplier
Be seen at the trade fair
Get known to the hiring manager
Get happy customers to write reviews
Grow into the German market
Head towards signing the lease
Earn more certificates
Work better shifts
Take more photos for the portfolio
Spend less on rent
More reviews on the shop page
Have time tracked automatically
Have room for the workshop booked
Build a career page
Build a reputation dashboard
Do what I promised to the council
Leave the world of retail
Rise through the ranks to captain
Inspire people workshop delivered
""".splitlines()
"""Written as goals; many begin as an aspiration would, or compare."""


def content_titles() -> Iterator[str]:
    folder = Path(content.__file__).parent
    demo, paths, directions = (
        tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("demo", "paths", "directions")
    )
    yield from (goal["title"] for goal in demo["goal"].values())
    yield from (milestone["title"] for milestone in demo["milestone"])
    yield from (goal["title"] for path in paths["path"] for goal in path["goal"])
    yield from (it["title"] for it in directions["direction"] if it["kind"] == "goal")


def advised(entry: GoalEntry, *others: Goal) -> tuple[Advice, ...]:
    return goal_advice(entry, others=others, today=TODAY, last_year=LAST_YEAR)


def under_way(count: int) -> list[Goal]:
    return [
        Goal(id=str(at), title="Other", due=date(2027, 1, 1), status=GoalStatus.DOING) for at in range(count)
    ]


def test_nothing_is_said_of_a_goal_that_has_everything() -> None:
    assert advised(WHOLE, *under_way(4)) == ()


@pytest.mark.parametrize(
    ("entry", "advice"),
    [
        pytest.param(replace(WHOLE, has_measure=False), Advice.NO_MEASURE, id="no-measure"),
        pytest.param(replace(WHOLE, due=None, status=GoalStatus.IDEA), Advice.NO_DATE, id="no-date"),
        pytest.param(replace(WHOLE, due=date(2026, 11, 23)), Advice.PAST_DATE, id="yesterday"),
        pytest.param(replace(WHOLE, due=date(2033, 1, 1)), Advice.TOO_FAR, id="after-the-last-year"),
        pytest.param(replace(WHOLE, first_step=" \n"), Advice.NO_FIRST_STEP, id="blank-step"),
        pytest.param(replace(WHOLE, aspirations=frozenset()), Advice.NO_LINK, id="serves-nothing"),
        pytest.param(replace(WHOLE, action=" "), Advice.HALF_IF_THEN, id="if-without-then"),
        pytest.param(replace(WHOLE, obstacle=""), Advice.HALF_IF_THEN, id="then-without-if"),
        pytest.param(replace(WHOLE, confidence=6), Advice.LOW_CONFIDENCE, id="six-of-ten"),
        pytest.param(replace(WHOLE, confidence=1), Advice.LOW_CONFIDENCE, id="one-of-ten"),
    ],
)
def test_what_is_missing_gets_its_one_word_of_advice(entry: GoalEntry, advice: Advice) -> None:
    assert advised(entry) == (advice,)


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(replace(WHOLE, due=TODAY), id="due-today"),
        pytest.param(replace(WHOLE, due=date(2032, 12, 31)), id="last-day-of-the-plan"),
        pytest.param(replace(WHOLE, confidence=UNSURE + 1), id="sure"),
        pytest.param(replace(WHOLE, confidence=None), id="not-asked"),
        pytest.param(replace(WHOLE, obstacle="", action=""), id="no-if-then-at-all"),
        pytest.param(replace(WHOLE, aspirations=frozenset(), needs=frozenset({"n"})), id="serves-a-need"),
    ],
)
def test_nothing_is_said_at_the_edge_of_what_is_fine(entry: GoalEntry) -> None:
    assert advised(entry) == ()


def test_a_sixth_goal_under_way_is_many_and_only_those_under_way_count() -> None:
    five = under_way(MOST_AT_ONCE)
    others = [replace(five[0], archived=True), replace(five[0], status=GoalStatus.PLANNED), *five[1:]]

    assert advised(WHOLE, *five) == (Advice.TOO_MANY,)
    assert advised(WHOLE, *others) == ()
    assert advised(replace(WHOLE, status=GoalStatus.PLANNED), *five) == ()


def test_the_most_useful_advice_comes_first() -> None:
    entry = GoalEntry(title="Be more patient", obstacle="Noise", confidence=2)

    assert advised(entry) == (
        Advice.READS_LIKE_ASPIRATION,
        Advice.NO_DATE,
        Advice.NO_MEASURE,
        Advice.NO_FIRST_STEP,
        Advice.HALF_IF_THEN,
        Advice.NO_LINK,
        Advice.LOW_CONFIDENCE,
    )


def test_with_a_date_and_a_measure_it_is_a_goal_however_it_reads() -> None:
    reads_so = replace(WHOLE, title="Be more patient")

    assert advised(reads_so) == ()
    assert Advice.READS_LIKE_ASPIRATION in advised(replace(reads_so, has_measure=False))


@pytest.mark.parametrize(
    "entry",
    [
        GoalEntry(),
        GoalEntry(title=" \u200b", obstacle="x"),
        replace(WHOLE, title=""),
        GoalEntry(title="Pass", status=GoalStatus.DONE, due=date(2020, 1, 1)),
        GoalEntry(title="Pass", status=GoalStatus.DROPPED),
    ],
)
def test_nothing_is_said_without_a_title_nor_of_what_is_settled(entry: GoalEntry) -> None:
    assert advised(entry, *under_way(9)) == ()


@given(
    st.builds(
        GoalEntry,
        title=st.text(),
        due=st.none() | st.dates(),
        has_measure=st.booleans(),
        first_step=st.text(),
        obstacle=st.text(),
        action=st.text(),
        confidence=st.none() | st.integers(),
        status=st.sampled_from(GoalStatus),
    )
)
def test_advice_never_fails_and_keeps_its_order(entry: GoalEntry) -> None:
    order = list(Advice)
    places = [order.index(advice) for advice in advised(entry)]

    assert places == sorted(set(places))


@pytest.mark.parametrize("title", [*GOALS, *content_titles()])
def test_no_goal_reads_like_an_aspiration(title: str) -> None:
    assert not reads_like_aspiration(title)


def test_most_aspirations_are_recognised() -> None:
    missed = [title for title in ASPIRATIONS if not reads_like_aspiration(title)]

    assert len(missed) == MISSED, missed


@pytest.mark.parametrize("title", ["I'd like to be more patient.", "  TO BE\tMORE patient!", "“Earn more”"])
def test_capitals_blanks_quotes_and_i_want_to_make_no_difference(title: str) -> None:
    assert reads_like_aspiration(title)


@given(
    st.sampled_from(ASPIRATIONS),
    st.sampled_from(
        ["by May 2027", "before 12 December", "in 2030", "3 times", "for twelve clients", "by Friday"]
    ),
)
def test_a_title_with_a_date_or_a_number_never_reads_like_an_aspiration(title: str, exact: str) -> None:
    assert not reads_like_aspiration(f"{title} {exact}")


@given(st.text())
def test_no_title_reads_like_both(title: str) -> None:
    assert not (reads_like_aspiration(title) and reads_like_goal(title))
