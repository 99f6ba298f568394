import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.interview import Application, Severity, review_answer, stretches
from careerkit.interview.rules import rule_set

LABELLED = Path(__file__).parents[2] / "data" / "answers-dev.jsonl"
RULES = {"own_business", "leave", "money", "fast_promotion", "want_your_job", "off_scope"}
NURSE = Application(id="a", company="St Mary", role="Ward nurse")


def rules_found(text: str, context: Application | None = None) -> set[str]:
    return {finding.rule for finding in review_answer(text, context).findings}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("own_business", "In a few years I'd like to start my own physiotherapy clinic."),
        ("own_business", "Long term, working for myself is the goal."),
        ("own_business", "I see myself as the founder of a software company."),
        ("own_business", "I plan to go freelance when I know enough people."),
        ("leave", "I'd use this as a stepping stone into consulting."),
        ("leave", "After a year I'd like to go back to school full time."),
        ("leave", "I will probably leave once the training is done."),
        ("leave", "I don't plan to stay more than a year."),
        ("money", "I want to make as much money as possible."),
        ("money", "Salary is my main motivation."),
        ("money", "I'm looking for better pay than I get now."),
        ("money", "I hope to grow with the team, learn the systems and earn more money."),
        ("fast_promotion", "I want to be a manager within a year."),
        ("fast_promotion", "I'd like to get promoted as quickly as possible."),
        ("fast_promotion", "I won't stay in an entry-level position for long."),
        ("want_your_job", "I want your job."),
        ("want_your_job", "I'd like to be the one sitting across the desk in your chair."),
        ("want_your_job", "I plan to take over your role one day."),
        ("off_scope", "This is a warehouse job, but my dream is acting."),
        ("off_scope", "I want to switch careers completely."),
    ],
)
def test_each_classic_mistake_is_found_in_plain_words(rule: str, text: str) -> None:
    assert rules_found(text) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I don't want to start my own business.", id="negated"),
        pytest.param("Money is not what drives me.", id="negated-after"),
        pytest.param("I used to want to be my own boss.", id="past"),
        pytest.param("My sister wants to open her own shop.", id="third-person"),
        pytest.param("I'd like to help our clients launch their own companies.", id="helping-others"),
        pytest.param("My last manager said that I want your job.", id="reported"),
        pytest.param('I smile when I hear "I want to be my own boss" in a team.', id="quoted"),
        pytest.param("I'd like to make our payroll and salary benchmarks reliable.", id="job-content-pay"),
        pytest.param("I want to plan the promotion of our seasonal products.", id="job-content-promotion"),
        pytest.param("I want to work with start-up clients and own the roadmap.", id="job-content-business"),
        pytest.param("I want to build a business case for automation.", id="business-case"),
        pytest.param("My plan is to stay here until I retire.", id="staying"),
        pytest.param("I would like to take over more of the planning from the team.", id="planning"),
    ],
)
def test_words_that_only_look_like_a_mistake_are_left_alone(text: str) -> None:
    assert rules_found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I want to lead a team of ten engineers in five years.",
        "In ten years I'd like to be responsible for a whole region.",
        "I see myself as a department head one day, with people who trust me.",
        "I hope to become a partner at this firm in the long run.",
        "My aspiration is to become a recognised tax expert.",
        "I want to be given hard problems early.",
        "I'd like to grow into a senior analyst role and own the monthly forecast.",
    ],
)
def test_ambition_itself_is_never_marked(text: str) -> None:
    assert rules_found(text) == set()


def test_a_goal_outside_the_role_is_found_by_the_role_alone() -> None:
    text = "In the long run I want to become a photographer."

    assert rules_found(text) == set()
    assert rules_found(text, NURSE) == {"off_scope"}


def test_a_goal_within_the_role_stays_clean() -> None:
    assert rules_found("In the long run I want to become a head nurse who trains others.", NURSE) == set()


def test_leaving_for_a_business_of_ones_own_is_told_once() -> None:
    text = "I'd stay two years at most and then leave to start my own company."

    assert rules_found(text) == {"own_business"}


def test_a_finding_points_at_the_words_and_says_why_and_what_instead() -> None:
    text = "Well… 🎉 I’d like to be my own boss. Thank you."

    (finding,) = review_answer(text).findings
    assert text[finding.start : finding.end] == "my own boss"
    assert finding.severity is Severity.RED_FLAG
    assert finding.title
    assert finding.reason
    assert finding.suggestion


def test_an_answer_that_is_quoted_as_a_whole_is_still_read() -> None:
    assert rules_found('"I want to be my own boss."') == {"own_business"}


@pytest.mark.parametrize("text", ["", " ", "x", "\n", ".", "“", "“”", "¤ # ^ ,"])
def test_next_to_nothing_has_no_findings(text: str) -> None:
    assert review_answer(text).findings == ()


def test_fifty_thousand_characters_are_read_to_the_end() -> None:
    text = "I care about my patients. " * 1_900
    text += "I want to be my own boss."

    assert len(text) > 49_000
    assert [finding.end for finding in review_answer(text).findings] == [len(text) - 1]


def test_no_pattern_repeats_without_a_limit_so_no_text_makes_the_search_slow() -> None:
    patterns = list(every_pattern())

    assert len(patterns) > 50
    for pattern in patterns:
        bare = re.sub(r"\[[^\]]*\]|\\.", "x", pattern.pattern)
        assert "*" not in bare
        assert "+" not in bare
        assert not re.search(r"\{\d+,\}", bare)


def test_every_sentence_is_searched_a_fixed_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    searches: Counter[int] = Counter()

    def counted(sentence: Any, *_: Any) -> list[Any]:  # noqa: ANN401 - stands in for a private function
        searches[len(sentence.line)] += 1
        return []

    monkeypatch.setattr("careerkit.interview.review._in_sentence", counted)
    for times in (10, 1_000):
        searches.clear()
        review_answer("I want to learn. " * times)
        assert sum(searches.values()) == times


def test_precision_holds_on_labelled_answers() -> None:
    found: Counter[str] = Counter()
    clean_flagged = clean = 0
    for record in labelled():
        rules, gold = rules_found(record["text"]), set(record["labels"]) & RULES
        wrong = rules - gold - set(record.get("also_ok", ()))
        found += Counter(right=len(rules & gold), wrong=len(wrong), missed=len(gold - rules))
        if not record["labels"]:
            clean, clean_flagged = clean + 1, clean_flagged + bool(wrong)

    assert clean > 150
    assert clean_flagged / clean <= 0.02
    assert found["right"] / (found["right"] + found["wrong"]) >= 0.97
    assert found["right"] / (found["right"] + found["missed"]) >= 0.9


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


def every_pattern() -> Iterator[re.Pattern[str]]:
    rules = rule_set()
    for rule in rules.rules:
        yield from (rule.wished, rule.said, rule.despite, rule.unless)
    for name in ("negation", "no_negation", "negation_after", "past", "others", "reported"):
        yield getattr(rules.cues, name)
    for patterns in (rules.scope.named, rules.scope.job, rules.scope.said, rules.scope.wished):
        yield from patterns.values()
