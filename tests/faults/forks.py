"""Children of one single-threaded process: they start in a millisecond, with everything imported already."""

import os
import select
import traceback
from collections.abc import Callable
from typing import Final

Tell = Callable[[str], object]
"""Sends a line to the parent."""

_WRITE: Final = os.write
"""Taken before anything is put around it: telling is no part of a save."""


def forked(work: Callable[[Tell], None]) -> tuple[int, int]:
    """Start a child that does ``work``; return its process id and the end of a pipe where it is heard."""
    hears, tells = os.pipe()
    child = os.fork()
    if child:
        os.close(tells)
        return child, hears
    status = 1
    try:
        os.close(hears)
        work(lambda line: _WRITE(tells, f"{line}\n".encode()))
        status = 0
    except BrokenPipeError:
        pass  # nobody listens any more
    except BaseException:  # noqa: BLE001 - a child must never go on as its parent
        traceback.print_exc()
    finally:
        os._exit(status)


def wait_until_told(hears: int) -> None:
    """Wait for the first line, or for the end of the child."""
    select.select([hears], [], [])


def all_told(child: int, hears: int) -> tuple[list[str], int]:
    """Wait for the end of the child; return the lines that it has told and the status it ended with."""
    with open(hears, encoding="utf-8") as pipe:
        lines = pipe.read().splitlines()
    _, status = os.waitpid(child, 0)
    return lines, os.waitstatus_to_exitcode(status)
