"""Needs as charts."""

from collections.abc import Sequence
from typing import Any, Final

TEAL: Final = "#1A7A8D"
"""Holds on the light ground and on the dark one."""
TEXT: Final = "currentColor"
"""The colour of the text around the chart, whatever the theme: charts are drawn as SVG."""

_NAMES: Final[dict[str, Any]] = {
    "labelColor": TEXT,
    "labelFontSize": 14,
    "labelLimit": 220,
    "labelPadding": 8,
    "ticks": False,
    "domain": False,
}
_ROOM: Final = 0.25
"""Part of the longest bar that is left free for the label behind it."""


def need_order_chart(rows: Sequence[tuple[str, float, int]]) -> dict[str, Any]:
    """Return a bar per need, in the order given, labelled with its name and the pairs it was kept in.

    A row is the name, in how many pairs the need was kept (a tie is a half), and of how many.
    """
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    bars = [{"need": name, "kept": kept, "label": f"{kept:g} of {of}"} for name, kept, of in rows]
    most = max((of for *_, of in rows), default=0)
    base = alt.Chart(alt.Data(values=bars)).encode(  # type: ignore[no-untyped-call] # Altair left it untyped
        x=alt.X("kept:Q", axis=None, scale=alt.Scale(domain=[0, most * (1 + _ROOM)], nice=False)),
        y=alt.Y("need:N", title=None, sort=None, axis=alt.Axis(**_NAMES)),
    )
    labels = base.mark_text(align="left", dx=6, color=TEXT, fontSize=14).encode(text="label:N")
    chart = (base.mark_bar(color=TEAL, cornerRadiusEnd=4) + labels).properties(height=alt.Step(34))
    spec: dict[str, Any] = chart.to_dict()
    return spec
