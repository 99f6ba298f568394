from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from careerkit.export.review_markdown import review_markdown
from careerkit.review import About, Addendum, Choice, Decision, Reason, Review, ReviewStep

STEPS = (
    ReviewStep(id="goals", title="Goals", asks="Still yours?"),
    ReviewStep(id="health", title="How I am", asks="How was it?"),
    ReviewStep(id="wins", title="Wins & more", asks=""),
)


def decision(about: About, choice: Choice, **more: Any) -> Decision:  # noqa: ANN401 - any field
    return Decision(**{"about": about, "choice": choice, "entry_id": str(more), **more})


DECISIONS = (
    decision(
        About.GOAL,
        Choice.MOVE,
        title="Pass *it*",
        due=date(2027, 12, 1),
        reason=Reason.MARKET,
        note="Two\nleft.",
    ),
    decision(About.GOAL, Choice.DROP, title="My secret", reason=Reason.HEALTH, private=True),
    decision(About.GOAL, Choice.SPLIT, title="Be known", reason=Reason.LIFE, parts=("Write", "Speak")),
    decision(About.ASPIRATION, Choice.RAISE, title="Lead", level="Head", next_level="Director"),
    decision(About.MILESTONE, Choice.ADD, parts=("Find a mentor",), year=2027),
    decision(About.GOAL, Choice.KEEP, title="Enrol"),
)
RECORD = Review(
    id="review-2026-1",
    year=2026,
    steps=STEPS,
    started_on=date(2026, 12, 20),
    finished_on=date(2027, 1, 5),
    next_on=date(2027, 12, 20),
    answers={"goals": "Yes.\n<b>All</b> of them.", "health": "Not well.", "wins": ""},
    facts={
        "goals": (
            "3 goals due in 2026: 2 done, 1 open.",
            "Done: Pass # 1",
            "Open: Hide (kept private)",
            "1 goal due later:",
            "Idea: Speak",
        )
    },
    decisions={it.key: it for it in DECISIONS},
    applied=frozenset(it.key for it in DECISIONS[:3]),
    private=frozenset({"health"}),
    addenda=(Addendum(on=date(2027, 2, 1), text="It was *less*."),),
)


def read(review: Review, *, include_private: bool = False) -> list[str]:
    """Return the lines of the document as a reader of Markdown makes them."""
    html = str(MarkdownIt().render(review_markdown(review, include_private=include_private)))
    return html.splitlines()


def test_the_document_has_steps_decisions_and_addenda_without_what_is_private() -> None:
    assert read(RECORD) == [
        "<h1>Review of 2026</h1>",
        "<p>Begun on 20 Dec 2026, finished on 5 Jan 2027. The next review is planned for 20 Dec 2027.</p>",
        "<p>Left out: 1 private step and what the plan says of private entries.</p>",
        "<h2>Goals</h2>",
        "<p>Question: Still yours?</p>",
        "<p>What the plan said that day:</p>",
        "<p>3 goals due in 2026: 2 done, 1 open.</p>",
        "<ul>",
        "<li>Done: Pass # 1</li>",
        "</ul>",
        "<p>1 goal due later:</p>",
        "<ul>",
        "<li>Idea: Speak</li>",
        "</ul>",
        "<p>Yes.<br />",
        "&lt;b&gt;All&lt;/b&gt; of them.</p>",
        "<h2>Wins &amp; more</h2>",
        "<p>No answer.</p>",
        "<h2>Decisions</h2>",
        "<ul>",
        "<li>Goal “Pass *it*”: give it another date (due 1 Dec 2027). Reason: The market. Two left.</li>",
        "<li>Goal “Be known”: split it (into “Write” and “Speak”). Reason: My life.</li>",
        "<li>Aspiration “Lead”: raise it (level Head, then Director). Not carried out.</li>",
        "<li>Milestone “Find a mentor”: add it (2027). Not carried out.</li>",
        "<li>Goal “Enrol”: keep it.</li>",
        "</ul>",
        "<h2>Added later</h2>",
        "<h3>1 Feb 2027</h3>",
        "<p>It was *less*.</p>",
    ]


def test_with_private_parts_everything_is_there_and_nothing_is_left_out() -> None:
    whole = "\n".join(read(RECORD, include_private=True))

    for text in ("How I am", "Not well.", "Hide (kept private)", "My secret"):
        assert text in whole
        assert text not in "\n".join(read(RECORD))
    assert "Left out" not in whole


def test_a_review_without_private_parts_leaves_nothing_out() -> None:
    plain = replace(RECORD, private=frozenset(), facts={}, decisions={}, applied=frozenset())

    assert not any("Left out" in line for line in read(plain))
    assert not any("Decisions" in line for line in read(plain))


def test_a_review_that_is_under_way_says_so() -> None:
    assert read(replace(RECORD, finished_on=None))[1] == "<p>Begun on 20 Dec 2026, and not finished yet.</p>"


@given(st.text(alphabet="ab1 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\né", min_size=1))
def test_what_people_wrote_makes_no_headings_links_or_markup(text: str) -> None:
    review = replace(
        RECORD,
        answers={"goals": text},
        facts={"goals": ("Head.", text)},
        decisions={it.key: replace(it, title=text, note=text) for it in DECISIONS},
        addenda=(Addendum(on=date(2027, 2, 1), text=f"x{text}"),),
    )

    tokens = MarkdownIt().parse(review_markdown(review, include_private=True))

    inside = {child.type for token in tokens for child in token.children or ()}
    assert inside <= {"text", "text_special", "hardbreak", "softbreak"}
    assert sum(token.type == "heading_open" for token in tokens) == 7
    assert {token.type for token in tokens if token.nesting >= 0} <= {
        "heading_open",
        "paragraph_open",
        "bullet_list_open",
        "list_item_open",
        "inline",
    }
