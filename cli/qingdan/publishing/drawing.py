"""An SVG that is a picture and nothing else: parsed as XML, looked over, and written anew.

What is allowed is listed in ``drawing.yaml``: shapes, text, colours, and references to parts of the picture itself. All
else is refused by its name: scripts, events, links, animations, addresses elsewhere, whatever prefix or encoding they
come in. Python's parser does it alone: where a document declares nothing of its own there are no entities, and
``defusedxml`` would keep away no more than these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from qingdan.reading import read_document

_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
#: aria-label, data-name: said to people or to nobody.
_FREE = re.compile(r"(?:aria|data)-[a-z-]+")
_CALLED = re.compile(r"([^\s(,;:{}]*)\s*\(\s*([\"']?#[\w.-]+[\"']?\s*\))?")
_WITHIN = re.compile(r"#[\w.-]+")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*")
_DEEPEST = 64


class NotPlain(Exception):
    """Raised when an SVG holds what a picture has no need of.

    Attributes:
        what: The element, the attribute or the value; empty where it is no SVG at all.
    """

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True)
class _Allowed:
    """What ``drawing.yaml`` lists."""

    elements: frozenset[str]
    attributes: frozenset[str]
    functions: frozenset[str]
    programs: tuple[str, ...]


@cache
def _allowed() -> _Allowed:
    file = resources.files("qingdan.publishing") / "drawing.yaml"
    listed = read_document("drawing.yaml", file.read_bytes()).value
    elements, attributes, functions = (frozenset(listed[name]) for name in ("elements", "attributes", "functions"))
    return _Allowed(elements, attributes, functions, tuple(listed["programs"]))


def redrawn(data: bytes) -> bytes:
    """The same picture, written anew in UTF-8.

    Raises:
        NotPlain: It is no SVG, or holds what is not allowed.
    """
    return _Drawing().of(data)


class _Drawing:
    """One reading of a file: the parser calls, what is allowed is written down."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._open: list[tuple[str, str]] = []  # element and id
        self._skipped = 0
        self._held: set[str] = set()  # ids of what holds a ``use``
        self._used: set[str] = set()

    def of(self, data: bytes) -> bytes:
        """See ``redrawn``."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError):
            raise NotPlain("") from None
        if not self._written:
            raise NotPlain("")
        if self._held & self._used:
            raise NotPlain("<use>")  # one that shows others that show others has no end
        return "".join(self._written).encode()

    def _doctype(self, name: str, system: str | None, public: str | None, own: int) -> None:
        if own:
            raise NotPlain("<!DOCTYPE [")

    def _instruction(self, target: str, data: str) -> None:
        raise NotPlain(f"<?{target}")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, tag = _split(name)
        if self._skipped or space.startswith(_allowed().programs) or tag == "metadata":
            self._skipped += 1
            return
        # without a namespace browsers take it for no SVG: written anew it has one
        if space not in ("", _SVG) or tag not in _allowed().elements or len(self._open) >= _DEEPEST:
            raise NotPlain(f"<{tag}>")
        if (tag == "svg") != (not self._open):
            raise NotPlain(f"<{tag}>" if self._open else "")
        kept = dict(filter(None, (_attribute(tag, *each) for each in attributes.items())))
        if tag == "use":
            self._held |= {id for _, id in self._open if id}
            self._used.add(kept.get("href", "").removeprefix("#"))
        self._open.append((tag, kept.get("id", "")))
        given = {"xmlns": _SVG, **kept} if tag == "svg" else kept
        self._written.append(f"<{tag}{''.join(f' {key}={quoteattr(value)}' for key, value in given.items())}>")

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        self._written.append(f"</{self._open.pop()[0]}>")

    def _text(self, text: str) -> None:
        if self._skipped:
            return
        if self._open[-1][0] == "style":
            _look_over(text, "<style>")
        self._written.append(escape(text))


def _split(name: str) -> tuple[str, str]:
    """Namespace and local name, as the parser joins them."""
    space, _, local = name.rpartition(" ")
    return space, local


def _attribute(tag: str, name: str, value: str) -> tuple[str, str] | None:
    """An attribute as it is written anew; ``None`` for one that is left out."""
    space, local = _split(name)
    if space.startswith(_allowed().programs):
        return None
    known = local in _allowed().attributes or (not space and _FREE.fullmatch(local))
    if not known or not (space in ("", _SVG) or (space, local) in ((_XLINK, "href"), (_XML, "space"), (_XML, "lang"))):
        if space == _XLINK and local in ("type", "title", "role", "show", "actuate", "arcrole"):
            return None  # told about links, and there are none
        raise NotPlain(f"{local}=")
    if local == "href":
        allowed = _PICTURE if tag == "image" else _WITHIN
        if not allowed.fullmatch(value.strip()):
            raise NotPlain(f'{local}="{value[:40]}"')
        return local, value.strip()
    if not _FREE.fullmatch(local):
        _look_over(value, f"{local}=")
    return (f"xml:{local}" if space == _XML else local), value


def _look_over(value: str, what: str) -> None:
    """Make sure that a value or a style calls nothing but colours, movements and parts of the picture.

    Raises:
        NotPlain: It does, or it hides it.
    """
    if re.search(r"[@\\<]|javascript:", value, re.IGNORECASE):
        raise NotPlain(what)
    for function, within in _CALLED.findall(value):
        name = function.lower()
        if name not in _allowed().functions or (name == "url" and not within):
            raise NotPlain(f"{what} {function}(")
