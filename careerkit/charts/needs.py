"""Needs as charts."""

from collections.abc import Iterable
from typing import Any, Final

TEAL: Final = "#1A7A8D"
"""Holds on the light ground and on the dark one."""


def need_order_chart(rows: Iterable[tuple[str, float, int]]) -> dict[str, Any]:
    """Return a bar per need, in the order given, labelled with its name and the pairs it was kept in.

    A row is the name, in how many pairs the need was kept (a tie is a half), and of how many.
    """
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    bars = [{"need": f"{name}  {kept:g} of {of}", "kept": kept, "of": of} for name, kept, of in rows]
    most = max((bar["of"] for bar in bars), default=0)
    chart = (
        alt.Chart(alt.Data(values=bars))
        .mark_bar(color=TEAL, cornerRadiusEnd=4)
        .encode(
            x=alt.X("kept:Q", axis=None, scale=alt.Scale(domain=[0, most])),
            y=alt.Y(
                "need:N", title=None, sort=None, axis=alt.Axis(labelLimit=220, ticks=False, domain=False)
            ),
        )
        .properties(height=alt.Step(34))
    )
    spec: dict[str, Any] = chart.to_dict()
    return spec
