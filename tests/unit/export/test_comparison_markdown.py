from markdown_it import MarkdownIt

from careerkit.export.comparison_markdown import comparison_markdown, years_markdown
from careerkit.review import NeedPlaces, RatingPair, Reason, YearRow, YearsCompared

COMPARED = YearsCompared(
    older=2025,
    newer=2026,
    places=(
        NeedPlaces(need="Mastery", before=1, after=1),
        NeedPlaces(need="Balance", before=3, after=2),
        NeedPlaces(need="Free*dom*", before=None, after=3),
        NeedPlaces(need="Income", before=2, after=3),
        NeedPlaces(need="Status", before=4, after=None),
    ),
    ratings=(
        RatingPair(need="Mastery", before=3, after=4),
        RatingPair(need="Income", before=7, after=5),
        RatingPair(need="Balance", before=6, after=6),
    ),
    met={2025: ("Enrol", "Hide (kept private)"), 2026: ()},
    dropped={2025: {"Move_abroad": "My life."}, 2026: {"Secret (kept private)": "Why."}},
    goals_again=("Pass <it>", "Mum (kept private)"),
    unmet_again=RatingPair(need="Mastery", before=3, after=4),
    reasons_again=(Reason.LIFE, Reason.HEALTH),
)


def read(compared: YearsCompared, *, include_private: bool = False) -> list[str]:
    text = comparison_markdown(compared, include_private=include_private)
    return [line for line in MarkdownIt().render(text).splitlines() if line not in ("<ul>", "</ul>")]


def test_the_document_tells_needs_ratings_goals_and_what_recurs() -> None:
    assert read(COMPARED) == [
        "<h1>2025 and 2026 beside each other</h1>",
        "<p>Left out: goals that are kept private.</p>",
        "<h2>Needs</h2>",
        "<li>Balance moved up: 3rd → 2nd</li>",
        "<li>Income moved down: 2nd → 3rd</li>",
        "<li>Free*dom* is new, 3rd</li>",
        "<li>Status is no longer compared</li>",
        "<h2>How far needs are met, 0 to 10</h2>",
        "<li>Mastery: 3 → 4 (+1)</li>",
        "<li>Income: 7 → 5 (−2)</li>",
        "<li>Balance: 6 → 6</li>",
        "<h2>Goals</h2>",
        "<h3>2025</h3>",
        "<li>Met: Enrol</li>",
        "<li>Dropped: Move_abroad. Reason: My life.</li>",
        "<h3>2026</h3>",
        "<p>No goal met or dropped.</p>",
        "<h2>What recurs</h2>",
        "<li>“Pass &lt;it&gt;” was open, or got another date, in both years.</li>",
        "<li>Mastery came first in both years, and was met by less than half: 3 of 10, then 4.</li>",
        "<li>The plan changed in both years for the same reason: “My life” and “My health”.</li>",
    ]


def test_private_goals_are_there_when_they_are_wanted() -> None:
    whole = "\n".join(read(COMPARED, include_private=True))

    for title in ("Hide", "Secret", "Mum"):
        assert title in whole
        assert title not in "\n".join(read(COMPARED))
    assert "Left out" not in whole


def test_what_cannot_be_compared_is_said_and_left_out() -> None:
    untold = YearsCompared(older=2024, newer=2025, untold=("The record of 2024 keeps no picture.",))

    assert read(untold) == [
        "<h1>2024 and 2025 beside each other</h1>",
        "<p>The record of 2024 keeps no picture.</p>",
    ]


def test_the_same_order_is_said_to_be_the_same() -> None:
    same = YearsCompared(older=2025, newer=2026, places=(NeedPlaces(need="Mastery", before=1, after=1),))

    assert read(same)[-1] == "<li>The order is the same</li>"


def test_all_years_make_a_table() -> None:
    rows = (
        YearRow(year=2024),
        YearRow(year=2025, first_need="A | B", met=2, dropped=0, milestones=(1, 4), reason=Reason.MARKET),
    )

    html = MarkdownIt("gfm-like", {"linkify": False}).render(years_markdown(rows))

    cells = [line.strip() for line in html.splitlines() if line.strip().startswith("<td")]
    assert cells == [
        *("<td>2024</td>", *["<td></td>"] * 5),
        *("<td>2025</td>", "<td>A | B</td>", "<td>2</td>", "<td>0</td>", "<td>1 of 4</td>"),
        "<td>The market</td>",
    ]
