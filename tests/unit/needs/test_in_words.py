import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerkit.needs import (
    Assessment,
    Mode,
    Repeat,
    SideCount,
    Standing,
    chance_in_words,
    circle_in_words,
    circles,
    consistency_in_words,
    how_sure_in_words,
    need_groups,
    need_order,
    order_in_words,
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
from tests.unit.needs.reading import NAMES, named, reads_well

SAME, OTHER = (
    repeats(answered(begun(), keep=neither))[0],
    repeats(answered(begun(), keep=left))[0],
)


def _taste(count: int, data: st.DataObject) -> Callable[[str], int]:
    """Put the needs in the order that chance says."""
    order: list[str] = data.draw(st.permutations(needs(count)))
    return order.index


def _all_that_is_said(result: Assessment) -> list[str]:
    p_value, found = triad_p_value(wins_matrix(result)), circles(result)
    return [
        *_told(result),
        *(standing_in_words(result, standing, named) for standing in need_order(result)),
        *(circle_in_words(circle, named) for circle in found),
        consistency_in_words(len(found), p_value, ties(result) / result.pairs),
        consistency_in_words(len(found), p_value),
        chance_in_words(p_value, ties(result)),
        chance_in_words(p_value),
        repeats_in_words(repeats(result)),
        sides_in_words(side_count(result)),
    ]


@some
@given(COUNTS, SEEDS, st.data())
def test_whatever_was_answered_in_pairs_all_that_is_said_of_it_reads_well(
    count: int, seed: int, data: st.DataObject
) -> None:
    result = answered(begun(count, seed), keep=drawn(data, ties=data.draw(st.booleans())))

    assert [text for text in _all_that_is_said(result) if not reads_well(text)] == []


@pytest.mark.parametrize("keep", [in_order, left, neither])
def test_what_is_said_of_somebody_in_order_one_sided_or_undecided_reads_well(keep: Keep) -> None:
    for count in (7, 8, 9, 10):
        said = _all_that_is_said(answered(begun(count), keep=keep))
        assert [text for text in said if not reads_well(text)] == []


@some
@given(COUNTS, SEEDS, st.data())
def test_whatever_was_chosen_in_fours_all_that_is_said_of_it_reads_well(
    count: int, seed: int, data: st.DataObject
) -> None:
    result = chosen(begun(count, seed, mode=Mode.FOURS), _taste(count, data))
    said = [
        *_told(result),
        *(standing_in_words(result, standing, named) for standing in need_order(result)),
    ]

    assert [text for text in said if not reads_well(text)] == []


@given(st.floats(0, 1))
@example(0.0013)  # two circles among eight needs
@example(0.0994)
@example(0.1)
@example(1.0)
def test_every_chance_reads_well(p_value: float) -> None:
    assert reads_well(chance_in_words(p_value))


@pytest.mark.parametrize(
    ("triads", "p_value", "says"),
    [
        pytest.param(0, 0.0006, ["hang together", "nowhere"], id="none"),
        pytest.param(1, 0.0013, ["In one place, three", "happens easily"], id="one"),
        pytest.param(2, 0.004, ["In 2 places, three", "happens easily"], id="two"),
        pytest.param(7, 0.05, ["In 7 places, three", "happens easily"], id="just-less-than-chance"),
        pytest.param(8, 0.051, ["In 8 places, three", "take neighbours in the order as equals"], id="chance"),
        pytest.param(20, 1.0, ["In 20 places, three", "take neighbours in the order as equals"], id="most"),
    ],
)
def test_consistency_reads_as_a_kind_sentence(triads: int, p_value: float, says: list[str]) -> None:
    text = consistency_in_words(triads, p_value)

    assert [words for words in says if words not in text] == []
    assert reads_well(text)
    assert not re.search(r"wrong|mistake|careless|contradict", text)


@pytest.mark.parametrize(
    ("p_value", "says"),
    [
        (0.0, "less than once in 1,000"),
        (0.00099, "less than once in 1,000"),
        (0.001, "about once in 1,000"),
        (0.0016, "about twice in 1,000"),
        (0.004, "about 4 times in 1,000"),
        (0.037, "about 37 times in 1,000"),
        (0.0994, "about 99 times in 1,000"),
        (0.1, "about 10 times in 100"),
        (0.5, "about 50 times in 100"),
        (0.99, "about 99 times in 100"),
        (0.991, "nearly always"),
        (1.0, "nearly always"),
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
    assert "at random" not in text.lower()
    assert not never or never not in text
    assert reads_well(text)


def test_when_most_pairs_were_left_open_nothing_is_praised_for_hanging_together() -> None:
    assert consistency_in_words(0, 0.01, 0.5).startswith("Your choices hang together")
    assert "hang together" not in consistency_in_words(0, 0.01, 15 / 28)
    assert reads_well(consistency_in_words(0, 1.0, 1.0))


def _told(result: Assessment) -> tuple[str, str]:
    order, groups = need_order(result), need_groups(result)
    return order_in_words(order, groups, named), how_sure_in_words(order, groups, named)


def _standings(*kept: float, fours: bool = False) -> list[Standing]:
    """Return a standing of each need, each kept so often; in fours, none of them given up first."""
    return [
        Standing(
            need=f"need-{at}",
            rank=1 + sum(other > own for other in kept),
            kept=own,
            of=7,
            given_up=0 if fours else None,
        )
        for at, own in enumerate(kept)
    ]


def test_a_need_that_was_kept_over_every_other_comes_first_and_the_next_follows() -> None:
    said, sure = _told(answered(begun(), keep=in_order))

    assert said == "You kept responsibility over every other need; income follows."
    assert sure == (
        "One answer a pair cannot say for certain that it is ahead of income, security and mastery."
    )


@pytest.mark.parametrize(
    ("kept", "says"),
    [
        pytest.param((6, 5, 4), "You kept responsibility most often; income follows.", id="one"),
        pytest.param((6, 6, 4), "You kept responsibility and income most often; security follows.", id="two"),
        pytest.param(
            (7, 5, 5, 4),
            "You kept responsibility over every other need; "
            "income and security follow, level with each other.",
            id="two-follow",
        ),
        pytest.param((6, 5, 5, 5, 5), "You kept responsibility most often.", id="too-many-follow"),
    ],
)
def test_the_headline_names_the_first_rank_and_the_next_unless_they_are_too_many(
    kept: tuple[float, ...], says: str
) -> None:
    order = _standings(*kept)

    assert order_in_words(order, [[order[0].need], [it.need for it in order[1:]]], named) == says


@pytest.mark.parametrize(
    ("groups", "says"),
    [
        pytest.param([[0], [1, 2, 3, 4, 5]], "", id="alone"),
        pytest.param([[0, 1], [2, 3, 4, 5]], "that it is ahead of income.", id="one-near"),
        pytest.param([[0, 1, 2, 3], [4, 5]], "ahead of income, security and mastery.", id="three-near"),
        pytest.param([[0, 1, 2, 3, 4], [5]], "that it is ahead of the next ones.", id="too-many-near"),
        pytest.param([[0, 1, 2, 3, 4, 5]], "", id="nothing-apart"),
    ],
)
def test_who_may_be_as_far_ahead_is_named_unless_they_are_too_many(
    groups: list[list[int]], says: str
) -> None:
    order = _standings(6, 5, 4, 3, 2, 1)
    text = how_sure_in_words(order, [[f"need-{at}" for at in group] for group in groups], named)

    assert text.endswith(says)
    assert bool(text) is bool(says)
    assert reads_well(text)


def test_needs_that_share_the_first_rank_are_told_together_and_never_ahead_of_each_other() -> None:
    order = _standings(5, 5, 3, 2)
    groups = [["need-0", "need-1", "need-2"], ["need-3"]]

    assert how_sure_in_words(order, groups, named) == (
        "One answer a pair cannot say for certain that they are ahead of security."
    )
    assert how_sure_in_words(order, [["need-0", "need-1"], ["need-2", "need-3"]], named) == ""


def test_when_the_answers_tell_nothing_apart_no_need_is_named() -> None:
    near, level = _standings(4, 3.5, 3), _standings(3, 3, 3, fours=True)
    ids = [it.need for it in near]
    for order, groups in ((near, [ids]), (level, [ids]), (_standings(3, 3, 3), [ids])):
        said = order_in_words(order, groups, named)
        assert not any(name in said for name in NAMES.values())
        assert how_sure_in_words(order, groups, named) == ""
        assert reads_well(said)


def test_fours_say_who_comes_first_and_never_how_sure_that_is() -> None:
    one, two = _standings(6, 5, 4, fours=True), _standings(6, 6, 4, fours=True)
    for order, says in (
        (one, "For you, responsibility comes first; income follows."),
        (two, "For you, responsibility and income come first; security follows."),
    ):
        groups = [[it.need for it in order]]
        assert order_in_words(order, groups, named) == says
        assert how_sure_in_words(order, groups, named) == ""


def test_a_place_in_pairs_is_told_with_everything_that_was_answered_about_the_need() -> None:
    kept = {frozenset((1, 5)): 1, frozenset((2, 5)): 2, frozenset((6, 5)): None}

    def keep(one: str, other: str) -> str | None:
        numbers = frozenset((int(one[-1]), int(other[-1])))
        found = kept.get(numbers, 5 if 5 in numbers else min(numbers))
        return None if found is None else f"need-{found}"

    result = answered(begun(8), keep=keep)
    text = standing_in_words(result, next(it for it in need_order(result) if it.need == "need-5"), named)

    assert text.count("income") == text.count("security") == text.count("balance") == 1
    assert text.index("mastery") < text.index("income")
    assert "you left it and balance open: 4.5 of 7 pairs." in text
    assert re.search(r"its share \d+ %.*: \d+ to \d+ %\.$", text)


def test_a_need_that_was_always_or_never_kept_is_told_without_a_list() -> None:
    result = answered(begun(8), keep=in_order)
    first, *_, last = (standing_in_words(result, standing, named) for standing in need_order(result))

    assert first.startswith("You kept responsibility over every other need: 7 of 7 pairs. ")
    assert last.startswith("You kept every other need over meaning: 0 of 7 pairs. ")


def test_a_place_in_fours_is_told_with_both_numbers_and_their_difference() -> None:
    result = chosen(begun(8, mode=Mode.FOURS), needs(8).index)
    first, second, *_, last = (standing_in_words(result, standing, named) for standing in need_order(result))

    assert first == (
        "In the 7 fours with responsibility, you kept it first 7 times and gave it up first never. "
        "Kept minus given up is 7; that sets its place."
    )
    assert re.search(r"7 fours with income, you kept it first 4 times\b.* is 4;", second)
    assert re.search(r"you kept it first never and gave it up first 7 times\. .* is \u22127;", last)


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        pytest.param([SAME], "One pair came twice", id="one-same"),
        pytest.param([SAME, SAME], "Two pairs came twice", id="both-same"),
        pytest.param([SAME, OTHER], "one of them differently", id="one-of-two"),
        pytest.param([OTHER, OTHER], "both of them differently", id="none-same"),
        pytest.param([OTHER], "One pair came twice", id="one-not-the-same"),
    ],
)
def test_pairs_that_came_twice_are_told_without_reproach(answers: list[Repeat], says: str) -> None:
    text = repeats_in_words(answers)

    assert says in text
    assert "sides swapped" in text
    assert ("differently" in text) is (OTHER in answers)
    assert reads_well(text)
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
    assert reads_well(text)


def test_a_circle_is_told_in_its_direction() -> None:
    assert circle_in_words(("need-5", "need-1", "need-8"), named) == (
        "You kept freedom over income, income over Work with animals, but Work with animals over freedom."
    )
