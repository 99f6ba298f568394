"""What an assessment says, in sentences. Names of needs come in as they stand within a sentence."""

from collections.abc import Callable, Sequence
from typing import Final

from careerkit.needs.assessment import Assessment
from careerkit.needs.firmness import Repeat, SideCount
from careerkit.needs.gaps import Gap
from careerkit.needs.movement import Move
from careerkit.needs.result import Standing, need_order
from careerkit.words import counted, joined, number_in_words, ordinal

Named = Callable[[str], str]
"""From the id of a need to its name within a sentence."""

WELL_TOGETHER: Final = 0.65
"""From this coefficient on, choices between eight needs (at most 7 circular triads) are hardly ever the work
of chance: a coin would do as well in less than 4 of 100 cases. Source: exact distribution for n = 8, after
Kendall and Babington Smith (1940)."""
ONE_SIDED: Final = 0.05
"""Below this p-value a preference for one side of the screen is mentioned."""
MUCH, SOME = 7.0, 4.0
"""From these importances on (0 to 10) a need matters a lot, or somewhat; from these satisfactions on it is
well met, or half met."""


def consistency_in_words(zeta: float, triads: int, open_part: float = 0.0) -> str:
    """Say how far the choices hang together, for a coefficient from 0 to 1 and the number of circles.

    ``open_part`` is the part of the pairs that were left open, from 0 to 1.
    """
    if open_part > 0.5:  # noqa: PLR2004 - most of them
        return "You left most pairs open, so there is little that could run in a circle."
    if not triads:
        return "Your choices hang together: nowhere do three of them run in a circle."
    places = "in one place" if triads == 1 else f"in {triads} places"
    if zeta >= WELL_TOGETHER:
        return (
            f"Your choices hang together well; {places} three of them run in a circle, "
            "which happens easily when needs matter about the same to you."
        )
    return (
        f"Some choices pull in different directions: {places} three of them run in a circle. "
        "That is common when several needs matter equally, so read neighbours in the order as close together."
    )


def chance_in_words(p_value: float, ties: int = 0) -> str:
    """Say how often random choices would have as few circles, for a probability from 0 to 1.

    Pairs that were left open, ``ties``, form no circle: with them there is nothing fair to compare with.
    """
    if ties:
        left, form = counted(ties, "pair", "pairs"), "that forms" if ties == 1 else "those form"
        return f"You left {left} open; {form} no circle, so a comparison with chance would flatter you."
    if p_value < 1 / 1000:
        return "Random choices would have as few circles less than once in 1,000 times."
    if p_value < 1 / 10:  # below it, whole hundredths would say too little
        return f"Random choices would have as few circles about {_times(round(1000 * p_value))} in 1,000."
    return f"Random choices would have as few circles about {round(100 * p_value)} times in 100."


def groups_in_words(groups: Sequence[Sequence[str]], named: Named, *, coarse: bool = False) -> str:
    """Say which needs come first, and whether the answers can tell them apart; ``coarse`` is for fours."""
    first = [named(need) for need in groups[0]]
    if len(groups) == 1:
        return "Your answers set no need apart from the others: they may all matter about the same to you."
    if coarse:
        return f"For you, {joined(first)} {'comes' if len(first) == 1 else 'come'} first."
    if len(first) == 1:
        return f"For you, {first[0]} clearly comes first."
    return f"For you, {joined(first)} come first; the answers cannot say for certain which of them is ahead."


def standing_in_words(assessment: Assessment, standing: Standing, named: Named) -> str:
    """Say in two sentences how the number of one need came about, from the person's own answers."""
    name = named(standing.need)
    if standing.given_up is not None:
        return (
            f"It was in {standing.of} of the fours: you would keep {name} first {_times(standing.kept)}, and "
            f"give it up first {_times(standing.given_up)}. The second number taken from the first makes "
            f"{number_in_words(standing.kept - standing.given_up)}, and that decides its place."
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
        asked = "One pair" if same == 1 else f"{'Two' if same == 2 else same} pairs"  # noqa: PLR2004
        return f"{asked} came twice, with the sides swapped, and you answered the same way both times."
    changed = len(repeats) - same
    return (
        f"Of {counted(len(repeats), 'pair', 'pairs')} that came twice, with the sides swapped, you answered "
        f"{'one' if changed == 1 else changed} differently the second time. The first answer counts; those "
        "needs may simply be close for you."
    )


def sides_in_words(count: SideCount) -> str:
    """Say that one side of the screen was kept unusually often; empty when none was."""
    if count.p_value >= ONE_SIDED:
        return ""
    side, times = ("left", count.left) if count.left > count.right else ("right", count.right)
    return (
        f"You kept the card on the {side} {times} times out of {count.left + count.right}. It may well be "
        "chance; if you were in a hurry, a second look at the close ones is worth it."
    )


def circle_in_words(circle: tuple[str, str, str], named: Named) -> str:
    """Say which way three choices run."""
    one, two, three = (named(need) for need in circle)
    return f"You kept {one} over {two}, {two} over {three}, but {three} over {one}."


def gap_in_words(gap: Gap, named: Named) -> str:
    """Say what a need asks for today: how much it matters, and how far it is met."""
    name = named(gap.need)
    name = name[:1].upper() + name[1:]
    matters = "matters a lot to you" if gap.importance >= MUCH else "matters to you"
    met = "is hardly met" if gap.satisfaction < SOME else "is met in part"
    if gap.importance < SOME:
        return f"{name} is {gap.satisfaction} of 10 today, and other needs matter more to you."
    if gap.satisfaction >= MUCH:
        return f"{name} {matters} and is well met: {gap.satisfaction} of 10 today."
    return f"{name} {matters} and {met}: {gap.satisfaction} of 10 today."


def move_in_words(move: Move, named: Named) -> str:
    """Say how far a need moved between two comparisons, without a verdict."""
    name = named(move.need)
    name = name[:1].upper() + name[1:]
    if move.before is None or move.after is None:
        return f"{name} was compared only {'the second' if move.before is None else 'the first'} time."
    then, now = move.before.rank, move.after.rank
    places = f"from {ordinal(then)} to {ordinal(now)} place"
    more = "kept more often than before" if move.by > 0 else "kept less often than before"
    if move.by == 0:
        stands = f"stands where it stood, in {ordinal(now)} place" if then == now else f"went {places}"
        return f"{name} {stands}: {_kept(move)}."
    if then == now:
        return f"{name} is still in {ordinal(now)} place, and {more}: {_kept(move)}."
    if (then > now) is (move.by > 0):
        return f"{name} moved {'up' if move.by > 0 else 'down'} {places}: {_kept(move)}."
    return f"{name} went {places}, though it was {more}: {_kept(move)}."


def agreement_in_words(value: float) -> str:
    """Say how far two orders agree, for a coefficient from -1 (opposite) to 1 (the same)."""
    steps = (
        (1.0, "Both orders are the same."),
        (0.6, "The two orders agree closely."),
        (0.2, "The two orders agree in part."),
        (-0.2, "The two orders have little to do with each other."),
        (-1.0, "The two orders run against each other."),
    )
    words = next(said for least, said in steps if value >= least - 1e-9)
    pairs = round(100 * (1 + value) / 2)
    return f"{words} They put about {pairs} of 100 pairs of needs the same way round."


def _kept_over(name: str, over: list[str], under: list[str], even: list[str]) -> str:
    if not over and not under:
        return f"You could not choose between {name} and {joined(even)}"
    if not even and not under:
        return f"You kept {name} over every other need"
    if not even and not over:
        return f"You kept every other need over {name}"
    parts = [
        f"You kept {name} over {joined(over)}" if over else f"You kept {joined(under)} over {name}",
        f"{joined(under)} you kept over it" if over and under else "",
        f"between it and {joined(even)} you could not choose" if even else "",
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
    return (
        f"That puts its share at {share} of 100, and with one answer a pair it may well lie anywhere from "
        f"{low} to {high}."
    )


def _kept(move: Move) -> str:
    then, now = move.before, move.after
    if then is None or now is None:
        return ""
    if then.given_up is not None and now.given_up is not None:
        return (
            f"kept first {_times(then.kept)} and given up first {_times(then.given_up)} then, "
            f"{_times(now.kept)} and {_times(now.given_up)} now"
        )
    return (
        f"kept in {number_in_words(then.kept)} of {counted(then.of, 'pair', 'pairs')} then, "
        f"{number_in_words(now.kept)} of {now.of} now"
    )


def _times(count: float) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(round(count), f"{number_in_words(count)} times")
