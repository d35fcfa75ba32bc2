"""A site that was built, which pages stand for its kinds, and a page of the browser that notes what must not happen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.commands.build import build
from mkdocs.config import load_config

from qingdan.publishing.pages import Page
from qingdan.publishing.work import Work, work

REPO = Path(__file__).resolve().parents[3]
DAY = "2026-11-22"


@dataclass(frozen=True)
class Served:
    """A site behind a server."""

    root: str

    def at(self, url: str) -> str:
        """The address of a page."""
        return self.root + quote(url)


@dataclass(frozen=True, repr=False)
class Built:
    """A site in a folder with what it was made from."""

    folder: Path
    work: Work

    def size(self, url: str) -> int:
        """Bytes of a page."""
        return (self.folder / url).stat().st_size

    def of_template(self, name: str) -> list[Page]:
        """The pages of one template, the largest first."""
        found = [page for page in self.work.pages.values() if page.template == name]
        return sorted(found, key=lambda page: self.size(page.url), reverse=True)

    @property
    def guides(self) -> list[Page]:
        """The guides, the largest first."""
        return self.of_template("guide.html")

    @property
    def kinds(self) -> list[str]:
        """Pages that stand for every kind: of each template the largest and the smallest; of guides one of each state."""
        chosen: dict[str, None] = {}
        by_kind: dict[object, list[Page]] = defaultdict(list)
        for page in self.work.pages.values():
            state = page.view["guide"].specimen if page.template == "guide.html" else ""
            by_kind[page.template, state].append(page)
        for pages in by_kind.values():
            pages.sort(key=lambda page: self.size(page.url))
            chosen.update(dict.fromkeys([pages[-1].url, pages[0].url]))
        written = sorted(self.folder.rglob("*.html"), key=lambda path: path.stat().st_size)
        names = [path.relative_to(self.folder).as_posix() for path in written]
        by_hand = [name for name in names if name not in self.work.pages]
        for folder in {name.rpartition("/")[0] for name in by_hand}:
            of_folder = [name for name in by_hand if name.rpartition("/")[0] == folder]
            chosen.update(dict.fromkeys([of_folder[-1], of_folder[0]]))
        chosen.update(dict.fromkeys(name for name in ("404.html", "search.html", "staff.html") if name in names))
        return list(chosen)


def build_repository(folder: Path) -> Built:
    """The site as ``make site`` builds it: real provinces, the example, the pages of staff."""
    done = work([REPO / "provinces"], DAY)
    config = load_config(str(REPO / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins["qingdan"].prepare(done, None)  # type: ignore[attr-defined]
    build(config)
    return Built(folder / "site", done)


_NOTE_VIOLATIONS = """
window.__violations = [];
document.addEventListener('securitypolicyviolation', e => window.__violations.push(e.violatedDirective + ' ' + e.blockedURI));
"""


class Guarded:
    """A page that reaches the loopback only and notes whatever should not have happened.

    Attributes:
        page: Of playwright.
        foreign: Requests that wanted to leave for another host.
        noise: Errors on the console, exceptions, dialogs, refusals of the Content-Security-Policy.
        received: Address → bytes of what was loaded.
    """

    def __init__(self, context: Any) -> None:
        self.page = context.new_page()
        self.foreign: list[str] = []
        self.noise: list[str] = []
        self.received: dict[str, int] = {}
        self.page.add_init_script(_NOTE_VIOLATIONS)
        self.page.route("**/*", self._route)
        self.page.on("console", lambda said: said.type == "error" and self.noise.append(said.text))
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("response", self._response)

    def go(self, address: str) -> Any:
        """Open an address and wait until all of it has come."""
        self.page.goto(address, wait_until="load")
        if self.page.locator("script[src]").count():  # a script fetches more
            self.page.wait_for_load_state("networkidle")
        return self.page

    @property
    def refused(self) -> list[str]:
        """What the Content-Security-Policy of the page that is open had to refuse."""
        return list(self.page.evaluate("window.__violations || []"))

    def _route(self, route: Any) -> None:
        address = route.request.url
        if address.startswith(("http://127.0.0.1:", "file:", "data:", "blob:", "about:")):
            route.continue_()
        else:
            self.foreign.append(address)
            route.abort()

    def _dialog(self, dialog: Any) -> None:
        self.noise.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _response(self, response: Any) -> None:
        if not response.url.startswith("data:") and response.ok:
            self.received[response.url] = int(response.headers.get("content-length", 0))
