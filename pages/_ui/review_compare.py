"""Finished reviews beside each other: any two years, and all of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import streamlit as st

from careerkit.export import comparison_markdown
from careerkit.review import (
    Reason,
    Review,
    YearsCompared,
    compare_years,
    over_years,
    reasons_summed,
    recurs_in_words,
)
from careerkit.words import ordinal, signed_in_words
from pages._ui.escape import safe
from pages._ui.review_state import YearKey

_TWO: Final = 2


def compare_records(records: Sequence[Review]) -> None:
    """Draw the comparison of two years and the picture of all, folded; nothing with a single record."""
    if len(records) < _TWO:
        return
    by_year = {record.year: record for record in records}
    with st.expander("Year against year", icon=":material/compare_arrows:"):
        before, after = st.columns(2)
        older = before.selectbox("Year", list(by_year), index=1, key=YearKey.COMPARE_OLDER)
        newer = after.selectbox("Beside", list(by_year), index=0, key=YearKey.COMPARE_NEWER)
        if older == newer:
            st.caption("Choose two different years.")
        else:
            _two_years(compare_years(by_year[older], by_year[newer]))
    with st.expander("All years", icon=":material/calendar_view_month:"):
        _all_years(records)


def _two_years(compared: YearsCompared) -> None:
    for sentence in compared.untold:
        st.caption(sentence)
    for heading, lines in (
        ("Needs", [*_needs(compared)]),
        ("How far they are met", [*_ratings(compared)]),
        (f"Met in {compared.older}", compared.met.get(compared.older, ())),
        (f"Met in {compared.newer}", compared.met.get(compared.newer, ())),
        ("Dropped", [*_dropped(compared)]),
        ("What recurs", recurs_in_words(compared)),
    ):
        if lines:
            st.markdown(f"**{heading}**\n" + "\n".join(f"- {safe(line)}" for line in lines))
    st.download_button(
        "Download the comparison",
        data=comparison_markdown(compared),
        file_name=f"careerkit-{compared.older}-{compared.newer}.md",
        mime="text/markdown",
        key=YearKey.RECORD_DOWNLOAD.of("comparison"),
        icon=":material/download:",
        help="As a Markdown document, without what you keep private.",
        on_click="ignore",
    )


def _needs(compared: YearsCompared) -> Iterator[str]:
    for place in compared.places:
        if place.before is None:
            yield f"{place.need}: new"
        elif place.after is None:
            yield f"{place.need}: no longer compared"
        elif place.before == place.after:
            yield f"{place.need}: {ordinal(place.after)}, as before"
        else:
            yield f"{place.need}: {ordinal(place.before)}, then {ordinal(place.after)}"


def _ratings(compared: YearsCompared) -> Iterator[str]:
    for pair in compared.ratings:
        change = f" ({'+' if pair.by > 0 else ''}{signed_in_words(pair.by)})" if pair.by else ""
        yield f"{pair.need}: {pair.before}, then {pair.after}{change}"


def _dropped(compared: YearsCompared) -> Iterator[str]:
    for year, goals in compared.dropped.items():
        for title, reason in goals.items():
            yield f"{year}: {title}{f' ({reason})' if reason else ''}"


def _all_years(records: Sequence[Review]) -> None:
    st.table(
        [
            {
                "Year": str(row.year),
                "First need": safe(row.first_need) or "–",
                "Goals met": "–" if row.met is None else str(row.met),
                "Dropped": "–" if row.dropped is None else str(row.dropped),
                "Milestones": _milestones(row.milestones),
                "Main reason": row.reason.label if row.reason else "–",
            }
            for row in over_years(records)
        ]
    )
    if reasons := _reasons(records):
        st.caption(f"What changed the plan over the years: {reasons}.")


def _reasons(records: Sequence[Review]) -> str:
    """Return how often each reason changed the plan, over all years; the most frequent first."""
    per_year = reasons_summed({record.id: record for record in records})
    total = sum(per_year.values(), Counter[Reason]())
    return ", ".join(f"{reason.label}: {count}" for reason, count in total.most_common())


def _milestones(count: tuple[int, int] | None) -> str:
    return "–" if count is None else f"{count[0]} of {count[1]} done"
