"""How a measure is entered, while some of its numbers may still be missing, and how it reads."""

from careerkit.errors import InvalidValueError
from careerkit.goals.model import Measure
from careerkit.words import number_in_words


def entered_measure(
    *,
    start: float | None,
    target: float | None,
    current: float | None,
    unit: str,
    lower_is_better: bool | None = None,
) -> Measure | None:
    """Return the measure that the entered numbers make, or ``None`` when none was entered.

    A missing current value counts as the start. A missing start counts as the current value when lower is
    better, else as 0. ``lower_is_better`` is what the person said, ``None`` when the numbers shall tell.
    Raises :class:`~careerkit.errors.InvalidValueError` when the target is missing, when there is nothing to
    come down from, and when the target lies in the other direction.
    """
    if target is None:
        if start is None and current is None:
            return None
        raise InvalidValueError("Give the measure a target, or clear its other numbers.")
    if start is None:
        start = current if lower_is_better else 0.0
    if start is None:
        raise InvalidValueError("Lower is better here, so say where it starts or stands now.")
    measure = Measure(start=start, target=target, current=start if current is None else current, unit=unit)
    if lower_is_better is not None and measure.lower_is_better is not lower_is_better:
        raise InvalidValueError(_wrong_way(measure))
    return measure


def measure_in_words(measure: Measure) -> str:
    """Return where a measure stands: “3 of 4 papers”, or “now 82 kg, from 90 to 75” for another start."""
    unit = f" {measure.unit.strip()}" if measure.unit.strip() else ""
    current, start, target = map(number_in_words, (measure.current, measure.start, measure.target))
    if measure.start == 0 and measure.target > 0:
        return f"{current} of {target}{unit}"
    return f"now {current}{unit}, from {start} to {target}"


def _wrong_way(measure: Measure) -> str:
    start, target = number_in_words(measure.start), number_in_words(measure.target)
    better, way = ("Higher", "below") if measure.lower_is_better else ("Lower", "above")
    return (
        f"{better} is better here, but the target {target} lies {way} the start {start}. Change one of them."
    )
