"""A list as a workbook to fill in: with what was found at its cells, or, still empty, with what the nation requires."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.edition import Edition
from qingdan.model.force import ended
from qingdan.problems import SeveralLists
from qingdan.reports.explain.as_text import explained
from qingdan.reports.export.facts import Export, Template
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases
from qingdan.workbooks.of_list import list_book, template_book

_says = Phrases("workbook")


def chunks(export: Export, lang: Lang) -> Iterator[bytes]:
    """The file, whole.

    Args:
        export: One list, or a list that is still to be filled in.
        lang: The language of what the program says in it: ``zh`` or ``en``.

    Raises:
        SeveralLists: There are several lists: each has a workbook of its own.
        TablesMissing: ``qingdan[tables]`` is not installed.
    """
    if export.template:
        yield _template(export.template, export.edition, export.as_of, lang)
        return
    if len(export.lists) != 1:
        raise SeveralLists([catalogue.label for catalogue in export.lists])
    found = export.sections[0].findings if export.sections else None
    yield list_book(export.lists[0], export.edition, export.as_of, lang, found)


def _template(template: Template, edition: Edition, as_of: str, lang: Lang) -> bytes:
    title = _says("template_title", lang, province=template.province)
    required = {id: list(_required(items, edition, as_of, lang)) for id, items in template.items.items()}
    return template_book(template.files, title, required, edition, as_of, lang)


def _required(items: tuple[str, ...], edition: Edition, as_of: str, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """Element and what the nation requires of it, as ``qingdan explain`` says it; what has ended is not said."""
    for item in items:
        for row in edition.requirements[item]:
            if not ended(row, as_of):
                yield row["element"], explained(row["id"], edition, lang, as_of, {})
