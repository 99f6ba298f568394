import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.interview import Application, Severity, review_answer, stretches

LABELLED = Path(__file__).parents[2] / "data" / "answers-dev.jsonl"
NURSE = Application(id="a", company="St Mary", role="Ward nurse")


def rules_found(text: str, context: Application | None = None) -> set[str]:
    """Return the rules whose phrases find something, without what only sounds like a mistake."""
    return {finding.rule for finding in review_answer(text, context).findings if not finding.soft}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("own_business", "I plan to go freelance when I know enough people."),
        ("leave", "After a year I'd like to go back to school full time."),
        ("money", "I want to make as much money as possible."),
        ("fast_promotion", "I'd like to get promoted as quickly as possible."),
        ("want_your_job", "I want your job."),
        ("off_scope", "I want to switch careers completely."),
        ("too_specific", "By March 2029 I will be head of the kitchen."),
        ("overzealous", "I will outperform everyone on your team."),
        ("negative_past", "My old boss was incompetent."),
        ("vague", "I don't have a plan, to be honest."),
        ("slot", "I want to grow at {company}."),
    ],
)
def test_each_classic_mistake_is_found_in_plain_words(rule: str, text: str) -> None:
    assert rules_found(text) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to start my own business.",
        "Money is not what drives me.",
        "My sister wants to open her own shop.",
        "I want to plan the promotion of our seasonal products.",
        "I want to lead a team of ten engineers in five years.",
    ],
)
def test_what_is_denied_or_about_others_or_plain_ambition_is_left_alone(text: str) -> None:
    assert rules_found(text) == set()


def test_the_role_tells_which_goals_lie_outside_it() -> None:
    text = "In the long run I want to become a photographer."

    assert rules_found(text) == set()
    assert rules_found(text, NURSE) == {"off_scope"}


def test_a_finding_points_at_the_words_and_says_why_and_what_instead() -> None:
    text = "Well… 🎉 I’d like to be my own boss. Thank you."

    (finding,) = review_answer(text).findings
    assert text[finding.start : finding.end] == "my own boss"
    assert finding.severity is Severity.RED_FLAG
    assert finding.title
    assert finding.reason
    assert finding.suggestion


@pytest.mark.parametrize("text", ["", " ", "x", "\n", ".", "“", "“”", "¤ # ^ ,"])
def test_next_to_nothing_has_no_findings(text: str) -> None:
    assert review_answer(text).findings == ()


def test_fifty_thousand_characters_are_read_to_the_end() -> None:
    text = "I care about my patients. " * 1_900
    text += "I want to be my own boss."

    assert len(text) > 49_000
    assert [finding.end for finding in review_answer(text).findings] == [len(text) - 1]


def test_clean_answers_stay_clean() -> None:
    found: Counter[str] = Counter()
    for record in labelled():
        if not record["labels"]:
            found["clean"] += 1
            found["flagged"] += bool(rules_found(record["text"]) - set(record.get("also_ok", ())))

    assert found["clean"] > 150
    assert found["flagged"] / found["clean"] <= 0.02


@settings(deadline=None)
@given(st.text(max_size=300) | st.text(alphabet="iI'd wantmyobs.,“”\n", max_size=200))
def test_any_text_can_be_read_and_every_finding_lies_within_it(text: str) -> None:
    for finding in review_answer(text).findings:
        assert 0 <= finding.start < finding.end <= len(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["I want your job. ", "I like it here. ", "I plan to go freelance, soon. "])))
def test_stretches_together_are_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    review = review_answer(text)

    pieces = stretches(text, review)
    assert "".join(piece.text for piece in pieces) == text
    assert {finding for piece in pieces for finding in piece.findings} == set(review.findings)


def labelled() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
