from hypothesis import given
from hypothesis import strategies as st

from careerkit.interview import Answer, Asked, Origin, Sentence
from careerkit.interview.standing import places

ONE, TWO, THREE = (
    Sentence(text=text, origin=Origin.GOAL, source_id=source, section="goal")
    for text, source in (
        ("I want to finish the wound care course within two years.", "a"),
        ("Besides that, I plan to mentor three students.", "b"),
        ("At St Mary, I could do both.", "c"),
    )
)


def answer(text: str, *composed: Sentence) -> Answer:
    return Answer(
        id="x-near", application_id="x", asked=Asked.NEAR, composed=composed or (ONE, TWO, THREE), text=text
    )


def told(found: Answer) -> list[tuple[int | None, bool, str]]:
    return [(it.nth, it.edited, found.text[it.start : it.end]) for it in places(found)]


def test_what_was_composed_stands_as_it_is() -> None:
    whole = answer(f"{ONE.text} {TWO.text} {THREE.text}")
    assert told(whole) == [(0, False, ONE.text), (1, False, TWO.text), (2, False, THREE.text)]


def test_an_edited_sentence_between_two_others_is_known_again() -> None:
    edited = "Besides that, I plan to guide two young students."
    assert told(answer(f"{ONE.text} {edited} {THREE.text}"))[1] == (1, True, edited)


def test_own_words_are_nobody_elses() -> None:
    own = "My grandmother was a midwife."
    assert told(answer(f"{ONE.text} {own} {TWO.text} {THREE.text}"))[1] == (None, False, own)


def test_a_sentence_that_was_taken_out_has_no_place() -> None:
    assert [it[0] for it in told(answer(f"{ONE.text} {THREE.text}"))] == [0, 2]


def test_sentences_in_another_order_are_found_all_the_same() -> None:
    assert [it[0] for it in told(answer(f"{THREE.text} {ONE.text}"))] == [2, 0]


def test_an_edited_first_and_an_edited_last_sentence_are_known_again() -> None:
    first, last = "I want to finish the wound care course soon.", "At St Mary, I could do both of it."
    assert told(answer(f"{first} {TWO.text} {last}")) == [
        (0, True, first),
        (1, False, TWO.text),
        (2, True, last),
    ]


WORDS = st.lists(
    st.sampled_from(["Work", "helps.", "I", "learn!", "And", "\n", "mentor", "?", "…"]), max_size=12
)


@given(WORDS, WORDS)
def test_stretches_cover_every_word_once_and_in_order(before: list[str], after: list[str]) -> None:
    found = answer(f"{' '.join(before)} {TWO.text} {' '.join(after)}")

    covered = "".join(found.text[it.start : it.end] for it in places(found))
    said = "".join(found.text.split())
    assert "".join(covered.split()).replace(".", "").replace("?", "").replace("!", "").replace("…", "") == (
        said.replace(".", "").replace("?", "").replace("!", "").replace("…", "")
    )
    ends = [(it.start, it.end) for it in places(found)]
    assert ends == sorted(ends)
