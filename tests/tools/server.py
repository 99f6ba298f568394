"""The real server, started as a person starts it, and killed as a power cut would."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
_START_LIMIT = 30.0  # seconds
_POLL = 0.05  # seconds


class Server:
    """``streamlit run`` on a port and a data folder of its own.

    ``address`` as in ``server.address``; ``None`` listens on every interface, as Streamlit does by itself.
    ``settings`` are further environment variables; ``script`` takes the place of the app.
    """

    def __init__(
        self,
        folder: Path,
        *,
        address: str | None = None,
        settings: dict[str, str] | None = None,
        script: str = "streamlit_app.py",
    ) -> None:
        self.folder = folder
        self.port = _free_port()
        self._address = address
        self._settings = settings or {}
        self._script = script
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """The folder with the owner's files."""
        return self.folder / "data"

    def url(self, host: str = "localhost", *, path: str = "") -> str:
        """Return an address of the app, by any name that leads to it."""
        return f"http://{host}:{self.port}/{path}"

    def start(self) -> None:
        """Start the process and return as soon as it answers."""
        command = [sys.executable, "-m", "streamlit", "run", self._script]
        options = {"server.headless": "true", "server.port": str(self.port), "server.fileWatcherType": "none"}
        if self._address is not None:
            options["server.address"] = self._address
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
                [*command, *(f"--{name}={value}" for name, value in options.items())],
                cwd=ROOT,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait()

    def kill(self) -> None:
        """End the process without any warning; harmless when there is none."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def processor_seconds(self) -> float:
        """Return the processor time that the process has spent so far, in steps of 0.01 s. Linux only."""
        if self._process is None:
            return 0.0
        after_name = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")

    def said(self) -> str:
        """Return what the server has printed so far."""
        return self._log.read_text(errors="replace")

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    def _environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("STREAMLIT_", "CAREERKIT_"))
        }
        return kept | {"CAREERKIT_DATA": str(self.data)} | self._settings

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_LIMIT
        while not self._answers():
            if self._process is None or self._process.poll() is not None or time.monotonic() > deadline:
                message = f"The server did not start:\n{self.said()[-3000:]}"
                self.kill()
                raise RuntimeError(message)
            time.sleep(_POLL)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status == http.client.OK
        except OSError:
            return False
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
