"""The sentence frames of the answer composer, and its words."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from careerkit.content.files import ContentError, parsed, text_of_file
from careerkit.content.kin import word_kin
from careerkit.interview import UNFRAMED, Asked, Frame, FrameSet, Section, Words

FILE: Final = "frames.toml"
WORDS: Final = "words.toml"
ANY: Final = "any"
"""The table with the frames for any question."""

_ABOUT: Final = ("goal", "aspiration", "strength", "ask", "gives")
SLOTS: Final = frozenset(
    {
        "company",
        "the_role",
        "a_role",
        "span",
        "when",
        "motives",
        "gains",
        "plan",
        "plan_thing",
        "value_thing",
        "training_thing",
        *(f"{about}_{form}" for about in _ABOUT for form in ("verb", "thing")),
    }
)
"""Every slot the composer can fill."""


@cache
def answer_frames() -> FrameSet:
    """Return what answers are composed from.

    Raises :class:`~careerkit.content.files.ContentError`, naming the entry, when a file is wrong.
    """
    return read_frames(text_of_file(FILE))


def read_frames(text: str) -> FrameSet:
    """Return the frames that the text of a frames file describes; see :func:`answer_frames`."""
    document = parsed(text, file=FILE)
    questions = [asked for asked in Asked if asked.value in document]
    frames = [frame for asked in (*questions, None) for frame in _frames(document, asked)]
    frame_set = FrameSet(
        frames=tuple(frames),
        motives=dict(_table(document, "motives")),
        words=_words(parsed(text_of_file(WORDS), file=WORDS)),
        kin=word_kin(),
    )
    for asked in Asked:
        for section in set(Section) - UNFRAMED:
            if not frame_set.of(asked, section):
                raise ContentError(FILE, f"[{asked}] {section}", "it lists at least one frame")
    return frame_set


def _frames(document: Mapping[str, Any], asked: Asked | None) -> Iterator[Frame]:
    name = asked.value if asked else ANY
    for title, texts in _table(document, name).items():
        where = f"[{name}] {title}"
        section = next((section for section in Section if section.value == title), None)
        if section is None or not isinstance(texts, list) or not texts:
            raise ContentError(FILE, where, "it is a section and lists at least one frame")
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
        raise ContentError(WORDS, name, "it is a text of words")
    return frozenset(words.split())


def _table(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = document.get(name)
    if not isinstance(table, dict):
        raise ContentError(FILE, f"[{name}]", "the table is missing")
    return table
