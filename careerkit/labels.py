"""Choices that carry the words a person reads."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A choice whose members are written as ``NAME = "stored value", "Label on screen"``."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member that carries its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Mark(Labelled):
    """Whether an entry may be said in an interview. Values are stored: add, never rename."""

    SAY = "say", "Can be said"
    PRIVATE = "private", "Keep it private"
