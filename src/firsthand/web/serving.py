"""Serve the page on this machine until the user stops it."""

import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from firsthand.dossier import Key
from firsthand.errors import WrongUse
from firsthand.web.app import make_app
from firsthand.web.keys import Keys


def serve(
    dossier: Path, port: int, *, browser: bool, say: Callable[[str], None], key: Key | None = None
) -> None:
    """Answer on 127.0.0.1 until stopped; port 0 takes one that is free. ``say`` is given the address, ``key`` opens an encrypted dossier.

    Raises WrongUse when the port cannot be had.
    """
    with _bound(port) as listening:
        number = listening.getsockname()[1]
        keys = Keys()
        app = make_app(dossier, keys, number, key)
        say(f"http://127.0.0.1:{number}/?token={keys.token}")
        if browser:
            # The socket listens already: the browser's request waits until the server takes it.
            webbrowser.open(f"http://127.0.0.1:{number}/?token={keys.ticket()}")
        config = uvicorn.Config(
            app,
            log_level="critical",
            access_log=False,
            server_header=False,
            ws="none",
            timeout_graceful_shutdown=3,
        )
        _end_with_the_terminal()
        try:
            # Ctrl-C is how it ends; the server has finished its answers then.
            with suppress(KeyboardInterrupt):
                uvicorn.Server(config).run(sockets=[listening])
        finally:
            assert isinstance(app.app, FastAPI)  # noqa: S101  # make_app made it
            app.app.state.desk.close()


def _end_with_the_terminal() -> None:
    """When the terminal is closed, end as with Ctrl-C, so that no dropped file stays behind."""
    if hasattr(signal, "SIGHUP") and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))


def _bound(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let another program take the same port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise WrongUse(f"port {port} cannot be had; leave --port out to take one that is free") from error
    listening.listen(128)
    return listening
