from careerkit.content import posting_words, word_kin
from careerkit.interview import AskKind
from careerkit.interview.kin import stem_of


def test_every_kind_of_ask_has_headings_and_all_but_values_have_cues() -> None:
    words = posting_words()

    assert set(words.headings) == set(AskKind)
    assert set(words.cues) == set(AskKind) - {AskKind.VALUE}


def test_a_longer_lead_in_is_tried_before_a_shorter_one() -> None:
    lengths = [len(phrase) for phrase in posting_words().lead_ins]
    assert lengths == sorted(lengths, reverse=True)


def test_a_word_that_says_little_is_in_no_family() -> None:
    kin = word_kin()
    assert stem_of("team") in kin.common
    assert stem_of("mentor") in kin.families
