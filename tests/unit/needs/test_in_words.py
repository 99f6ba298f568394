import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerkit.needs import (
    Assessment,
    Gap,
    Mode,
    Move,
    Repeat,
    Satisfaction,
    SideCount,
    Standing,
    agreement_in_words,
    chance_in_words,
    circle_in_words,
    circles,
    compare_orders,
    consistency,
    consistency_in_words,
    gap_in_words,
    groups_in_words,
    move_in_words,
    moves,
    need_gaps,
    need_groups,
    need_order,
    order_agreement,
    repeats,
    repeats_in_words,
    side_count,
    sides_in_words,
    standing_in_words,
    ties,
    triad_p_value,
    wins_matrix,
)
from tests.unit.needs.comparing import (
    COUNTS,
    SEEDS,
    START,
    Keep,
    answered,
    begun,
    chosen,
    drawn,
    in_order,
    left,
    needs,
    neither,
    some,
)

NAMES = dict(
    zip(
        needs(10),
        (
            *(
                "responsibility",
                "income",
                "security",
                "mastery",
                "recognition",
                "freedom",
                "balance",
                "meaning",
            ),
            *("Work with animals", "über Mittag heim"),
        ),
        strict=True,
    )
)
SAME, OTHER = (
    repeats(answered(begun(), keep=neither))[0],
    repeats(answered(begun(), keep=left))[0],
)


def _named(need: str) -> str:
    return NAMES[need]


def _reads_well(text: str) -> bool:
    """Say whether a text is made of whole sentences: no gap, no leftover, no grammar of another number."""
    sentences = re.findall(r"\S.*?\.(?= |$)", text)
    return (
        text == " ".join(sentences)
        and all(sentence[0].isupper() for sentence in sentences)
        and not re.search(
            r"  |\n|[{}]| [,;:.]|[,;:]\.|\.\.|\bNone\b|\b1 (times|pairs|places)\b|\bno pairs\b", text
        )
    )


def _standing(rank: int, kept: float, of: int) -> Standing:
    return Standing(need="need-5", rank=rank, kept=kept, of=of)


def _taste(count: int, data: st.DataObject) -> Callable[[str], int]:
    """Put the needs in the order that chance says."""
    order: list[str] = data.draw(st.permutations(needs(count)))
    return order.index


def _all_that_is_said(result: Assessment) -> list[str]:
    wins, found = wins_matrix(result), circles(result)
    rated = {need: Satisfaction(value=at, note="", at=START) for at, need in enumerate(result.needs)}
    return [
        groups_in_words(need_groups(result), _named),
        *(standing_in_words(result, standing, _named) for standing in need_order(result)),
        *(circle_in_words(circle, _named) for circle in found),
        *(gap_in_words(gap, _named) for gap in need_gaps(replace(result, satisfaction=rated))),
        consistency_in_words(consistency(wins), len(found), ties(result) / result.pairs),
        consistency_in_words(consistency(wins), len(found)),
        chance_in_words(triad_p_value(wins), ties(result)),
        chance_in_words(triad_p_value(wins)),
        repeats_in_words(repeats(result)),
        sides_in_words(side_count(result)),
    ]


@some
@given(COUNTS, SEEDS, st.data())
def test_whatever_was_answered_in_pairs_all_that_is_said_of_it_reads_well(
    count: int, seed: int, data: st.DataObject
) -> None:
    result = answered(begun(count, seed), keep=drawn(data, ties=data.draw(st.booleans())))

    assert [text for text in _all_that_is_said(result) if not _reads_well(text)] == []


@pytest.mark.parametrize("keep", [in_order, left, neither])
def test_what_is_said_of_somebody_in_order_one_sided_or_undecided_reads_well(keep: Keep) -> None:
    for count in (7, 8, 9, 10):
        said = _all_that_is_said(answered(begun(count), keep=keep))
        assert [text for text in said if not _reads_well(text)] == []


@some
@given(COUNTS, SEEDS, st.data())
def test_whatever_was_chosen_in_fours_all_that_is_said_of_it_reads_well(
    count: int, seed: int, data: st.DataObject
) -> None:
    result = chosen(begun(count, seed, mode=Mode.FOURS), _taste(count, data))
    said = [
        groups_in_words(need_groups(result), _named, coarse=True),
        *(standing_in_words(result, standing, _named) for standing in need_order(result)),
    ]

    assert [text for text in said if not _reads_well(text)] == []


@some
@given(COUNTS, COUNTS, SEEDS, st.data())
def test_whatever_moved_what_is_said_of_it_reads_well(
    one: int, other: int, seed: int, data: st.DataObject
) -> None:
    before, after = (answered(begun(count, seed), keep=drawn(data)) for count in (one, other))

    said = [move_in_words(move, _named) for move in moves(before, after)]

    assert [text for text in said if not _reads_well(text)] == []


@some
@given(COUNTS, SEEDS, st.data())
def test_whatever_moved_in_fours_what_is_said_of_it_reads_well(
    count: int, seed: int, data: st.DataObject
) -> None:
    fours = begun(count, seed, mode=Mode.FOURS)
    before, after = (chosen(fours, _taste(count, data)) for _ in range(2))

    said = [move_in_words(move, _named) for move in moves(before, after)]

    assert [text for text in said if not _reads_well(text)] == []


@some
@given(COUNTS, SEEDS, st.data())
def test_however_an_order_was_guessed_what_is_said_of_it_reads_well(
    count: int, seed: int, data: st.DataObject
) -> None:
    order = need_order(answered(begun(count, seed), keep=drawn(data)))
    guess = data.draw(st.permutations(needs(count)))

    assert _reads_well(agreement_in_words(order_agreement(compare_orders(order, guess))))


@given(st.floats(0, 1))
@example(0.0013)  # two circles among eight needs
@example(0.0994)
@example(0.1)
@example(1.0)
def test_every_chance_reads_well(p_value: float) -> None:
    assert _reads_well(chance_in_words(p_value))


@given(st.floats(-1, 1))
def test_every_agreement_reads_well(value: float) -> None:
    assert _reads_well(agreement_in_words(value))


@given(st.floats(0, 10), st.integers(0, 10))
def test_every_gap_reads_well_and_names_its_number(importance: float, satisfaction: int) -> None:
    text = gap_in_words(Gap(need="need-5", importance=importance, satisfaction=satisfaction, gap=0), _named)

    assert _reads_well(text)
    assert text.startswith("Freedom ")
    assert re.search(rf"\b{satisfaction} of 10\b", text)


@pytest.mark.parametrize(
    ("zeta", "triads", "opening", "detail"),
    [
        pytest.param(1.0, 0, "Your choices hang together", "nowhere", id="none"),
        pytest.param(0.95, 1, "Your choices hang together well", "in one place", id="one"),
        pytest.param(0.9, 2, "Your choices hang together well", "in 2 places", id="two"),
        pytest.param(0.65, 7, "Your choices hang together well", "in 7 places", id="just-above-chance"),
        pytest.param(0.6, 8, "Some choices pull in different directions", "in 8 places", id="below"),
        pytest.param(0.0, 20, "Some choices pull in different directions", "common", id="lowest"),
    ],
)
def test_consistency_reads_as_a_kind_sentence(zeta: float, triads: int, opening: str, detail: str) -> None:
    sentence = consistency_in_words(zeta, triads)

    assert sentence.startswith(opening)
    assert detail in sentence
    assert _reads_well(sentence)


@pytest.mark.parametrize(
    ("p_value", "says"),
    [
        (0.0, "less than once in 1,000"),
        (0.00099, "less than once in 1,000"),
        (0.004, "about 4 times in 1,000"),
        (0.037, "about 37 times in 1,000"),
        (0.0994, "about 99 times in 1,000"),
        (0.1, "about 10 times in 100"),
        (0.5, "about 50 times in 100"),
    ],
)
def test_a_chance_is_told_in_whole_cases(p_value: float, says: str) -> None:
    assert says in chance_in_words(p_value)


@pytest.mark.parametrize(
    ("count", "says", "never"),
    [(1, "1 pair open", "those"), (2, "2 pairs open", "that forms"), (14, "14 pairs", "")],
)
def test_with_pairs_left_open_no_chance_is_told_that_would_flatter(count: int, says: str, never: str) -> None:
    text = chance_in_words(0.5, count)

    assert says in text
    assert "random choices" not in text.lower()
    assert not never or never not in text
    assert _reads_well(text)


def test_when_most_pairs_were_left_open_nothing_is_praised_for_hanging_together() -> None:
    assert consistency_in_words(1.0, 0, 0.5).startswith("Your choices hang together")
    assert "hang together" not in consistency_in_words(1.0, 0, 15 / 28)
    assert _reads_well(consistency_in_words(1.0, 0, 1.0))


def test_the_needs_that_come_first_are_named_together_unless_one_stands_out() -> None:
    one, two, three = "need-5", "need-6", "need-8"

    assert groups_in_words([[one], [two, three]], _named) == "For you, freedom clearly comes first."
    assert groups_in_words([[one, two], [three]], _named).startswith(
        "For you, freedom and balance come first; "
    )
    assert "freedom, balance and Work with animals come first" in groups_in_words(
        [[one, two, three], ["need-0"]], _named
    )


def test_when_the_answers_tell_nothing_apart_no_need_is_named() -> None:
    for coarse in (False, True):
        text = groups_in_words([needs(8)], _named, coarse=coarse)
        assert not any(name in text for name in NAMES.values())
        assert _reads_well(text)


def test_fours_never_say_that_something_is_clear() -> None:
    assert groups_in_words([["need-5"], ["need-6"]], _named, coarse=True) == "For you, freedom comes first."
    assert (
        groups_in_words([["need-5", "need-6"], ["need-7"]], _named, coarse=True)
        == "For you, freedom and balance come first."
    )


def test_a_place_in_pairs_is_told_with_everything_that_was_answered_about_the_need() -> None:
    kept = {frozenset((1, 5)): 1, frozenset((2, 5)): 2, frozenset((6, 5)): None}

    def keep(one: str, other: str) -> str | None:
        numbers = frozenset((int(one[-1]), int(other[-1])))
        found = kept.get(numbers, 5 if 5 in numbers else min(numbers))
        return None if found is None else f"need-{found}"

    result = answered(begun(8), keep=keep)
    text = standing_in_words(result, next(it for it in need_order(result) if it.need == "need-5"), _named)

    assert text.count("income") == text.count("security") == text.count("balance") == 1
    assert text.index("mastery") < text.index("income")
    assert "could not choose" in text
    assert "4.5 of 7 pairs" in text
    assert re.search(r"its share at \d+ of 100.* from \d+ to \d+\.$", text)


def test_a_need_that_was_always_or_never_kept_is_told_without_a_list() -> None:
    result = answered(begun(8), keep=in_order)
    first, *_, last = (standing_in_words(result, standing, _named) for standing in need_order(result))

    assert first.startswith("You kept responsibility over every other need: 7 of 7 pairs. ")
    assert last.startswith("You kept every other need over meaning: 0 of 7 pairs. ")


def test_a_place_in_fours_is_told_with_both_numbers_and_their_difference() -> None:
    result = chosen(begun(8, mode=Mode.FOURS), needs(8).index)
    first, second, *_, last = (standing_in_words(result, standing, _named) for standing in need_order(result))

    assert all("7 of the fours" in text for text in (first, second, last))
    assert re.search(r"keep responsibility first 7 times\b.* makes 7,", first)
    assert re.search(r"keep income first 4 times\b.* makes 4,", second)
    assert re.search(r"give it up first 7 times\b.* makes [-−]7,", last)


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        pytest.param([SAME], "One pair came twice", id="one-same"),
        pytest.param([SAME, SAME], "Two pairs came twice", id="both-same"),
        pytest.param([SAME, OTHER], "one differently", id="one-of-two"),
        pytest.param([OTHER, OTHER], "differently", id="none-same"),
        pytest.param([OTHER], "differently", id="one-not-the-same"),
    ],
)
def test_pairs_that_came_twice_are_told_without_reproach(answers: list[Repeat], says: str) -> None:
    text = repeats_in_words(answers)

    assert says in text
    assert "sides swapped" in text
    assert _reads_well(text)
    assert not re.search(r"wrong|mistake|careless|contradict", text)


def test_what_there_is_nothing_to_say_about_is_not_said() -> None:
    assert repeats_in_words([]) == ""
    assert sides_in_words(SideCount(left=14, right=14, p_value=1.0)) == ""
    assert sides_in_words(SideCount(left=19, right=9, p_value=0.05)) == ""


@pytest.mark.parametrize(("kept_left", "kept_right", "side"), [(22, 6, "left"), (6, 22, "right")])
def test_one_side_that_was_kept_often_is_told_with_its_count(
    kept_left: int, kept_right: int, side: str
) -> None:
    text = sides_in_words(SideCount(left=kept_left, right=kept_right, p_value=0.0037))

    assert f"the card on the {side} 22 times out of 28" in text
    assert _reads_well(text)


def test_a_circle_is_told_in_its_direction() -> None:
    assert circle_in_words(("need-5", "need-1", "need-8"), _named) == (
        "You kept freedom over income, income over Work with animals, but Work with animals over freedom."
    )


@pytest.mark.parametrize(
    ("importance", "satisfaction", "says"),
    [
        (9.0, 2, "matters a lot to you and is hardly met"),
        (9.0, 5, "matters a lot to you and is met in part"),
        (9.0, 8, "matters a lot to you and is well met"),
        (5.0, 2, "matters to you and is hardly met"),
        (5.0, 7, "matters to you and is well met"),
        (3.0, 2, "other needs matter more to you"),
    ],
)
def test_a_gap_says_how_much_a_need_matters_and_how_far_it_is_met(
    importance: float, satisfaction: int, says: str
) -> None:
    text = gap_in_words(Gap(need="need-5", importance=importance, satisfaction=satisfaction, gap=0), _named)

    assert says in text


def test_a_name_begins_with_a_capital_where_it_begins_the_sentence_and_nothing_else_of_it_changes() -> None:
    gap = Gap(need="need-9", importance=9, satisfaction=2, gap=0)
    move = Move(need="need-9", before=_standing(2, 5, 7), after=_standing(1, 7, 7))

    assert gap_in_words(gap, _named).startswith("Über Mittag heim matters")
    assert move_in_words(move, _named).startswith("Über Mittag heim moved")


def test_a_move_is_told_with_both_places_and_the_answers_behind_them() -> None:
    up = Move(need="need-5", before=_standing(5, 2, 7), after=_standing(2, 5.5, 7))
    down = Move(need="need-5", before=_standing(1, 7, 7), after=_standing(3, 4, 8))

    assert move_in_words(up, _named) == (
        "Freedom moved up from 5th to 2nd place: kept in 2 of 7 pairs then, 5.5 of 7 now."
    )
    assert move_in_words(down, _named) == (
        "Freedom moved down from 1st to 3rd place: kept in 7 of 7 pairs then, 4 of 8 now."
    )


def test_a_move_that_changes_no_place_says_so() -> None:
    move = Move(need="need-5", before=_standing(1, 5, 7), after=_standing(1, 7, 7))

    text = move_in_words(move, _named)

    assert "more often" in text
    assert "still in 1st place" in text


def test_a_need_that_did_not_move_is_not_said_to_have_moved() -> None:
    still = Move(need="need-5", before=_standing(3, 4, 7), after=_standing(3, 4, 7))

    assert "moved" not in move_in_words(still, _named)


def test_no_need_is_said_to_move_up_to_a_lower_place_or_down_to_a_higher_one() -> None:
    # The others moved more, or there are more of them now.
    for before, after in (
        (_standing(2, 3, 6), _standing(3, 6, 8)),
        (_standing(3, 6, 8), _standing(2, 3, 6)),
    ):
        text = move_in_words(Move(need="need-5", before=before, after=after), _named)
        assert not re.search(r"up from 2nd to 3rd|down from 3rd to 2nd", text)


def test_a_need_that_was_compared_only_once_says_when() -> None:
    once = _standing(3, 4, 7)

    came = move_in_words(Move(need="need-5", before=None, after=once), _named)
    went = move_in_words(Move(need="need-5", before=once, after=None), _named)

    assert came != went
    for text in (came, went):
        assert _reads_well(text)
        assert "moved" not in text


def test_a_move_in_fours_is_told_with_how_often_a_need_was_kept_and_given_up_first() -> None:
    before = replace(_standing(5, 1, 7), given_up=2)
    after = replace(_standing(2, 4, 7), given_up=0)

    text = move_in_words(Move(need="need-5", before=before, after=after), _named)

    assert text.startswith("Freedom moved up from 5th to 2nd place: ")
    assert [text.index(word) for word in ("once", "twice", "4 times")] == sorted(
        text.index(word) for word in ("once", "twice", "4 times")
    )


def test_in_fours_a_need_that_is_only_given_up_less_often_is_not_said_to_be_kept_more_often() -> None:
    before = replace(_standing(5, 1, 7), given_up=3)

    for rank in (4, 5, 6):
        after = replace(_standing(rank, 1, 7), given_up=1)
        text = move_in_words(Move(need="need-5", before=before, after=after), _named)
        assert _reads_well(text)
        assert "kept more often" not in text


@pytest.mark.parametrize(
    ("value", "opening", "pairs"),
    [
        (1.0, "Both orders are the same.", "100 of 100"),
        (1 - 2 / 28, "The two orders agree closely.", "96 of 100"),
        (0.6, "The two orders agree closely.", "80 of 100"),
        (0.2, "The two orders agree in part.", "60 of 100"),
        (0.0, "The two orders have little to do with each other.", "50 of 100"),
        (-0.2, "The two orders have little to do with each other.", "40 of 100"),
        (-1.0, "The two orders run against each other.", "0 of 100"),
    ],
)
def test_an_agreement_is_told_with_the_pairs_that_stand_the_same_way_round(
    value: float, opening: str, pairs: str
) -> None:
    text = agreement_in_words(value)

    assert text.startswith(opening)
    assert pairs in text
