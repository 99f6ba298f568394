"""Best-worst scaling: from each set of items, which one matters most and which one least."""

from collections.abc import Sequence

from careerkit.errors import InvalidValueError


def best_worst_scores(
    sets: Sequence[Sequence[int]], best: Sequence[int], worst: Sequence[int], n: int
) -> list[int]:
    """Return for each of ``n`` items how often it was the best of its set minus how often the worst.

    ``best[k]`` and ``worst[k]`` are the items, numbered from 0, that were chosen in ``sets[k]``. Unit:
    choices. Range: from minus to plus the number of sets that hold the item; all scores sum to 0. Raises
    ``InvalidValueError`` when there is not one best and one worst for each set, when a set repeats an item or
    holds one outside 0 to ``n - 1``, when a choice is not in its set, and when best and worst are the same.

    Source: J. J. Louviere, T. N. Flynn and A. A. J. Marley, Best-Worst Scaling: Theory, Methods and
    Applications, Cambridge University Press (2015), case 1.
    """
    if not len(sets) == len(best) == len(worst):
        message = "Each set needs one best and one worst item."
        raise InvalidValueError(message)
    scores = [0] * n
    for items, top, bottom in zip(sets, best, worst, strict=True):
        _require_choice(items, top, bottom, n)
        scores[top] += 1
        scores[bottom] -= 1
    return scores


def _require_choice(items: Sequence[int], best: int, worst: int, n: int) -> None:
    if len(set(items)) != len(items) or not all(0 <= item < n for item in items):
        message = f"A set holds different items, each numbered from 0 to {n - 1}."
        raise InvalidValueError(message)
    if best not in items or worst not in items:
        message = "The best and the worst item are chosen from the set that was shown."
        raise InvalidValueError(message)
    if best == worst:
        message = "The best and the worst item of a set are two different ones."
        raise InvalidValueError(message)
