"""One page of HTML with everything in it: no script, nothing fetched; and what stands in it is text, never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from qingdan.words.grammar import Lang, tag
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("report")


def text(told: str) -> str:
    """A text inside an element or an attribute."""
    return escape(visible(told))


def page(title: str, style: str, body: Iterable[str], lang: Lang) -> str:
    """A whole page with its name as the heading: see ``document``."""
    return document(title, style, [f"<h1>{text(title)}</h1>", *body], lang)


def document(title: str, style: str, body: Iterable[str], lang: Lang) -> str:
    """A whole page.

    Args:
        title: Its name, as text.
        style: Its style sheet.
        body: Lines of HTML, with the heading.
        lang: ``zh`` or ``en``.
    """
    lines = [
        "<!doctype html>",
        f'<html lang="{tag(lang)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{text(title)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        *body,
    ]
    return "\n".join([*lines, "</main>", "</body>", "</html>"]) + "\n"


def table(caption: str, heads: list[str], body: Iterable[str], foot: str = "") -> Iterator[str]:
    """A table with its caption; it scrolls by itself, by keyboard too. Heads and rows are HTML already."""
    told = text(caption)
    yield f'<div class="scroll" role="region" aria-label="{told}" tabindex="0">'
    yield f"<table><caption>{told}</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead>"
    yield "<tbody>"
    yield from body
    yield "</tbody>"
    if foot:
        yield f"<tfoot>{foot}</tfoot>"
    yield "</table></div>"
