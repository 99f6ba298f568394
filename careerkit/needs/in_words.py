"""What an assessment says, in sentences. Names of needs come in as they stand within a sentence."""

from collections.abc import Callable, Sequence
from typing import Final

from careerkit.needs.assessment import Assessment
from careerkit.needs.firmness import Repeat, SideCount
from careerkit.needs.result import Standing, need_order
from careerkit.words import counted, joined, number_in_words, signed_in_words, times_in_words

Named = Callable[[str], str]
"""From the id of a need to its name within a sentence."""

CHANCE: Final = 0.05
"""Above this p-value the circles are as many as chance easily gives."""
MOST_NAMED: Final = 3
"""More needs than this are not listed in a headline."""
ONE_SIDED: Final = 0.05
"""Below this p-value a preference for one side of the screen is mentioned."""


def consistency_in_words(triads: int, p_value: float, open_part: float = 0.0) -> str:
    """Say whether choices run in circles, from the number of circles and its p-value.

    ``open_part`` is the part of the pairs that were left open, from 0 to 1.
    """
    if open_part > 0.5:  # noqa: PLR2004 - most of them
        return "You left most pairs open, so there is little that could run in a circle."
    if not triads:
        return "Your choices hang together: nowhere do three of them run in a circle."
    places = "In one place" if triads == 1 else f"In {triads} places"
    if p_value <= CHANCE:
        return (
            f"{places}, three of your choices run in a circle. That happens easily when needs matter about "
            "the same to you."
        )
    return (
        f"{places}, three of your choices run in a circle. That is common when several needs matter equally, "
        "so take neighbours in the order as equals."
    )


def chance_in_words(p_value: float, ties: int = 0) -> str:
    """Say how often random choices would have as few circles, for a probability from 0 to 1.

    Pairs that were left open, ``ties``, form no circle: with them there is nothing fair to compare with.
    """
    if ties:
        left, form = counted(ties, "pair", "pairs"), "that forms" if ties == 1 else "those form"
        return f"You left {left} open; {form} no circle, so chance is no fair yardstick here."
    if p_value > 0.99:  # noqa: PLR2004 - above it, a hundred of a hundred would be said
        return "Choosing at random would nearly always give as few circles or fewer."
    if p_value < 1 / 1000:
        return "Choosing at random would give as few circles or fewer less than once in 1,000 times."
    of, base = (1000, "1,000") if p_value < 1 / 10 else (100, "100")
    often = times_in_words(round(of * p_value))
    return f"Choosing at random would give as few circles or fewer about {often} in {base}."


def order_in_words(order: Sequence[Standing], groups: Sequence[Sequence[str]], named: Named) -> str:
    """Say which needs come first and which follow; ``groups`` are those of :func:`need_groups`."""
    first = [it.need for it in order if it.rank == 1]
    in_pairs = order[0].given_up is None
    if len(first) == len(order) or (in_pairs and len(groups) == 1):
        return "Your answers set no need apart from the others: they may all matter about the same to you."
    many = len(first) > MOST_NAMED
    names = f"{len(first)} needs equally and" if many else joined([named(need) for need in first])
    if many and not in_pairs:
        names = f"{len(first)} needs together"
    if in_pairs and order[0].kept == order[0].of:
        lead = f"You kept {names} over every other need"
    elif in_pairs:
        lead = f"You kept {names} most often"
    else:
        lead = f"For you, {names} {'comes' if len(first) == 1 else 'come'} first"
    return f"{lead}{_followed(order, len(first), named)}."


def how_sure_in_words(order: Sequence[Standing], groups: Sequence[Sequence[str]], named: Named) -> str:
    """Say that the answers cannot tell for certain who is ahead; empty when they can, and for fours."""
    first = [it.need for it in order if it.rank == 1]
    others = [need for need in groups[0] if need not in first]
    if not others or len(groups) == 1 or order[0].given_up is not None:
        return ""
    ahead = joined([named(need) for need in others]) if len(others) <= MOST_NAMED else "the next ones"
    who = "it is" if len(first) == 1 else "they are"
    return f"One answer a pair cannot say for certain that {who} ahead of {ahead}."


def standing_in_words(assessment: Assessment, standing: Standing, named: Named) -> str:
    """Say in two sentences how the number of one need came about, from the person's own answers."""
    name = named(standing.need)
    if standing.given_up is not None:
        kept, given_up = times_in_words(standing.kept), times_in_words(standing.given_up)
        return (
            f"In the {standing.of} fours with {name}, you kept it first {kept} and gave it up first "
            f"{given_up}. Kept minus given up is {signed_in_words(standing.score)}; that sets its place."
        )
    over, under, even = _outcomes(assessment, standing.need)
    return (
        f"{_kept_over(name, *([named(need) for need in needs] for needs in (over, under, even)))}: "
        f"{number_in_words(standing.kept)} of {counted(standing.of, 'pair', 'pairs')}. {_share(standing)}"
    )


def repeats_in_words(repeats: Sequence[Repeat]) -> str:
    """Say how the pairs that were asked twice came out; empty when none was."""
    if not repeats:
        return ""
    same = sum(repeat.same for repeat in repeats)
    if same == len(repeats):
        asked = "One pair" if same == 1 else "Two pairs"
        return f"{asked} came twice, with the sides swapped, and you answered the same way both times."
    if len(repeats) == 1:
        came = "One pair came twice, with the sides swapped, and you answered it differently the second time."
    elif same:
        came = "Two pairs came twice, with the sides swapped, and you answered one of them differently."
    else:
        came = "Two pairs came twice, with the sides swapped, and you answered both of them differently."
    return f"{came} The first answers count; those needs may simply be close for you."


def sides_in_words(count: SideCount) -> str:
    """Say that one side of the screen was kept unusually often; empty when none was."""
    if count.p_value >= ONE_SIDED:
        return ""
    side, times = ("left", count.left) if count.left > count.right else ("right", count.right)
    return (
        f"You kept the card on the {side} {times} times out of {count.left + count.right}. Chance alone "
        "rarely does that; perhaps it was habit. A second look at the close ones may help."
    )


def circle_in_words(circle: tuple[str, str, str], named: Named) -> str:
    """Say which way three choices run."""
    one, two, three = (named(need) for need in circle)
    return f"You kept {one} over {two}, {two} over {three}, but {three} over {one}."


def _followed(order: Sequence[Standing], first: int, named: Named) -> str:
    if len(order) == first:
        return ""
    rank = order[first].rank
    second = [named(it.need) for it in order if it.rank == rank]
    if len(second) > MOST_NAMED:
        return ""
    return f"; {joined(second)} {'follows' if len(second) == 1 else 'follow, level with each other'}"


def _kept_over(name: str, over: list[str], under: list[str], even: list[str]) -> str:
    if not over and not under:
        return f"You could not choose between {name} and {joined(even)}"
    if not even and not under:
        return f"You kept {name} over every other need"
    if not even and not over:
        return f"You kept every other need over {name}"
    parts = [
        f"You kept {name} over {joined(over)}" if over else f"You kept {joined(under)} over {name}",
        f"you kept {joined(under)} over it" if over and under else "",
        f"you left it and {joined(even)} open" if even else "",
    ]
    return "; ".join(part for part in parts if part)


def _outcomes(assessment: Assessment, need: str) -> tuple[list[str], list[str], list[str]]:
    """Return which needs a need was kept over, which were kept over it, and which were undecided."""
    order = [standing.need for standing in need_order(assessment)]
    kept: dict[str, str | None] = {}
    for it in assessment.answers.values():
        if need in (it.left, it.right):
            kept[it.right if it.left == need else it.left] = it.kept
    met = [other for other in order if other in kept]
    return (
        [other for other in met if kept[other] == need],
        [other for other in met if kept[other] == other],
        [other for other in met if kept[other] is None],
    )


def _share(standing: Standing) -> str:
    share, low, high = (
        round(100 * (value or 0.0)) for value in (standing.share, standing.low, standing.high)
    )
    return f"That makes its share {share} %, give or take: {low} to {high} %."
