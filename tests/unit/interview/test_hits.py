import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.interview import phrases
from careerkit.interview.hits import hits

LABELLED = Path(__file__).parents[2] / "data" / "answers-dev.jsonl"


def rules_in(text: str, role: str = "") -> set[str]:
    return {hit.rule for hit in hits(text, role)}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("own_business", "In a few years I'd like to start my own physiotherapy clinic."),
        ("own_business", "I'm saving up so I can open a place of my own someday."),
        ("own_business", "I picture myself going solo as a bookkeeper."),
        ("own_business", "Long term I plan on answering to nobody but myself."),
        ("own_business", "I hope to take over my father's garage in a few years."),
        ("own_business", "Long run? Self-employment."),
        ("leave", "I'd use this as a stepping stone into consulting."),
        ("leave", "This would tide me over until grad school starts."),
        ("leave", "I don't plan to stay more than a year."),
        ("leave", "Once my visa comes through I'm off to Canada."),
        ("leave", "I'm hoping to retire at 45."),
        ("leave", "In two years I would like to be working for your competitor."),
        ("money", "Salary is my main motivation."),
        ("money", "Whoever pays me the most gets me."),
        ("money", "I want to hit six figures before long."),
        ("money", "I chose this field because it pays well."),
        ("money", "My aspiration is a corner office and a company car."),
        ("fast_promotion", "I want to be a manager within a year."),
        ("fast_promotion", "I won't stay in an entry-level position for long."),
        ("fast_promotion", "I'm ambitious: I want to jump two levels in one go."),
        ("fast_promotion", "What matters to me is title and rank."),
        ("want_your_job", "I'd like to be the one sitting across the desk in your chair."),
        ("want_your_job", "When my manager retires, I want her job."),
        ("want_your_job", "One day you'll be reporting to me."),
        ("want_your_job", "I could do your job better than you."),
        ("off_scope", "This is a warehouse job, but my dream is acting."),
        ("off_scope", "Ultimately I'd like a career that has nothing to do with insurance."),
        ("off_scope", "Sales isn't really my thing; I'd love to work in film."),
        ("off_scope", "I'd rather be a novelist than an accountant."),
        ("too_specific", "By June 2027 I'll be Regional Manager for the north."),
        ("too_specific", "On my thirtieth birthday I want to be made partner."),
        ("too_specific", "I will be a Level 7 engineer in 22 months."),
        ("too_specific", "First year trainee, second year supervisor, third year store manager."),
        ("overzealous", "I want to change the world."),
        ("overzealous", "I'll be the best salesperson this company has ever seen."),
        ("overzealous", "I don't make mistakes."),
        ("overzealous", "I give 200 percent every single day."),
        ("overzealous", "Nobody is better qualified than me."),
        ("negative_past", "My boss never listened to anyone."),
        ("negative_past", "I worked for a tyrant for three years."),
        ("negative_past", "At my old job nobody cared about quality."),
        ("negative_past", "The place I work now is a madhouse."),
        ("negative_past", "I'm sick of working for people who have no idea what they're doing."),
        ("vague", "I don't really know what I want to do yet."),
        ("vague", "I'll take whatever comes."),
        ("vague", "We'll see where life takes me."),
        ("vague", "I guess I'd maybe like to do something a bit different."),
        ("slot", "I'd be proud to work for [Company Name]."),
    ],
)
def test_each_mistake_is_found_in_many_wordings(rule: str, text: str) -> None:
    assert rules_in(text) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I don't want to start my own business.", id="negated"),
        pytest.param("Money is not what drives me.", id="negated-after"),
        pytest.param("I'd like to make a difference rather than a fortune.", id="rather-than"),
        pytest.param("It's not because I want more money.", id="not-because"),
        pytest.param("I used to want to be my own boss.", id="past"),
        pytest.param("I ran my own café for six years and now I want a team again.", id="past-own"),
        pytest.param("Before I became an analyst, I wanted to be a pilot.", id="past-wish"),
        pytest.param("I worked for Google for two years before I moved into teaching.", id="past-employer"),
        pytest.param("My sister wants to open her own shop.", id="third-person"),
        pytest.param("Many people want to be their own boss; I like to share the load.", id="people"),
        pytest.param("I'd like to help our clients launch their own companies.", id="helping-others"),
        pytest.param("By 2030 the company wants to open twenty stores.", id="company-goal"),
        pytest.param("My last manager said that I want your job.", id="reported"),
        pytest.param('I smile when I hear "I want to be my own boss" in a team.', id="quoted"),
        pytest.param("I'd like to make our payroll and salary benchmarks reliable.", id="job-content-pay"),
        pytest.param("I want to plan the promotion of our seasonal products.", id="job-content-promotion"),
        pytest.param("I want to work with start-up clients and own the roadmap.", id="job-content-business"),
        pytest.param("I want to help customers retire early with good plans.", id="job-content-pension"),
        pytest.param("I treat the budget as if it were my own money.", id="as-if"),
        pytest.param("My plan is to stay here until I retire.", id="staying"),
        pytest.param("I would like to travel for work and meet clients abroad.", id="travel-for-work"),
        pytest.param("I'd like to move into your Singapore office for a year.", id="inside-the-company"),
        pytest.param("I'd like to learn from you how you built this team.", id="learning-from-you"),
        pytest.param("I think your job posting describes me well.", id="posting"),
        pytest.param("I'd like to pass my final exam in June 2027.", id="dated-learning"),
        pytest.param("I started as a trainee in 2019 and became a team leader in 2023.", id="dated-past"),
        pytest.param("I'd like to reduce waiting times by 30 percent.", id="bounded-target"),
        pytest.param("I'd like to help this team become the best in the company.", id="modest-best"),
        pytest.param("My last company closed, and I was sorry to leave.", id="neutral-past"),
        pytest.param("I learned a lot from my boss, who was patient and clear.", id="kind-past"),
        pytest.param("My first project was a mess, and I learned to plan from it.", id="self-criticism"),
        pytest.param("We had a toxic waste plant to look after.", id="toxic-waste"),
        pytest.param(
            "I'm not sure about the title, but I know that I want to work with patients.", id="open"
        ),
        pytest.param(
            "I don't know the exact title yet. I do know that I want to build bridges.", id="open-two"
        ),
        pytest.param(
            "Perhaps I will lead a team one day; for now I want to master the craft.", id="one-hedge"
        ),
    ],
)
def test_words_that_only_look_like_a_mistake_are_left_alone(text: str) -> None:
    assert rules_in(text) == set()


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
        "I'd like to become a senior buyer in three to five years.",
        "I want to be promoted when I have shown that I'm ready.",
        "I'd like to take on more responsibility as I grow.",
    ],
)
def test_ambition_itself_is_never_marked(text: str) -> None:
    assert rules_in(text) == set()


def test_a_goal_outside_the_role_is_found_by_the_role_alone() -> None:
    text = "In the long run I want to become a photographer."

    assert rules_in(text) == set()
    assert rules_in(text, "Ward nurse") == {"off_scope"}


def test_a_goal_within_the_role_stays_clean() -> None:
    assert rules_in("In the long run I want to become a head nurse who trains others.", "Ward nurse") == set()


def test_leaving_for_a_business_of_ones_own_is_told_once() -> None:
    text = "I'd stay two years at most and then leave to start my own company."

    assert rules_in(text) == {"own_business"}


def test_a_hit_points_at_its_words_in_the_text_as_it_was_given() -> None:
    text = "Well… 🎉 I’d like to be **my own** boss. Thank you."

    (hit,) = hits(text)
    assert text[hit.start : hit.end] == "my own** boss"


@pytest.mark.parametrize(
    "text",
    [
        "<p>I want to be <b>my own boss</b>.</p>",
        "<ul><li>learn a lot</li><li>I want to be my own boss</li></ul>",
        "I&#39;d like to be my own boss",
        "- I'd like to be my\nown boss\n- and to learn",
        "“I want to be my own boss.”",
        "I WANT TO BE MY OWN BOSS!!!",
        "i wanna be my own boss",
    ],
)
def test_pasted_pages_and_other_spellings_are_read(text: str) -> None:
    assert rules_in(text) == {"own_business"}


@pytest.mark.parametrize("text", ["", " ", "x", "\n", ".", "“", "“”", "¤ # ^ , @", "#", "[", "_"])
def test_next_to_nothing_has_no_hits(text: str) -> None:
    assert hits(text) == ()


def test_fifty_thousand_characters_are_read_to_the_end() -> None:
    text = "I care about my patients. " * 1_900
    text += "I want to be my own boss."

    assert len(text) > 49_000
    assert [hit.end for hit in hits(text)] == [len(text) - 1]


@pytest.mark.parametrize(
    "words", ["I want ", "not in a ", "my last boss ", "be ", "I want to be my own boss, and "]
)
def test_the_work_grows_linearly_with_the_words(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = Counter[int]()
    real = phrases._Word.ends  # noqa: SLF001 - the one place where words are compared

    def counted(word: Any, said: Sequence[str], at: int) -> Any:  # noqa: ANN401 - stands in for a private method
        looks[size] += 1
        return real(word, said, at)

    monkeypatch.setattr(phrases._Word, "ends", counted)  # noqa: SLF001
    for size in (100, 1_000, 10_000):
        hits(" ".join((words.split() * size)[:size]))

    assert looks[1_000] < 12 * looks[100]
    assert looks[10_000] < 12 * looks[1_000]


def test_precision_holds_on_labelled_answers() -> None:
    found: Counter[str] = Counter()
    clean_flagged = clean = 0
    for record in labelled():
        rules, gold = rules_in(record["text"]), set(record["labels"])
        wrong = rules - gold - set(record.get("also_ok", ()))
        found += Counter(right=len(rules & gold), wrong=len(wrong), missed=len(gold - rules))
        if not record["labels"]:
            clean, clean_flagged = clean + 1, clean_flagged + bool(wrong)

    assert clean > 150
    assert clean_flagged / clean <= 0.02
    assert found["right"] / (found["right"] + found["wrong"]) >= 0.97
    assert found["right"] / (found["right"] + found["missed"]) >= 0.9


@settings(deadline=None)
@given(st.text(max_size=300) | st.text(alphabet="iI'd wantmyobs.,“”\n[]{}<>_#1", max_size=200))
def test_any_text_can_be_read_and_every_hit_lies_within_it(text: str) -> None:
    for hit in hits(text):
        assert 0 <= hit.start < hit.end <= len(text)


def labelled() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
