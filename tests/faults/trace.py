"""What ``strace`` has written, in the words of our own wrapper."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_LINE: Final = re.compile(r"\d+ +(?P<name>\w+)\((?P<args>.*)\) += -?\d+")
_HANDLE: Final = re.compile(r"(?P<handle>\d+)<(?P<path>[^>]*)>")
_QUOTED: Final = re.compile(r'"([^"]*)"')
_SAME: Final = {
    "openat": "open",
    "newfstatat": "stat",
    "statx": "stat",
    "rename": "replace",
    "renameat": "replace",
    "renameat2": "replace",
    "linkat": "link",
    "unlinkat": "unlink",
    "mkdirat": "mkdir",
    "scandir": "listdir",
}


def calls_in(trace: str, folder: Path, *, begin: str, end: str) -> Iterator[str]:
    """Yield the calls between two markers that concern a folder, as our own wrapper writes them."""
    listed = ""
    lines = trace.splitlines()
    first, last = (
        next(at for at, line in enumerate(lines) if f'"{marker}"' in line) for marker in (begin, end)
    )
    for line in lines[first + 1 : last]:
        made = _LINE.match(line) if str(folder) in line else None
        if made is None:
            continue
        handle = _HANDLE.match(made["args"])
        if listed and handle and handle["handle"] == listed:  # all part of one listing
            listed = "" if made["name"] == "close" else listed
            continue
        if "O_DIRECTORY" in made["args"]:
            listed = line.rpartition(" = ")[2].partition("<")[0]
        yield _in_our_words(made["name"], made["args"], folder)


def common_name(call: str) -> str:
    """Return a call by the name that stands for all that the system does not tell apart."""
    name, _, places = call.partition(" ")
    return f"{_SAME.get(name, name)} {places}"


def _in_our_words(name: str, args: str, folder: Path) -> str:
    handle = _HANDLE.match(args)
    if handle:
        called = "fstat" if "AT_EMPTY_PATH" in args else _SAME.get(name, name)
        return f"{called} {_within(handle['path'], folder)}"
    places = " ".join(_within(path, folder) for path in _QUOTED.findall(args))
    if "O_DIRECTORY" in args:
        return f"listdir {places}"
    if "AT_SYMLINK_NOFOLLOW" in args:
        return f"lstat {places}"
    return f"{'rmdir' if 'AT_REMOVEDIR' in args else _SAME.get(name, name)} {places}"


def _within(path: str, folder: Path) -> str:
    return str(Path(path.removesuffix(" (deleted)")).relative_to(folder))
