"""How older documents become documents of the present format: one pure function a step."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from careerkit.store.errors import BrokenRecordError, NewerFormatError

FORMAT: Final = 5
"""The format that is written. Raise it with a function in ``_STEPS``, and keep an old file as a test."""
CHECKED_SINCE: Final = 2
"""The first format whose files carry a checksum."""
_STEP_OF_4: Final = {"alters": "nothing", "source": "", "own": False}

Content = dict[str, dict[str, Any]]
"""What a TinyDB file holds: by table, by document number, the fields."""


def _from_1(content: Content) -> Content:
    """Format 2 adds particulars to ``_meta`` that have defaults; the entries are the same."""
    return content


def _from_2(content: Content) -> Content:
    """Format 3 adds kinds of entries, and fields of comparisons that have defaults; the rest is the same."""
    return content


def _from_3(content: Content) -> Content:
    """Format 4 adds kinds of entries, and fields of the plan and of reviews that have defaults.

    The steps of reviews in the history are filled in: undoing the start of one compares them with those that
    are read, which have the fields of today.
    """
    history = {
        number: _with_changes(batch, _with_steps) for number, batch in content.get("history", {}).items()
    }
    return {**content, "history": history} if history else content


def _with_changes(batch: Any, lift: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - anything may be in a file
    changes = batch.get("changes") if isinstance(batch, dict) else None
    if not isinstance(changes, list):
        return batch
    return {**batch, "changes": [lift(change) for change in changes]}


def _with_steps(change: Any) -> Any:  # noqa: ANN401 - anything may be in a file
    if not isinstance(change, dict) or change.get("kind") != "reviews":
        return change
    return {**change, **{side: _filled(change[side]) for side in ("before", "after") if side in change}}


def _filled(fields: Any) -> Any:  # noqa: ANN401 - anything may be in a file
    steps = fields.get("steps") if isinstance(fields, dict) else None
    if not isinstance(steps, list):
        return fields
    filled = [{**_STEP_OF_4, **step} if isinstance(step, dict) else step for step in steps]
    return {**fields, "steps": filled}


def _from_4(content: Content) -> Content:
    """Format 5 adds kinds of entries and fields that have defaults, and says what an answer answers.

    ``horizon`` of an answer is ``asked``, with the same values. Answers in the history are filled in as well:
    undoing compares them with those that are read.
    """
    lifts = {"answers": _with_asked, "history": _batch_of_5}
    return {
        table: {number: lifts[table](row) for number, row in rows.items()} if table in lifts else rows
        for table, rows in content.items()
    }


def _batch_of_5(batch: Any) -> Any:  # noqa: ANN401 - anything may be in a file
    return _with_changes(batch, _change_of_5)


def _change_of_5(change: Any) -> Any:  # noqa: ANN401 - anything may be in a file
    if not isinstance(change, dict) or change.get("kind") != "answers":
        return change
    return {**change, **{side: _with_asked(change[side]) for side in ("before", "after") if side in change}}


def _with_asked(fields: Any) -> Any:  # noqa: ANN401 - anything may be in a file
    if not isinstance(fields, dict):
        return fields
    answer = {("asked" if name == "horizon" else name): value for name, value in fields.items()}
    composed = answer.get("composed")
    if isinstance(composed, list):
        answer["composed"] = [{"section": "", **it} if isinstance(it, dict) else it for it in composed]
    return answer


_STEPS: Final[tuple[Callable[[Content], Content], ...]] = (_from_1, _from_2, _from_3, _from_4)
"""The function at place n lifts format n + 1 to n + 2."""


def lifted(content: Content, meta: Mapping[str, Any]) -> Content:
    """Return ``content`` in the present format; ``meta`` says the format it has.

    Raises ``NewerFormatError`` and, for what is no format at all, ``BrokenRecordError``.
    """
    written = meta.get("format")
    if type(written) is not int or written < 1:
        raise BrokenRecordError("format", "it names no known version")
    if written > FORMAT:
        raise NewerFormatError
    for step in _STEPS[written - 1 :]:
        content = step(content)
    return content
