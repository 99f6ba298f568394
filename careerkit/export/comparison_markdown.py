"""Years beside each other as a Markdown document."""

from collections.abc import Iterator, Mapping, Sequence

from careerkit.export.escaping import on_one_line
from careerkit.export.review_markdown import bullets
from careerkit.needs import MOST_SATISFIED
from careerkit.review import YearRow, YearsCompared, recurs_in_words, tells_private
from careerkit.words import ordinal, signed_in_words


def comparison_markdown(compared: YearsCompared, *, include_private: bool = False) -> str:
    """Return two years beside each other as a Markdown document: needs, ratings, goals, and what recurs.

    Unless ``include_private``, goals that were kept private are left out, and the document says so.
    """
    blocks = [f"# {compared.older} and {compared.newer} beside each other", *compared.untold]
    if not include_private and any(map(tells_private, _titles(compared))):
        blocks.append("Left out: goals that are kept private.")
    blocks += _needs(compared)
    blocks += _ratings(compared)
    blocks += _goals(compared, include_private=include_private)
    recurs = recurs_in_words(compared, include_private=include_private)
    blocks += ["## What recurs", bullets([on_one_line(line) for line in recurs])] if recurs else []
    return "\n\n".join(blocks) + "\n"


def years_markdown(rows: Sequence[YearRow]) -> str:
    """Return all years as a Markdown document with one table, a row a year."""
    head = ("Year", "First need", "Goals met", "Dropped", "Milestones done", "Most frequent reason")
    lines = [_cells(head), _cells(["---"] * len(head)), *(_cells(_row(row)) for row in rows)]
    return f"# The years\n\n{chr(10).join(lines)}\n"


def _titles(compared: YearsCompared) -> Iterator[str]:
    yield from compared.goals_again
    for titles in (*compared.met.values(), *compared.dropped.values()):
        yield from titles


def _needs(compared: YearsCompared) -> list[str]:
    lines = [
        *(f"{on_one_line(it.need)} moved up: {_from_to(it.before, it.after)}" for it in compared.moved_up),
        *(
            f"{on_one_line(it.need)} moved down: {_from_to(it.before, it.after)}"
            for it in compared.moved_down
        ),
        *(f"{on_one_line(it.need)} is new, {ordinal(it.after or 0)}" for it in compared.new),
        *(f"{on_one_line(it.need)} is no longer compared" for it in compared.gone),
    ]
    if not lines and compared.places:
        lines = ["The order is the same"]
    return ["## Needs", bullets(lines)] if lines else []


def _from_to(before: int | None, after: int | None) -> str:
    return f"{ordinal(before or 0)} → {ordinal(after or 0)}"


def _ratings(compared: YearsCompared) -> list[str]:
    lines = [
        f"{on_one_line(it.need)}: {it.before} → {it.after}" + (f" ({_signed(it.by)})" if it.by else "")
        for it in compared.ratings
    ]
    return [f"## How far needs are met, 0 to {MOST_SATISFIED}", bullets(lines)] if lines else []


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else signed_in_words(number)


def _goals(compared: YearsCompared, *, include_private: bool) -> Iterator[str]:
    if not compared.met:
        return
    yield "## Goals"
    for year, met in compared.met.items():
        dropped: Mapping[str, str] = compared.dropped.get(year, {})
        lines = [f"Met: {on_one_line(title)}" for title in met if include_private or not tells_private(title)]
        lines += [
            f"Dropped: {on_one_line(title)}" + (f". Reason: {on_one_line(why)}" if why else "")
            for title, why in dropped.items()
            if include_private or not tells_private(title)
        ]
        yield f"### {year}"
        yield bullets(lines) if lines else "No goal met or dropped."


def _row(row: YearRow) -> list[str]:
    done = "" if row.milestones is None else f"{row.milestones[0]} of {row.milestones[1]}"
    counts = ["" if count is None else str(count) for count in (row.met, row.dropped)]
    return [str(row.year), on_one_line(row.first_need), *counts, done, row.reason.label if row.reason else ""]


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
