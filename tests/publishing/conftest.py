"""The site of the real provinces, read once and built once for all tests that look at it."""

from __future__ import annotations

import pytest

from qingdan.publishing import site as sites
from qingdan.publishing.site import Site
from tests.publishing.built import AS_OF, PROVINCES, Built, build


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
