from hypothesis import given
from hypothesis import strategies as st

from careerkit.review import MOST_STEPS, OwnQuestion, ReviewStep, checklist_with


def _steps(count: int) -> tuple[ReviewStep, ...]:
    return tuple(ReviewStep(id=f"s{n}", title=f"S{n}", asks="What?") for n in range(count))


def _questions(count: int) -> dict[str, OwnQuestion]:
    return {str(n): OwnQuestion(id=str(n), title=f"Q{n}", asks=f"Why {n}?") for n in range(count)}


def test_own_questions_come_before_the_last_step_as_steps_of_their_own() -> None:
    questions = _questions(3)
    questions["1"] = OwnQuestion(id="1", title="Q1", asks="Why?", archived=True)

    first, *own, last = checklist_with(_steps(2), questions)

    assert (first.id, last.id) == ("s0", "s1")
    assert [(it.id, it.title, it.asks, it.minutes, it.own) for it in own] == [
        ("own-0", "Q0", "Why 0?", 3, True),
        ("own-2", "Q2", "Why 2?", 3, True),
    ]


@given(st.integers(1, MOST_STEPS), st.integers(0, 70))
def test_a_checklist_never_grows_past_what_a_review_can_hold(steps: int, questions: int) -> None:
    made = checklist_with(_steps(steps), _questions(questions))

    assert len(made) == min(steps + questions, MOST_STEPS)
    assert [it for it in made if not it.own] == [*_steps(steps)]
    assert [it.id for it in made if it.own] == [f"own-{n}" for n in range(len(made) - steps)]


def test_without_own_questions_the_checklist_is_as_it_was() -> None:
    assert checklist_with(_steps(3), {}) == _steps(3)
