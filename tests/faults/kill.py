"""Kill saves at random and at aimed moments, and count what is found afterwards.

``python -m tests.faults.kill --trials 500 --seed 1`` prints the counts, as JSON, of our store and of plain
TinyDB. It stays single-threaded and forks a child for each trial.
"""

import argparse
import json
import os
import random
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import count, cycle, zip_longest
from pathlib import Path
from typing import Final, NamedTuple

from tests.faults.blows import Aim, aims_at, record_calls, strike
from tests.faults.forks import Tell, all_told, forked, wait_until_told
from tests.faults.subjects import DamagedError, Ours, Plain, Subject

_VERDICTS: Final = ("corrupt", "mixed", "lost", "stuck", "old", "new")
_AIMED_SAVES: Final[Mapping[int, tuple[int, ...]]] = {3: (4,), 62: (63, 64, 65)}
"""By the number of saves that were made before, those that are aimed at.

4 keeps the first daily and monthly copy; 63 undoes; 64 keeps copies and drops the oldest; 65 archives.
"""
_SECONDS: Final = 0.015
"""How long the child that is killed at a random moment may have been saving."""
_MEMORY: Final = 130
"""So many saves are thought out before the first fork, so that children only save."""


class Template(NamedTuple):
    """A folder in which the first ``saves`` saves were made."""

    folder: Path
    saves: int


class Blow(NamedTuple):
    """What one trial begins with, and where its child is hit; at a random moment without an aim."""

    template: Template
    aim: Aim | None


def trials_of(subject: Subject, trials: int, seed: int) -> dict[str, object]:
    """Make the trials, half of them at random moments, and return the counts."""
    dice = random.Random(seed)  # noqa: S311 - chance that can be repeated, no secret
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        templates = [_template(subject, folder / f"after-{saves}", saves) for saves in _AIMED_SAVES]
        aims = _aims(subject, folder, templates, dice)
        blows = _blows(templates, aims, dice)
        for _, blow in zip(range(trials), blows, strict=False):
            found[_verdict(subject, blow, folder / "trial", dice)] += 1
    aimed = min(trials // 2, len(aims))
    return {
        "trials": trials,
        **{verdict: found[verdict] for verdict in _VERDICTS},
        "moments_hit": aimed,
        "moments": len(aims),
    }


def _template(subject: Subject, folder: Path, saves: int) -> Template:
    folder.mkdir()
    with subject.saver(folder) as save:
        for number in range(1, saves + 1):
            save(number)
    return Template(folder, saves)


def _aims(subject: Subject, folder: Path, templates: list[Template], dice: random.Random) -> list[Blow]:
    """Return every moment that can be aimed at, of every kind of save in turn, the telling ones first."""
    groups: list[list[Blow]] = []
    for template in templates:
        trial = _copied(template, folder / "census")
        saves = _AIMED_SAVES[template.saves]
        lines, status = all_told(*forked(partial(_census, subject, trial, saves)))
        if status:
            message = "The child that only counts its calls failed"
            raise RuntimeError(message)
        groups += [
            [Blow(template, aim) for aim in aims_at(save, names.split())]
            for save, names in zip(saves, lines, strict=True)
        ]
    for group in groups:
        dice.shuffle(group)
    mixed = [blow for several in zip_longest(*groups) for blow in several if blow is not None]
    return sorted(mixed, key=lambda blow: not (blow.aim and blow.aim.leaves_new_ground))


def _census(subject: Subject, folder: Path, saves: tuple[int, ...], tell: Tell) -> None:
    with subject.saver(folder) as save:
        names = record_calls()
        for number in saves:
            names.clear()
            save(number)
            tell(" ".join(names))


def _blows(templates: list[Template], aims: list[Blow], dice: random.Random) -> Iterator[Blow]:
    for aimed in cycle(aims):
        yield Blow(dice.choice(templates), None)
        yield aimed


def _verdict(subject: Subject, blow: Blow, folder: Path, dice: random.Random) -> str:
    trial = _copied(blow.template, folder)
    child, hears = forked(partial(_save_on_and_on, subject, trial, blow))
    if blow.aim is None:
        wait_until_told(hears)
        time.sleep(dice.uniform(0, _SECONDS))  # nothing is waited for: this is the random moment
        os.kill(child, signal.SIGKILL)
    lines, status = all_told(child, hears)
    if status != -signal.SIGKILL:
        message = f"The child was not killed, it ended with {status}"
        raise RuntimeError(message)
    return _judged(subject, trial, blow.template.saves, int(lines[-1]))


def _save_on_and_on(subject: Subject, folder: Path, blow: Blow, tell: Tell) -> None:
    with subject.saver(folder) as save:
        tell(str(blow.template.saves))
        for number in count(blow.template.saves + 1):
            if blow.aim and blow.aim.save == number:
                strike(blow.aim)
            save(number)
            tell(str(number))


def _judged(subject: Subject, folder: Path, first: int, acknowledged: int) -> str:
    try:
        found = subject.found(folder)
    except DamagedError:
        return "corrupt"
    if found == subject.state_after(acknowledged + 1):
        verdict = "new"
    elif found == subject.state_after(acknowledged):
        verdict = "old"
    else:
        earlier = range(first, acknowledged)
        return "lost" if any(found == subject.state_after(save) for save in earlier) else "mixed"
    return verdict if subject.goes_on(folder, acknowledged) else "stuck"


def _copied(template: Template, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template.folder, folder)
    return folder


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("ours", "plain"))
    asked = parser.parse_args()
    subjects: dict[str, Subject] = {"ours": Ours(), "plain": Plain()}
    for save in range(_MEMORY):
        for subject in subjects.values():
            subject.state_after(save)
    counts = {
        name: trials_of(subject, asked.trials, asked.seed)
        for name, subject in subjects.items()
        if asked.only in (None, name)
    }
    print(json.dumps(counts, indent=2))  # noqa: T201 - the harness reports on its standard output


if __name__ == "__main__":
    main()
