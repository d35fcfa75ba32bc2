"""No page of a published site leads nowhere, with and without the pages of staff."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from qingdan.publishing.publish import publish
from tests.publishing.browser.sites import DAY, REPO, build_repository

_LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')


def dead(folder: Path) -> set[str]:
    """Links inside the site that lead to no file, each with a page that has it."""
    found = {}
    for page in folder.rglob("*.html"):
        for link in set(_LINK.findall(page.read_text("utf-8"))):
            path = unquote(unescape(link).partition("#")[0].partition("?")[0])
            if path and not re.match(r"[a-z]+:", path):
                base = folder if path.startswith("/") else page.parent
                if not (base / path.lstrip("/")).is_file():
                    found[path] = page.relative_to(folder).as_posix()
    return {f"{path} on {page}" for path, page in found.items()}


@pytest.mark.parametrize("staff", [True, False], ids=["with the pages of staff", "of lists alone"])
def test_every_link_inside_the_site_leads_somewhere(tmp_path: Path, staff: bool) -> None:
    if staff:
        folder = build_repository(tmp_path).folder
    else:
        folder = publish(REPO / "provinces", to=tmp_path / "site", as_of=DAY).index.parent
    assert len(list(folder.rglob("*.html"))) > 100
    assert dead(folder) == set()
