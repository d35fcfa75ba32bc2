"""For search engines: which pages there are, without those that they must not keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from qingdan.words.showing import visible

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def files(urls: Iterable[str], base: str) -> Iterator[tuple[str, Iterable[str]]]:
    """``robots.txt`` and, where the address of the site is known, ``sitemap.xml``: it knows no relative addresses.

    Args:
        urls: Pages from the root of the site.
        base: Address of the site with a slash at the end, or empty.
    """
    found = f"\nSitemap: {base}sitemap.xml\n" if base else ""
    yield "robots.txt", [f"User-agent: *\nAllow: /\n{found}"]
    if base:
        rows = (f"<url><loc>{escape(visible(base + url))}</loc></url>\n" for url in urls)
        yield "sitemap.xml", [_HEAD, *rows, "</urlset>\n"]
