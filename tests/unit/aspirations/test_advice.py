import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit import content
from careerkit.aspirations.advice import LONGEST_READ, names_date_or_number, plain_title, reads_like_goal

GOALS = """\
Pass the CPA exam by 12 December
Pass the first two CPA papers
Pass the driving test
Pass one examination that my subject asks for
Become a certified public accountant by 2028
Become head of department before 40
Be known as an expert by the end of 2029
Finish my master's thesis
Finish the evening course
Complete one course that better-paid positions ask for
Complete my apprenticeship
Publish an article in a journal
Publish two papers a year
Write a book
Write my dissertation by next summer
Earn 90,000 euros
Earn 20 % more
Earn €70k
Earn my MBA
Earn one qualification that experts respect
Save six months of living costs
Save at least 500 a month
Save $20,000
Run a marathon
Run the Berlin marathon in 2027
Win three paying clients
Win my first client
Get a promotion
Get my tax return done by May
Sell ten subscriptions
Hire two engineers
Apply for three positions
Ask ten possible clients what they would pay for
Meet four people who decide about roles
Read twelve books a year
Go to the gym twice a week
Leave work on time three days a week for three months
Help out for twenty hours with something I care about
Reduce overtime by ten percent
Increase sales by 15 percent
Advise twelve small firms on cross-border tax
Visit three owners of a business
Move to Lisbon before 1 September
Start the new job on 1.10.2027
Finish the redesign in Q3
Hand in my application by Friday
Learn to swim this summer
Speak at the regional tax day next year
Own a flat by my 40th birthday
Open the shop within two years
Lose 5 kg
Sign the lease before Christmas
Lead one project from start to finish
Get a free hand in one of my regular tasks
Enrol for the CPA
Join the tax committee of the institute
Move to a bigger flat
Give my first talk
""".splitlines()
"""Written as goals, the last ones without anything that the rules look for."""
MISSED = 6
"""Of them, how many are not recognised. It may only become smaller."""

ASPIRATIONS = """\
Become someone people trust with difficult audits
Become someone who can read a balance sheet in ten minutes
Become the person others are told to ask
Become a person who finishes a book every week
Be known for my three rules of good design
Be there for the two people I love most
Be at home in two languages
Be one of the hundred best in my trade
Be ready for whatever may come
Be the first in my family to lead
Live between two worlds
Live every day as if it were the last
Live a life that I may look back on gladly
Have time for my children before the week begins
Have two feet on the ground
March to my own drum
Do what I may love for thirty years
Still love my work after twenty years
Work for myself one day, with a few clients I like
Grow one step at a time
Learn to manage people, one step at a time
Lead people well, a few at first and one day a whole organisation
Lead two generations into one way of working
Pass on what I know to the next generation
Pass on what two generations taught me
Pass the test of time
Finish the day with a good conscience
Finish what I start
Finish each year a little wiser than the last
Complete every circle I open
Publish books that people give to their friends
Publish a book that changes how people think of money
Write in two languages as if both were mine
Earn the trust of two generations
Earn a living as an author of articles
Earn the respect of the exam board
Earn more
Save what can be saved
Run a business of my own that clients are glad to come back to
Run towards what scares me
Win a client's trust and keep it
Win people over
Get the best out of a team
Get to know the world beyond my degree
Raise two children well
Meet people at eye level
Read the room
Cut no corners
Sell only what I would buy
Give more than I take
Know one subject so well that others rely on my judgement
Find my place in industry 4.0
Be calm 24/7
Understand what the 21st century asks of us
Enjoy the next year as much as the last
Wear many hats
Increase my circle of influence
Contribute to Agenda 2030
Someday run two shops by the sea
Not a single second of my life in vain
Write the book I always wanted to read
Run my life like a marathon
Get a degree of freedom
Be within a year of retirement all my life
Never wait until summer to live
Take on this year's hardest cases with calm
Spend a thousand evenings with my children
Ask two questions before giving an answer
Save a thousand lives
Advise the two sides fairly
Do the work of two people with one calm mind
Serve clients in three countries
Be a bridge between 2 worlds
Win a customer by listening
""".splitlines()
"""Written as aspirations; many have a word in them that a goal would have."""


def content_titles() -> Iterator[str]:
    folder = Path(content.__file__).parent
    demo, paths, directions = (
        tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("demo", "paths", "directions")
    )
    yield from (aspiration["title"] for aspiration in demo["aspiration"].values())
    yield from (path["aspiration"] for path in paths["path"])
    yield from (it["title"] for it in directions["direction"] if it["kind"] == "aspiration")


@pytest.mark.parametrize("title", [*ASPIRATIONS, *content_titles()])
def test_no_aspiration_reads_like_a_goal(title: str) -> None:
    assert not reads_like_goal(title)


def test_most_goals_are_recognised() -> None:
    missed = [title for title in GOALS if not reads_like_goal(title)]

    assert len(missed) == MISSED, missed


@given(
    st.sampled_from(ASPIRATIONS), st.sampled_from(["by May 2027", "before 12 December", "by 2030", "in 2031"])
)
def test_whatever_has_a_date_reads_like_a_goal(title: str, when: str) -> None:
    assert reads_like_goal(f"{title} {when}")
    assert names_date_or_number(f"{title} {when}")


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Win three clients", True),
        ("Win 3 clients", True),
        ("Win a dozen clients", True),
        ("Meet once a month", True),
        ("Finish tomorrow", True),
        ("Finish by May", True),
        ("Finish what may come", False),
        ("Know one subject well", False),
        ("Often work in a canteen", False),
        ("Attend to what matters, once the depth is there", False),
    ],
)
def test_numbers_and_dates_are_told_from_words_that_look_alike(title: str, names: bool) -> None:  # noqa: FBT001
    assert names_date_or_number(title) is names


def test_a_title_is_read_without_capitals_quotes_and_i_want_to() -> None:
    assert plain_title("  “I’d like to  Earn\tmore.” ") == "earn more"


@given(st.text())
def test_any_text_gets_an_answer(title: str) -> None:
    assert reads_like_goal(title) in (True, False)
    assert names_date_or_number(title) in (True, False)


def test_no_text_takes_long_because_only_its_beginning_is_read() -> None:
    assert not reads_like_goal("a " * LONGEST_READ + "by 2030")
