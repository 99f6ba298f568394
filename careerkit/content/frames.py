"""The sentence frames of the answer composer, and its words."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from careerkit.content.files import ContentError, parsed, text_of_file
from careerkit.interview import Asked, Frame, FrameSet, Section, Words

FILE: Final = "frames.toml"
SLOTS: Final = frozenset(
    {
        "company",
        "the_role",
        "a_role",
        "span",
        "goal_verb",
        "goal_thing",
        "aspiration_verb",
        "aspiration_thing",
        "when",
        "motives",
    }
)
"""Every slot the composer can fill."""


@cache
def answer_frames() -> FrameSet:
    """Return what answers are composed from.

    Raises :class:`~careerkit.content.files.ContentError`, naming the entry, when the file is wrong.
    """
    return read_frames(text_of_file(FILE))


def read_frames(text: str) -> FrameSet:
    """Return the frames that the text of a frames file describes; see :func:`answer_frames`."""
    document = parsed(text, file=FILE)
    return FrameSet(
        frames=tuple(frame for asked in Asked if asked.value in document for frame in _frames(document, asked)),
        motives=dict(_table(document, "motives")),
        words=_words(_table(document, "words")),
    )


def _frames(document: Mapping[str, Any], asked: Asked) -> Iterator[Frame]:
    table = _table(document, asked.value)
    for section in Section:
        where = f"[{asked}] {section}"
        texts = table.get(section.value)
        if not isinstance(texts, list) or not texts:
            raise ContentError(FILE, where, "it lists at least one frame")
        for text in texts:
            yield _frame(Frame(asked=asked, section=section, text=text), where)


def _frame(frame: Frame, where: str) -> Frame:
    unknown = frame.slots - SLOTS
    if unknown:
        raise ContentError(FILE, where, f"there is no slot “{min(unknown)}”")
    if not frame.text.endswith("."):
        raise ContentError(FILE, where, f"“{frame.text}” ends with a full stop")
    return frame


def _words(table: Mapping[str, Any]) -> Words:
    return Words(
        verbs=_set(table, "verbs"),
        no_verbs=tuple(table["no_verbs"]),
        either=_set(table, "either"),
        after_verb=_set(table, "after_verb"),
        with_names=_set(table, "with_names"),
        states=_set(table, "states"),
        lead_ins=tuple(table["lead_ins"]),
        proper=_set(table, "proper"),
        acronyms=_set(table, "acronyms"),
        people=_set(table, "people"),
        counted=_set(table, "counted"),
        determiners=_set(table, "determiners"),
    )


def _set(table: Mapping[str, Any], name: str) -> frozenset[str]:
    words = table.get(name)
    if not isinstance(words, str):
        raise ContentError(FILE, f"[words] {name}", "it is a text of words")
    return frozenset(words.split())


def _table(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = document.get(name)
    if not isinstance(table, dict):
        raise ContentError(FILE, f"[{name}]", "the table is missing")
    return table
