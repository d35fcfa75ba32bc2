"""Take a picture of every kind of page, wide and narrow, into docs/screenshots/."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.publishing.browser.conftest import serving
from tests.publishing.browser.sites import REPO, Built, build_repository
from tests.publishing.conftest import chromium

FOLDER = REPO / "docs" / "screenshots"
#: Name → width and height of what is shown.
SCREENS = {"wide": (1280, 1100), "narrow": (360, 1000)}
#: All pictures together, in bytes: they travel with every clone.
ROOM = 2_000_000


def chosen(built: Built) -> dict[str, str]:
    """Name of a picture → page: the fullest of each template, of guides one to go by and two specimens."""
    found: dict[str, str] = {}
    for page in sorted(built.work.pages.values(), key=lambda page: -built.size(page.url)):
        name = page.template.removesuffix(".html")
        if name == "guide":
            name += f"-{page.view['guide'].specimen or 'live'}"
            if name not in ("guide-live", "guide-archive", "guide-sample"):
                continue  # the other specimens look like an archive
        found.setdefault(name, page.url)
    by_hand = ("404", "staff", "search")
    return found | {name: f"{name}.html" for name in by_hand if (built.folder / f"{name}.html").is_file()}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.jpg"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        built = build_repository(Path(folder))
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        for served in serving(built.folder):
            for screen, (width, height) in SCREENS.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                for name, url in chosen(built).items():
                    page.goto(served.at(url))
                    page.screenshot(path=FOLDER / f"{name}-{screen}.jpg", type="jpeg", quality=26)
        browser.close()
    size = sum(path.stat().st_size for path in FOLDER.glob("*.jpg"))
    print(f"{len(list(FOLDER.glob('*.jpg')))} pictures, {size} bytes: {FOLDER.relative_to(REPO)}")
    if size > ROOM:
        sys.exit(f"more than {ROOM} bytes: take fewer or smaller ones")


if __name__ == "__main__":
    main()
