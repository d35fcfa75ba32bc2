"""The hand-written pages as MkDocs renders them: what is too wide scrolls by itself, by keyboard too."""

from __future__ import annotations

import re
from itertools import count

from qingdan.publishing.words import told
from qingdan.reporting.words import Lang


def scrolling(html: str, lang: Lang) -> str:
    """Put each table into a region of its own, and let each block of code take the focus.

    Args:
        html: A page as it was rendered from Markdown.
        lang: Of the names of the regions.
    """
    numbers = count(1)

    def region(found: re.Match[str]) -> str:
        name = told("table", lang, n=next(numbers))
        return f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">{found[0]}</div>'

    return re.sub(r"<table>.*?</table>", region, html, flags=re.DOTALL).replace("<pre>", '<pre tabindex="0">')
