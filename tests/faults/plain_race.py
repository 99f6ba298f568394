"""The race that plain TinyDB does not survive: without it, nobody would know whether ours has teeth."""

from pathlib import Path

from tinydb import TinyDB


def insert(path: Path, process: int, inserts: int) -> tuple[int, str]:
    """Insert into plain TinyDB; return how often that was acknowledged, and what it failed with."""
    acknowledged = 0
    try:
        with TinyDB(path) as db:
            for number in range(inserts):
                db.insert({"process": process, "number": number})
                acknowledged += 1
    except Exception as error:  # noqa: BLE001 - what a reader of a torn file runs into is anybody's guess
        return acknowledged, repr(error)[:200]
    return acknowledged, ""


def found_in(path: Path) -> tuple[int, str]:
    """Return how many of the inserted documents can be read again, and what reading failed with."""
    try:
        with TinyDB(path) as db:
            return len({(one["process"], one["number"]) for one in db}), ""
    except Exception as error:  # noqa: BLE001 - as above
        return 0, repr(error)[:200]
