"""The base of every error that careerkit raises on purpose."""


class CareerKitError(Exception):
    """Something a person can understand and act on; its message is fit for the screen.

    Each package keeps its own subclasses beside its rules. Pages catch this class and nothing wider.
    """


class InvalidValueError(CareerKitError, ValueError):
    """A value breaks a rule of the thing it belongs to; the message names the thing and says what to do."""
