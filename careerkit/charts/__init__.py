"""Charts: values of the domain in, a Vega-Lite specification out."""

from careerkit.charts.gaps import GapRow, need_gap_chart
from careerkit.charts.needs import ShareRow, need_order_chart, need_share_chart
from careerkit.charts.slopes import SlopeRow, need_slope_chart

__all__ = [
    "GapRow",
    "ShareRow",
    "SlopeRow",
    "need_gap_chart",
    "need_order_chart",
    "need_share_chart",
    "need_slope_chart",
]
