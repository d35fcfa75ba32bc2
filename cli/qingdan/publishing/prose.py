"""The hand-written pages as MkDocs renders them: what is too wide scrolls by itself, by keyboard too."""

from __future__ import annotations

import re
from itertools import count

from qingdan.publishing.words import told
from qingdan.words.grammar import Lang


def anchor(heading: str, separator: str) -> str:
    """The id of a heading: its code where it begins with one, such as TIM003, else its own words, Chinese ones too.

    >>> anchor("TIM003 时限写得不一样", "-"), anchor("从哪里开始", "-")
    ('tim003', '从哪里开始')
    """
    from markdown.extensions.toc import slugify, slugify_unicode

    plain = heading[:1].isascii()
    return str((plain and slugify(heading, separator)) or slugify_unicode(heading, separator))


def scrolling(html: str, lang: Lang) -> str:
    """Put each table with heads of columns into a region of its own, and let each block of code take the focus.

    Args:
        html: A page as it was rendered from Markdown.
        lang: Of the names of the regions.
    """
    numbers = count(1)

    def region(found: re.Match[str]) -> str:
        name = told("table", lang, n=next(numbers))
        table = found[0].replace("<th>", '<th scope="col">').replace("<th ", '<th scope="col" ')
        return f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">{table}</div>'

    return re.sub(r"<table>.*?</table>", region, html, flags=re.DOTALL).replace("<pre>", '<pre tabindex="0">')
