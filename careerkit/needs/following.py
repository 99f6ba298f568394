"""A set of needs that changes while a comparison is open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from careerkit.change import Action, Change, Stamp, updates
from careerkit.needs.actions import finished
from careerkit.needs.assessment import Assessment
from careerkit.needs.model import Need
from careerkit.needs.own import OwnNeed, active_needs
from careerkit.needs.result import open_assessment


def with_open_comparison(
    changes: Sequence[Change],
    catalogue: Sequence[Need],
    own: Mapping[str, OwnNeed],
    assessments: Mapping[str, Assessment],
    *,
    stamp: Stamp,
) -> list[Change]:
    """Return ``changes`` of a person's needs, and with them what keeps an open comparison in step.

    See :func:`follow_needs`.
    """
    after = dict(own)
    for change in changes:
        old = OwnNeed(id=change.entity_id) if change.action is Action.CREATE else own[change.entity_id]
        after[change.entity_id] = replace(old, **change.after)
    needs = [need.id for need in active_needs(catalogue, after)]
    return [*changes, *follow_needs(assessments, needs, stamp=stamp)]


def follow_needs(
    assessments: Mapping[str, Assessment], needs: Sequence[str], *, stamp: Stamp
) -> list[Change]:
    """Bring an open assessment in line with the needs that are compared now; there may be none.

    Every answer that still applies stays, in pairs as in fours; only what is missing is asked. The others are
    set aside, and count again when their needs are shown again. With nothing left to ask it is finished.
    """
    old = open_assessment(assessments)
    if old is None or old.needs == tuple(needs):
        return []
    kept = set(needs)
    bare = replace(old, needs=tuple(needs), answers={}, repeats={}, choices={}, again=frozenset())
    answers, choices = {**old.aside, **old.answers}, {**old.choices_aside, **old.choices}
    apply = {key for key, it in answers.items() if {it.left, it.right} <= kept}
    new = replace(
        bare,
        answers={key: it for key, it in answers.items() if key in apply},
        repeats={key: it for key, it in old.repeats.items() if key in apply},
        choices={key: it for key, it in choices.items() if key in bare.fours},
        aside={key: it for key, it in answers.items() if key not in apply},
        choices_aside={key: it for key, it in choices.items() if key not in bare.fours},
    )
    return updates(old, finished(old, new, stamp), stamp=stamp)
