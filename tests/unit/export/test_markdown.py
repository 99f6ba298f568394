import pytest

from careerkit.content.questions import interview_questions
from careerkit.export import answer_markdown, escaped
from careerkit.interview import Answer, Application, Horizon

QUESTION = interview_questions()[Horizon.NEAR]
ACME = Application(id="a", company="Acme *& Co*", role="Buyer #1")


def document(text: str) -> str:
    return answer_markdown(
        ACME, Answer(id="x", application_id="a", horizon=Horizon.NEAR, text=text), QUESTION
    )


def test_the_document_says_what_it_is_for_the_question_the_text_and_its_length() -> None:
    assert document("I want to learn.").splitlines() == [
        r"# Buyer \#1, Acme \*\& Co\*",
        "",
        "## Near term (three to five years)",
        "",
        f"Question: {QUESTION.asks}",
        "",
        r"I want to learn\.",
        "",
        "Length: 4 words, about 5 seconds when spoken.",
    ]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("![x](http://a.b)", r"\!\[x\]\(http://a\.b\)"),
        ("<script>", r"\<script\>"),
        ("# H\n- one\n1. two", "\\# H  \n\\- one  \n1\\. two"),
        ("    code", "code"),
        ("a_b `c` ~d~ |e|", r"a\_b \`c\` \~d\~ \|e\|"),
    ],
)
def test_what_people_wrote_stands_as_they_typed_it(typed: str, written: str) -> None:
    assert escaped(typed) == written


def test_an_empty_answer_says_so() -> None:
    assert "Nothing is written yet." in document("")
