from careerkit.interview.rules import rule_set
from careerkit.interview.scope import fields_of, goals_outside, job_fields
from careerkit.interview.sentences import sentences


def outside(text: str, fields: frozenset[str]) -> list[str]:
    (sentence,) = sentences(text)
    places = goals_outside(sentence.words, fields, rule_set())
    return [" ".join(sentence.words[first:end]) for first, end, _ in places]


def test_a_role_belongs_to_its_fields_and_an_unknown_one_to_none() -> None:
    assert fields_of("Payroll accountant", rule_set()) == {"numbers", "office"}
    assert fields_of("Wizard", rule_set()) == frozenset()
    assert fields_of("", rule_set()) == frozenset()


def test_a_text_tells_the_field_of_the_job() -> None:
    read = list(sentences("I'm applying for this accounting job. I like photographs."))

    assert job_fields(read, rule_set()) == {"numbers"}


def test_a_goal_is_outside_when_it_shares_no_field_with_the_job() -> None:
    assert "become a nurse" in " ".join(outside("I want to become a nurse.", frozenset({"numbers"})))
    assert outside("I want to become a nurse.", frozenset({"health"})) == []
    assert outside("I want to become a nurse.", frozenset()) == []
