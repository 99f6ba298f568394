import pytest

from careerkit.interview.rules import IDS, Rule, rule_set

RULES = rule_set().rules


def test_the_rules_are_the_eleven_that_are_stored_by_their_id() -> None:
    assert [rule.id for rule in RULES] == list(IDS)
    assert len(set(IDS)) == 11


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_says_why_and_what_instead_and_where_it_comes_from(rule: Rule) -> None:
    for words in (rule.title, rule.reason, rule.suggestion, rule.soft_reason, rule.source):
        assert words[0].isupper()
        assert "'" not in words.replace("'s", "").replace("'d", "").replace("s' ", " ").replace("n't", "")
    for sentence in (rule.reason, rule.suggestion, rule.soft_reason, rule.source):
        assert sentence.endswith((".", "”"))
    assert rule.soft_reason.startswith("This could be heard as ")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_shows_how_to_say_it_instead(rule: Rule) -> None:
    assert rule.suggestion.count("“") >= 1


def test_a_rule_is_known_by_its_id_and_nothing_else_is() -> None:
    assert rule_set().rule("money").id == "money"
    with pytest.raises(KeyError):
        rule_set().rule("nothing")
