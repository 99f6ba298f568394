from pathlib import Path

import pytest

from careerkit.content import advice
from careerkit.content.advice import FindingWords, advice_words, finding_in_words, read_advice_words
from careerkit.errors import InvalidValueError
from careerkit.goals import Advice
from careerkit.workspace import PlanFinding, PlanFindingKind

TEXT = (Path(advice.__file__).parent / advice.FILE).read_text(encoding="utf-8")


def test_every_advice_and_every_finding_has_its_words() -> None:
    words = advice_words()

    assert list(words.goal) == list(Advice)
    assert list(words.findings) == list(PlanFindingKind)
    assert words.reads_like_goal != words.goal[Advice.READS_LIKE_ASPIRATION]


def test_nothing_alarms_and_no_sentence_is_long() -> None:
    words = advice_words()
    findings = [*words.findings.values(), words.overload_with_balance]
    sentences = [*words.goal.values(), words.reads_like_goal]
    sentences += [text for it in findings for text in (it.says, it.suggests)]

    for sentence in sentences:
        assert len(sentence) <= 150
        assert sentence[-1] in ".?"
        assert not any(
            word in sentence.lower() for word in ("must", "warning", "error", "wrong", "!", "fail")
        )


def test_an_empty_year_is_told_kindly() -> None:
    said = finding_in_words(PlanFinding(kind=PlanFindingKind.EMPTY_YEAR, year=2031))

    assert said == FindingWords(
        says="Nothing planned yet for 2031.", suggests="Perhaps one small step would keep the thread."
    )


def test_a_full_year_is_told_with_its_load_and_with_balance_where_it_counts() -> None:
    full = PlanFinding(kind=PlanFindingKind.OVERLOAD, year=2028, count=14)
    with_balance = PlanFinding(kind=PlanFindingKind.OVERLOAD, year=2028, count=9, with_balance=True)

    assert finding_in_words(full).says.startswith("A lot comes together in 2028:")
    assert "14" in finding_in_words(full).says
    assert "Balance" not in finding_in_words(full).says
    assert "Balance is among your first needs" in finding_in_words(with_balance).says


def test_an_unserved_need_is_called_by_its_name() -> None:
    finding = PlanFinding(kind=PlanFindingKind.FIRST_NEED_UNSERVED, entry_id="income")

    assert "serves Income yet" in finding_in_words(finding, need="Income").says


@pytest.mark.parametrize("title", ["Ask {year} {0} {title}", "100 % {", r"\1 \g<0>", "{need}"])
@pytest.mark.parametrize(
    "kind",
    [PlanFindingKind.ORPHAN_ASPIRATION, PlanFindingKind.ORPHAN_GOAL, PlanFindingKind.ORPHAN_MILESTONE],
)
def test_a_title_stands_there_as_it_was_written(kind: PlanFindingKind, title: str) -> None:
    said = finding_in_words(PlanFinding(kind=kind, entry_id="x"), title=title)

    assert f"“{title}”" in said.says


@pytest.mark.parametrize("kind", PlanFindingKind)
def test_no_placeholder_is_left(kind: PlanFindingKind) -> None:
    said = finding_in_words(PlanFinding(kind=kind, year=2028, count=1), title="T", need="N")

    assert "{" not in said.says + said.suggests


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        pytest.param('id = "past-date"', 'id = "old-date"', "“goal”: its ids are", id="odd-advice"),
        pytest.param('id = "overload"', 'id = "full"', "“finding”: its ids are", id="odd-finding"),
        pytest.param("[aspiration]", "[direction]", "“aspiration”: it holds exactly", id="no-aspiration"),
        pytest.param(
            "[overload_with_balance]", "[overload]", "“overload_with_balance”: it holds", id="no-balance"
        ),
        pytest.param('suggests = "Ask', 'hints = "Ask', "finding 4: it holds exactly", id="odd-field"),
        pytest.param('says = "Nothing planned yet for {year}."', 'says = ""', "“says” is a text", id="blank"),
        pytest.param("for {year}", "for {yaer}", "“empty-year”: it has no {yaer}", id="odd-placeholder"),
        pytest.param("This date has", "{title} has", "“past-date”: it has no {title}", id="none-in-advice"),
        pytest.param("[[goal]]", "[[gaol]]", "write each entry under", id="no-goals"),
        pytest.param("[[goal]]", "[[goal]", "is not valid TOML", id="no-toml"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_entry(old: str, new: str, sentence: str) -> None:
    assert old in TEXT

    with pytest.raises(InvalidValueError, match=sentence) as refused:
        read_advice_words(TEXT.replace(old, new))

    assert str(refused.value).startswith("careerkit/content/advice.toml")
