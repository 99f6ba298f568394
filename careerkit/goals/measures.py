"""How a measure is entered: some of its numbers may still be missing."""

from careerkit.errors import InvalidValueError
from careerkit.goals.model import Measure


def entered_measure(
    *, start: float | None, target: float | None, current: float | None, unit: str
) -> Measure | None:
    """Return the measure that the entered numbers make, or ``None`` when none was entered.

    Start counts as 0 when it is missing, the current value as the start. Raises
    :class:`~careerkit.errors.InvalidValueError` when the target alone is missing.
    """
    if target is None:
        if start is None and current is None:
            return None
        message = "Give the measure a target, or clear its other numbers."
        raise InvalidValueError(message)
    start = 0.0 if start is None else start
    return Measure(start=start, target=target, current=start if current is None else current, unit=unit)
