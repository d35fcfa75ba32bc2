"""A built site, a server on the loopback, a browser that reaches nothing else."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.publishing.browser.sites import Built, Guarded, Served, build_repository

#: Set where a missing browser is a failure and no reason to skip.
REQUIRED = "QINGDAN_BROWSER_REQUIRED"


def chromium() -> str:
    """Debian's Chromium, or the one that is named."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("QINGDAN_CHROMIUM") or next(filter(None, map(shutil.which, names)), "")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; where there is none, the tests are skipped, or fail where they must run."""
    program = chromium()
    if not program:
        told = "no Chromium here: apt-get install chromium, or name one in QINGDAN_CHROMIUM"
        pytest.fail(told) if os.environ.get(REQUIRED) else pytest.skip(told)
    from playwright.sync_api import sync_playwright

    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", rules]
    with sync_playwright() as play:
        launched = play.chromium.launch(executable_path=program, args=args)
        yield launched
        launched.close()


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
