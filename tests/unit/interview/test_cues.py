from hypothesis import given
from hypothesis import strategies as st

from careerkit.content import word_kin
from careerkit.interview import Origin, Sentence, cue_card, kin_of, part_paces, spoken_length
from careerkit.interview.cues import CUES_MAX

KIN = kin_of(["i", "want", "to", "the", "and", "a", "in"], {})


def said(text: str, section: str = "") -> Sentence:
    return Sentence(text=text, origin=Origin.OWN, section=section)


def test_a_card_keeps_what_says_something_in_its_order() -> None:
    [cue] = cue_card([said("I want to finish the wound care course and lead a ward.", "goal")], KIN)

    assert cue.section == "goal"
    assert cue.words == ("finish", "wound care course", "lead")


def test_every_sentence_has_a_line_unless_it_says_nothing() -> None:
    card = cue_card([said("Wounds heal. I want to. Students learn!")], KIN)
    assert [cue.words for cue in card] == [("Wounds heal",), ("Students learn",)]


def test_the_cues_of_a_real_sentence_leave_small_words_out() -> None:
    [cue] = cue_card(
        [said("Over the next three years I would like to advise small firms in Porto.")], word_kin()
    )
    assert cue.words == ("advise", "firms", "Porto")


def test_each_part_has_its_length() -> None:
    pieces = [said("One two.", "opening"), said("Three.", "goal"), said("Four five six.", "goal")]

    parts = part_paces(pieces)

    assert [(part.section, part.pace.words) for part in parts] == [("opening", 2), ("goal", 4)]
    assert parts[0].pace == spoken_length("One two.")


@given(st.text(max_size=200))
def test_any_text_gives_a_card_of_few_words(text: str) -> None:
    for cue in cue_card([said(text)], KIN):
        assert 0 < len(cue.words) <= CUES_MAX
        assert all(words in " ".join(text.split()) or len(words.split()) > 1 for words in cue.words)
