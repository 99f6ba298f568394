import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from careerkit.content import interview_questions
from careerkit.export import answer_markdown
from careerkit.interview import Answer, Application, Asked

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
        "<h2>Near term (three to five years)</h2>",
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

    assert html.startswith("<h1>C === D, A # B</h1>\n<h2>Near term")


def test_an_empty_answer_says_so() -> None:
    assert "Nothing is written yet." in document("")
