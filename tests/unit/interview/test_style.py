import pytest

from careerkit.interview.style import style

ANSWER = (
    "I want to go deeper into wound care over the next three to five years, because the ward sees more of it "
    "every year. I would also like to mentor students, as somebody once did that for me."
)


def marked(text: str) -> list[tuple[str, str]]:
    return [(it.rule, text[it.start : it.end]) for it in style(text)]


def test_a_plain_answer_has_nothing_to_say_better() -> None:
    assert marked(ANSWER) == []


def test_every_filler_is_marked_where_it_stands() -> None:
    text = f"Basically, I’d say that, you know, {ANSWER}"
    assert marked(text) == [("filler", "Basically"), ("filler", "you know")]


def test_one_hedge_is_fine_and_two_are_marked() -> None:
    assert marked(f"Perhaps one day. {ANSWER}") == []
    assert marked(f"Perhaps one day, or maybe not. {ANSWER}") == [("hedge", "Perhaps"), ("hedge", "maybe")]


def test_a_sentence_too_long_to_say_is_marked_whole() -> None:
    long = "I want " + "to learn and " * 20 + "to rest."
    assert marked(f"{ANSWER} {long}") == [("long_sentence", long)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The project was led over two years.", ["was led"]),
        ("A new way had been quickly found.", ["been quickly found"]),
        ("I was interested in it and we were committed.", []),
        ("I led the project.", []),
    ],
)
def test_what_hides_who_did_it_is_marked(text: str, words: list[str]) -> None:
    assert [said for rule, said in marked(f"{ANSWER} {text}") if rule == "passive"] == words


@pytest.mark.parametrize("text", ["I want to learn.", "I like to learn things. " * 70])
def test_an_answer_that_is_hardly_one_or_too_long_is_told_its_length(text: str) -> None:
    [finding] = [it for it in style(text) if it.rule == "length"]
    assert (finding.start, finding.end) == (len(text), len(text))
    assert "{" not in finding.reason


def test_nothing_is_said_of_an_empty_answer() -> None:
    assert marked("") == marked(" \n") == []
