"""What a disk may hold when the power goes: everything flushed, and of the rest any part.

Strict on purpose. The bytes of a file last once the file is flushed; a name lasts once its folder is. Of what
befell names since then, each step may have reached the medium or not, alone. A rename is one step.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import compress, product
from pathlib import PurePath
from random import Random
from typing import Final, NamedTuple

Image = frozenset[tuple[str, bytes | None]]
"""All a disk holds: by path, the bytes of each file, and ``None`` for each folder."""


@dataclass(eq=False, slots=True)
class File:
    """A file apart from its names."""

    written: bytes = b""
    lasting: bytes = b""


@dataclass(eq=False, slots=True)
class Folder:
    """A folder apart from its name, with the names in it that last."""

    lasting: dict[str, "Node"] = field(default_factory=dict)


Node = File | Folder
Content = Callable[[File], bytes]


class Step(NamedTuple):
    """What befell names in a folder, all of it or nothing: what they stand for now, ``None`` for nothing."""

    folder: Folder
    names: Mapping[str, Node | None]


class Medium:
    """A disk as calls to the system leave it. Paths begin below its ``top``, which is ``"."``."""

    def __init__(self, top: Folder) -> None:
        self._top = top
        self._steps: list[Step] = []

    def node(self, path: str) -> Node | None:
        """Return what has a name now."""
        node: Node | None = self._top
        for name in PurePath(path).parts:
            assert isinstance(node, Folder)
            node = _names(node, self._steps).get(name)
        return node

    def name(self, path: str, node: Node | None) -> None:
        """Give a name to a file or folder, or take it away."""
        self._steps.append(Step(self._folder_of(path), {PurePath(path).name: node}))

    def rename(self, source: str, target: str) -> None:
        """Rename within one folder; two names of one file both stay, as POSIX has it."""
        folder, node = self._folder_of(source), self.node(source)
        assert self._folder_of(target) is folder
        if node is not self.node(target):
            self._steps.append(Step(folder, {PurePath(source).name: None, PurePath(target).name: node}))

    def flush(self, node: Node) -> None:
        """Let the bytes of a file last, or the names in a folder."""
        if isinstance(node, File):
            node.lasting = node.written
        else:
            node.lasting = _names(node, self._steps)
            self._steps = [step for step in self._steps if step.folder is not node]

    def now(self) -> Image:
        """Return what is there as long as the power is."""
        return frozenset(_within(self._top, self._steps, lambda file: file.written))

    def after_power_cuts(self, chance: Random, choices: int, draws: int) -> Iterator[Image]:
        """Yield what may be there when the power goes now.

        Of all choices of steps, or so many ``choices`` of them where there are more; of the bytes, ``draws``.
        """
        for reached in _choices(self._steps, chance, choices):
            for loss in [*LOSSES, *(LOSSES[-2:] * (draws - 1))]:
                yield _image(self._top, reached, partial(loss, chance))
            for _ in range(draws):
                yield _image(self._top, reached, lambda file: chance.choice(LOSSES)(chance, file))

    def _folder_of(self, path: str) -> Folder:
        folder = self.node(str(PurePath(path).parent))
        assert isinstance(folder, Folder)
        return folder


def _cut(chance: Random, file: File) -> bytes:
    return file.written[: chance.randint(len(file.lasting), len(file.written))]


def _filled_up(kept: bytes, file: File) -> bytes:
    return kept + bytes(len(file.written) - len(kept))


LOSSES: Final[tuple[Callable[[Random, File], bytes], ...]] = (
    lambda _, file: file.written,
    lambda _, file: file.lasting,
    lambda _, file: _filled_up(file.lasting, file),
    _cut,
    lambda chance, file: _filled_up(_cut(chance, file), file),
)
"""What may be there of a file that was not flushed: all, nothing new, zeros, a part, zeros after a part."""


def _choices(steps: Sequence[Step], chance: Random, most: int) -> Iterator[list[Step]]:
    """Yield every choice of steps if there are no more than ``most``, else some: also all beginnings."""
    if 2 ** len(steps) <= most:
        for bits in product((True, False), repeat=len(steps)):
            yield list(compress(steps, bits))
        return
    for end in range(len(steps) + 1):
        yield list(steps[:end])
        yield [step for step in steps if step is not steps[end - 1]]
    for _ in range(most - 2 * len(steps)):
        yield [step for step in steps if chance.random() < 0.5]


def _names(folder: Folder, steps: Iterable[Step]) -> dict[str, Node]:
    names: dict[str, Node | None] = dict(folder.lasting)
    for step in steps:
        if step.folder is folder:
            names.update(step.names)
    return {name: node for name, node in names.items() if node is not None}


def _image(top: Folder, steps: Sequence[Step], content: Content) -> Image:
    """Return all that is there; two names of one file show the same."""
    contents: dict[int, bytes] = {}

    def once(file: File) -> bytes:
        if id(file) not in contents:
            contents[id(file)] = content(file)
        return contents[id(file)]

    return frozenset(_within(top, steps, once))


def _within(
    folder: Folder, steps: Sequence[Step], content: Content, path: str = ""
) -> Iterator[tuple[str, bytes | None]]:
    for name, node in _names(folder, steps).items():
        if isinstance(node, File):
            yield f"{path}{name}", content(node)
        else:
            yield f"{path}{name}", None
            yield from _within(node, steps, content, f"{path}{name}/")
