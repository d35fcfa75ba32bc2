"""The site of the real provinces, read once and built once for all tests that look at it, and one browser for all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from qingdan.publishing import site as sites
from qingdan.publishing.site import Site
from tests.publishing.built import AS_OF, PROVINCES, Built, build

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
def site() -> Site:
    return sites.read([PROVINCES], AS_OF)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """In English, and with an address of its own."""
    return build(tmp_path_factory.mktemp("english"), lang="en", site_url="https://guides.example/qingdan/")
