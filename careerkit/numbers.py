"""Numbers as people enter them, and the limits each field has."""

from careerkit.errors import InvalidValueError


def require_between(value: int | None, lowest: int, highest: int, *, name: str) -> None:
    """Raise :class:`~careerkit.errors.InvalidValueError` for a number out of bounds; ``None`` passes."""
    if value is not None and not lowest <= value <= highest:
        message = f"{name} goes from {lowest} to {highest}. Please choose a number between."
        raise InvalidValueError(message)
