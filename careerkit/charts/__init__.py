"""Charts: values of the domain in, a Vega-Lite specification out."""

from careerkit.charts.needs import need_order_chart

__all__ = ["need_order_chart"]
