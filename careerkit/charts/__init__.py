"""Charts: values of the domain in, a Vega-Lite specification out."""

from careerkit.charts.gaps import GapRow, need_gap_chart
from careerkit.charts.month import DayCell, month_grid
from careerkit.charts.needs import ShareRow, need_order_chart, need_share_chart
from careerkit.charts.pace import trend_line
from careerkit.charts.slopes import SlopeRow, need_slope_chart
from careerkit.charts.thread import thread_graph
from careerkit.charts.timeline import timeline

__all__ = [
    "DayCell",
    "GapRow",
    "ShareRow",
    "SlopeRow",
    "month_grid",
    "need_gap_chart",
    "need_order_chart",
    "need_share_chart",
    "need_slope_chart",
    "thread_graph",
    "timeline",
    "trend_line",
]
