"""What the charts with labels of their own share: layers, and a specification as wide as its page."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import altair as alt

UNREAD: Final[dict[str, Any]] = {"tooltip": None, "aria": False}
"""For marks that only draw: the marks of the data speak for them, to a pointer and to a screen reader."""


def layer_of(rows: Sequence[Mapping[str, Any]]) -> "alt.Chart":
    """Return a layer over ``rows``, still without a mark."""
    import altair as alt  # noqa: PLC0415 - half a second: paid where a chart is drawn

    return alt.Chart(alt.Data(values=[dict(row) for row in rows]))  # type: ignore[no-untyped-call] # Altair left it untyped


def placed(mark: "alt.Chart", **channels: Any) -> "alt.Chart":  # noqa: ANN401 - as Altair has it
    """Return ``mark`` with its places and what it says."""
    drawn: alt.Chart = mark.encode(**channels)  # Altair left it untyped
    return drawn


def by_width(wide: str, narrow: str) -> "alt.ExprRef":
    """Return the expression ``wide`` where the chart has room, else ``narrow``.

    Both are the project's own words; what a person wrote stays in the data, where nothing reads it as code.
    """
    return worked_out(f"wide ? {wide} : {narrow}")


def worked_out(expression: str) -> "alt.ExprRef":
    """Return an expression that the browser works out."""
    import altair as alt  # noqa: PLC0415 - see above

    return alt.ExprRef(expression)


def down(field: str, height: float) -> "alt.Y":
    """Return the place of ``field``, in pixels from the top of a plot of ``height``."""
    import altair as alt  # noqa: PLC0415 - see above

    return alt.Y(field, axis=None, scale=alt.Scale(domain=[height, 0], nice=False))


def said() -> dict[str, Any]:
    """Return the encoding by which a mark says the field ``said``, to a pointer and to a screen reader."""
    import altair as alt  # noqa: PLC0415 - see above

    return {"tooltip": alt.Tooltip("said:N"), "description": alt.Description("said:N")}


def specification(layers: Sequence["alt.Chart"], *, height: float, wide_from: int) -> dict[str, Any]:
    """Return the specification of ``layers``, the first one at the back.

    ``height`` is that of the plot, in pixels; ``wide_from`` is the width at which ``wide`` begins to hold.
    """
    import altair as alt  # noqa: PLC0415 - see above

    chart = alt.layer(*layers).properties(
        height=height,
        padding={"top": 6, "left": 4, "right": 4},  # else the tops of the uppermost letters are cut off
        autosize=alt.AutoSizeParams(
            type="fit-x", contains="padding"
        ),  # the height is what labels were laid out for
    )
    spec: dict[str, Any] = chart.add_params(alt.param(name="wide", expr=f"width >= {wide_from}")).to_dict()
    # Altair lifts rows that all layers share to the top, where Streamlit makes a data frame of them: in it,
    # the lines of a label would be one text with brackets.
    shared = spec.pop("data", None)
    for layer in spec["layer"]:
        layer.setdefault("data", shared)
    return spec
