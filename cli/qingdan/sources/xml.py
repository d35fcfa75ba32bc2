"""Parts of documents as trees: no entities, no network, no huge trees; names without their namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.of_tables import NotATable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: A part of more bytes than these would need gigabytes as a tree.
_MOST = 64_000_000


def parsed(name: str, data: bytes) -> Element:
    """The tree of a part of a package.

    Args:
        name: Name of the file.
        data: The part.

    Raises:
        NotATable: It is no XML, declares a document type, which no document does, or is too large.
        ModuleNotFoundError: lxml is not installed: it comes with ``qingdan[tables]``.
    """
    from lxml import etree

    if len(data) > _MOST:
        raise NotATable(name, "large")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise NotATable(name, "damaged", str(error)) from None
    if root.getroottree().docinfo.doctype:
        raise NotATable(name, "damaged", "DOCTYPE")
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace: transitional and strict documents differ in it alone."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str, default: str = "") -> str:
    """An attribute, whatever its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return default


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at a path of names below another one."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def value(element: Element | None, *path: str, default: str = "") -> str:
    """The ``val`` of the element at a path."""
    found = child(element, *path)
    return default if found is None else attribute(found, "val", default)


def is_on(element: Element | None, *path: str) -> bool:
    """Whether the element at a path is there and not said to be off."""
    found = child(element, *path)
    return found is not None and attribute(found, "val", "1") not in ("0", "false", "off")


def number(text: str, default: int = 0) -> int:
    """A number of an attribute; the default where it is none, or no number of a table."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default
