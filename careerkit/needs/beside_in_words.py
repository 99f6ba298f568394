"""What stands beside an order, in sentences: how far needs are met, what moved, and what was guessed.

Names of needs come in as they stand within a sentence.
"""

from careerkit.needs.gaps import Gap
from careerkit.needs.in_words import Named
from careerkit.needs.movement import Move
from careerkit.words import counted, number_in_words, ordinal, signed_in_words

MUCH, SOME = 7.0, 4.0
"""From these importances on (0 to 10) a need matters a lot, or somewhat; from these satisfactions on it is
well met, or half met."""


def gap_in_words(gap: Gap, named: Named) -> str:
    """Say what a need asks for today: how much it matters, and how far it is met."""
    name = named(gap.need)
    name = name[:1].upper() + name[1:]
    matters = "matters a lot to you" if gap.importance >= MUCH else "matters to you"
    met = "is hardly met" if gap.satisfaction < SOME else "is met in part"
    if gap.importance < SOME:
        return f"{name} is met {gap.satisfaction} of 10 today; you kept other needs more often."
    if gap.satisfaction >= MUCH:
        return f"{name} {matters} and is well met: {gap.satisfaction} of 10 today."
    return f"{name} {matters} and {met}: {gap.satisfaction} of 10 today."


def move_in_words(move: Move, named: Named) -> str:
    """Say how far a need moved between two comparisons, without a verdict."""
    name = named(move.need)
    name = name[:1].upper() + name[1:]
    if move.before is None or move.after is None:
        return f"{name} was only part of {'the second' if move.before is None else 'the first'} comparison."
    then, now = move.before.rank, move.after.rank
    if (move.before.given_up is None) is not (move.after.given_up is None):
        return f"{name} is in {ordinal(now)} place, and was in {ordinal(then)}."
    places = f"from {ordinal(then)} to {ordinal(now)} place"
    more = "kept more often than before" if move.by > 0 else "kept less often than before"
    if move.by == 0:
        stands = f"stands where it stood, in {ordinal(now)} place" if then == now else f"went {places}"
        return f"{name} {stands}: {_kept(move)}."
    if then == now:
        how = f", and was {more}" if move.after.given_up is None else ""
        return f"{name} is still in {ordinal(now)} place{how}: {_kept(move)}."
    if (then > now) is (move.by > 0):
        return f"{name} moved {'up' if move.by > 0 else 'down'} {places}: {_kept(move)}."
    though = f", though it was {more}" if move.after.given_up is None else ""
    return f"{name} went {places}{though}: {_kept(move)}."


def agreement_in_words(value: float, needs: int) -> str:
    """Say how far two orders of so many needs agree, for a coefficient from -1 (opposite) to 1 (the same)."""
    steps = (
        (1.0, "Both orders are the same."),
        (0.6, "The two orders agree closely."),
        (0.2, "The two orders agree in part."),
        (-0.2, "The two orders have little to do with each other."),
        (-1.0, "The two orders run against each other."),
    )
    words = next(said for least, said in steps if value >= least - 1e-9)
    if words == steps[0][1]:
        return words
    pairs = needs * (needs - 1) // 2
    same = number_in_words(round(pairs * (1 + value)) / 2)
    return f"{words} {same} of {pairs} pairs of needs stand the same way round."


def _kept(move: Move) -> str:
    then, now = move.before, move.after
    if then is None or now is None:
        return ""
    if then.given_up is not None and now.given_up is not None:
        then_now = f"{signed_in_words(then.score)} then and {signed_in_words(now.score)} now"
        return f"{then_now}, counting how often it was kept first less how often it was given up first"
    return (
        f"kept in {number_in_words(then.kept)} of {counted(then.of, 'pair', 'pairs')} then, "
        f"{number_in_words(now.kept)} of {now.of} now"
    )
