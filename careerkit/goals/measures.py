"""How a measure is entered, while some of its numbers may still be missing, and how it reads."""

from careerkit.errors import InvalidValueError
from careerkit.goals.model import Measure
from careerkit.words import number_in_words


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


def measure_in_words(measure: Measure) -> str:
    """Return where a measure stands: “3 of 4 papers”, or “now 82 kg, from 90 to 75” for another start."""
    unit = f" {measure.unit.strip()}" if measure.unit.strip() else ""
    current, start, target = map(number_in_words, (measure.current, measure.start, measure.target))
    if measure.start == 0 and measure.target > 0:
        return f"{current} of {target}{unit}"
    return f"now {current}{unit}, from {start} to {target}"
