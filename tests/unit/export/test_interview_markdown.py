import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from careerkit.content import interview_questions, word_kin
from careerkit.export import answer_markdown, answers_markdown, cues_markdown, research_markdown
from careerkit.interview import Answer, Application, Ask, Asked, AskKind

QUESTION = interview_questions()[Asked.NEAR]
ACME = Application(id="a", company="Acme *& Co*", role="Buyer #1")


def document(text: str, application: Application = ACME) -> str:
    answer = Answer(id="x", application_id="a", asked=Asked.NEAR, text=text)
    return answer_markdown(application, answer, QUESTION)


def shown(text: str) -> str:
    """Return the answer as a reader of the document sees it, empty lines as paragraphs."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(document(text))
    body = re.search(r"Question: .*?</p>\n(.*)<p>Length: ", html, re.DOTALL)
    assert body
    lines = body[1].replace("<br />\n", "\n").replace("</p>\n<p>", "\n\n")
    inside = re.fullmatch(r"<p>([^<]*)</p>\n", lines)
    assert inside, html
    return unescape(inside[1])


def test_the_document_says_what_it_is_for_the_question_the_text_and_its_length() -> None:
    html = MarkdownIt().render(document("I want to learn."))

    assert html.splitlines() == [
        "<h1>Buyer #1, Acme *&amp; Co*</h1>",
        "<h2>Career goals (three to five years)</h2>",
        f"<p>Question: {QUESTION.asks}</p>",
        "<p>I want to learn.</p>",
        "<p>Length: 4 words, about 5 seconds when spoken.</p>",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "![x](http://a.b)",
        "<script>alert(1)</script>",
        "# H\n- one\n1. two\n2) three\n+ four",
        "Hello\n===",
        "Hello\n---\nthere",
        "| a | b |\n|---|---|",
        "```\ncode\n~~~",
        "a_b *c* `d` ~~e~~ |f| &amp; \\ ^ :g:",
        "[a]: http://b.c",
        "> said\n\n> again",
    ],
)
def test_what_people_wrote_is_shown_as_they_typed_it(text: str) -> None:
    assert shown(text) == text


def test_leading_blanks_are_shown() -> None:
    assert (
        shown("    code\n\tmore\n  and") == "\u00a0" * 4 + "code\n" + "\u00a0" * 4 + "more\n\u00a0\u00a0and"
    )


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab1 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~é", min_size=1), min_size=1))
def test_any_text_is_shown_as_typed_but_for_blanks_at_the_ends_of_lines(lines: list[str]) -> None:
    typed = [line.strip() for line in lines if line.strip()]
    text = "\n".join(typed)

    assert shown(text or "x") == (text or "x")


def test_a_heading_of_what_people_wrote_stays_on_one_line() -> None:
    html = MarkdownIt().render(document("x", Application(id="a", company="A\n\n# B", role="C\n===\nD")))

    assert html.startswith("<h1>C === D, A # B</h1>\n<h2>Career goals")


def test_an_empty_answer_says_so() -> None:
    assert "Nothing is written yet." in document("")


NEAR = Answer(
    id="a-near", application_id="a", asked=Asked.NEAR, text="I want to *finish* the wound care course."
)
LONG = Answer(id="a-long", application_id="a", asked=Asked.LONG)


def test_the_sheet_has_every_answer_with_its_question_and_the_day_of_the_interview() -> None:
    application = replace(ACME, interview_on=date(2028, 2, 29))
    text = answers_markdown(application, [NEAR, LONG], interview_questions())

    html = MarkdownIt().render(text)
    assert "<p>Interview on 2028-02-29</p>" in html
    assert html.index("Career goals") < html.index("Career aspirations")
    assert NEAR.text in html
    assert "Nothing is written yet." in html


def test_the_card_has_cues_alone() -> None:
    html = MarkdownIt().render(cues_markdown(ACME, [NEAR], word_kin()))

    assert "wound care course" in html
    assert "I want" not in html


def test_the_research_has_what_was_noted_and_nothing_else() -> None:
    application = replace(
        ACME, culture="They eat\ntogether <b>", gains="Less waste", gives={"x": "Cases", "gone": "Other"}
    )
    asks = [
        Ask(id="1", application_id="a", title="Patience", kind=AskKind.VALUE, quote="patience"),
        Ask(id="2", application_id="a", title="Excel", quote="Good knowledge of Excel"),
    ]
    html = MarkdownIt().render(research_markdown(application, asks, {"x": "Become *the* expert"}))

    assert "They eat<br />\ntogether &lt;b&gt;" in html
    assert "Become *the* expert: Cases" in html
    assert "Other" not in html
    assert "<li>Patience</li>" in html
    assert "Excel (“Good knowledge of Excel”)" in html
    assert "<h3>Who had the role" not in html
