"""A site as MkDocs builds it, and its pages as a browser would take them apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

REPO = Path(__file__).resolve().parent.parent.parent
PROVINCES = REPO / "provinces"
AS_OF = "2026-11-22"
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """One element with its attributes and the text in it."""

    tag: str
    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list, repr=False, compare=False)

    @property
    def text(self) -> str:
        return "".join(self.parts)


class Parsed(HTMLParser):
    """A page as a list of elements, each with all the text in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.parts.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [
            element
            for element in self.elements
            if element.tag == tag and all(element.attributes.get(name) == value for name, value in attributes.items())
        ]


@dataclass
class Built:
    """The folder of a site."""

    folder: Path
    _pages: dict[str, Parsed] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def urls(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def html(self, url: str) -> str:
        return (self.folder / url).read_text(encoding="utf-8")

    def page(self, url: str) -> Parsed:
        if url not in self._pages:
            self._pages[url] = Parsed(self.html(url))
        return self._pages[url]

    def links(self, url: str) -> set[str]:
        """The files of the site that a page links to."""
        found = set()
        for element in self.page(url).all("a"):
            parts = urlsplit(element.attributes.get("href", ""))
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = PurePosixPath(url).parent / unquote(parts.path)
            found.add(_plain(target))
        return found


def _plain(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def build(folder: Path, lang: str = "zh", site_url: str = "", provinces: Path = PROVINCES) -> Built:
    """Build the site of some provinces; a warning is an error."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    plugins = [{"qingdan": {"provinces": [str(provinces)], "as_of": AS_OF, "lang": lang}}]
    config = load_config(
        str(REPO / "mkdocs.yml"), site_dir=str(folder), strict=True, plugins=plugins, site_url=site_url
    )
    config.plugins.run_event("startup", command="build", dirty=False)
    mkdocs_build(config)
    return Built(folder)
