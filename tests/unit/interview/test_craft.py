import re

from hypothesis import given
from hypothesis import strategies as st

from careerkit.interview import Severity
from careerkit.interview.craft import craft, in_lower_case

GAPS = {
    "no_company",
    "no_value",
    "no_learning",
    "no_example",
    "no_commitment",
    "no_ambition",
    "no_fit",
    "template_wording",
    "not_in_plan",
    "private_said",
    "off_topic",
    "exact_seat",
}
STYLE = {"filler", "hedge", "long_sentence", "passive", "length"}


def test_every_rule_of_craft_is_there_with_its_severity() -> None:
    rules = craft().rules

    assert {it.id for it in rules.values() if it.severity is Severity.GAP} == GAPS
    assert {it.id for it in rules.values() if it.severity is Severity.STYLE} == STYLE


def test_every_rule_says_why_what_to_do_and_where_it_comes_from() -> None:
    for rule in craft().rules.values():
        assert all((rule.title, rule.reason, rule.suggestion, rule.source))
        assert set(re.findall(r"{(\w+)}", rule.reason + rule.suggestion)) <= {"company", "title", "pace"}


@given(st.text())
def test_lower_case_keeps_every_character_in_its_place(text: str) -> None:
    assert len(in_lower_case(text)) == len(text)
