"""The colours of the charts: each holds on the light ground and on the dark one."""

from typing import Final

TEAL: Final = "#1A7A8D"
"""What the chart is about."""
OCHRE: Final = "#C26A12"
"""What is open and asks for attention."""
MUTED: Final = "#7A858E"
"""What stands behind: lines that lead the eye, and rows that are not the point."""
TEXT: Final = "currentColor"
"""The colour of the text around the chart, whatever the theme: charts are drawn as SVG."""
