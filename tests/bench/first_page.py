"""How long the first page of a fresh session takes, against an empty page of Streamlit in the same run.

Run it with ``python -m tests.bench.first_page``. It prints medians and their ratio and asserts nothing.
"""

import statistics
import tempfile
import time
from pathlib import Path

from tests.tools.server import Server
from tests.tools.socket_visitor import visitor_over_socket

TURNS = 20
WARM_UP = 3


def main() -> None:
    """Measure both servers in turn, so that what else the machine does meets both."""
    with tempfile.TemporaryDirectory() as folder:
        servers = {
            name: Server(_made(Path(folder) / name), address="localhost", script=script)
            for name, script in (("empty", "tests/bench/empty_app.py"), ("careerkit", "streamlit_app.py"))
        }
        for server in servers.values():
            server.start()
        try:
            turns = [
                {name: _first_page(one) for name, one in servers.items()} for _ in range(WARM_UP + TURNS)
            ]
        finally:
            for server in servers.values():
                server.kill()
    medians = {name: statistics.median(times[name] for times in turns[WARM_UP:]) for name in servers}
    for name, median in medians.items():
        print(f"{name:>10}: {1000 * median:6.1f} ms")  # noqa: T201 - what it is for
    print(f"     ratio: {medians['careerkit'] / medians['empty']:6.2f}")  # noqa: T201 - as above


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _first_page(server: Server) -> float:
    started = time.perf_counter()
    origin = server.url().rstrip("/")
    with visitor_over_socket(server.port, origin=origin) as visitor:
        visitor.open_page()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
