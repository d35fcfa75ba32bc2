"""A built site, and a server on the loopback for the browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.publishing.browser.sites import Built, Guarded, Served, build_repository


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository."""
    return build_repository(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def served(built: Built) -> Iterator[Served]:
    """The site of this repository behind a server."""
    yield from serving(built.folder)


def serving(folder: Path) -> Iterator[Served]:
    """A server on the loopback for a folder."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Served(f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()


@pytest.fixture
def open_page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A function that gives a fresh page of some width; what it does wrong is kept beside it."""
    contexts = []

    def opened(width: int = 1280, **options: Any) -> Guarded:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        return Guarded(context)

    yield opened
    for context in contexts:
        context.close()
