"""Ask the index with the script that the site uses, under node: there is no second ranking in Python."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from qingdan.publishing import site as sites
from qingdan.publishing.guide import Maker
from qingdan.publishing.search import index
from qingdan.publishing.search.documents import Document, documents

HERE = Path(__file__).parent
SCRIPT = HERE.parents[2] / "cli" / "qingdan" / "publishing" / "theme" / "js" / "search.js"
NOTHING = {"group": "", "theme": "", "item": "", "place": "", "all": ""}


@dataclass(frozen=True, repr=False)
class Asked:
    """What came of a query."""

    documents: Sequence[Document]
    answer: dict[str, Any]

    @property
    def urls(self) -> list[str]:
        return [self.documents[number].url for number in self.answer["hits"]]


@dataclass(frozen=True, repr=False)
class Index:
    """An index on disk and the documents in it."""

    site: sites.Site
    documents: Sequence[Document]
    folder: Path

    def ask(self, *queries: str, fresh: bool = False, **chosen: str) -> list[Asked]:
        """Ask one after the other; ``fresh`` begins each time with nothing in store."""
        return self.ask_each([(query, chosen) for query in queries], fresh)

    def ask_each(self, queries: Sequence[tuple[str, dict[str, str]]], fresh: bool = False) -> list[Asked]:
        """Ask one after the other, each with facets of its own."""
        told = [{"q": query, "chosen": {**NOTHING, **chosen}, "fresh": fresh} for query, chosen in queries]
        return [Asked(self.documents, each) for each in run({"folder": str(self.folder), "queries": told})]

    def one(self, query: str, **chosen: str) -> Asked:
        return self.ask(query, **chosen)[0]

    def holding(self, term: str) -> set[str]:
        """URLs of the pages that hold a term, found by looking at every text."""
        return {url for text, urls in self._texts.items() if term in text for url in urls}

    @cached_property
    def _texts(self) -> dict[str, set[str]]:
        """Every text and the pages that hold it."""
        found: dict[str, set[str]] = defaultdict(set)
        for each in self.documents:
            for text in (each.title, *each.names, *each.body):
                found[text].add(each.url)
        return found


def run(work: dict[str, Any]) -> list[Any]:
    """Let the script do something.

    A lone surrogate cannot be written as UTF-8, therefore the work goes over as ASCII.
    """
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not here: the script of the search cannot be run")
    told = json.dumps({"script": str(SCRIPT), **work})
    done = subprocess.run([node, str(HERE / "ask.js")], input=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def collected(site: sites.Site) -> list[Document]:
    """The documents of a site."""

    def shown(guide: sites.Guide) -> list[str]:
        blocks = Maker(guide, site.edition, "zh").blocks()
        return [str(cell) for block in blocks for row in block.rows for cell in row]

    return documents(site, shown, "zh")


def indexed(
    site: sites.Site,
    folder: Path,
    change: Callable[[list[Document]], list[Document]] = lambda given: given,
    groups: Sequence[index.Group] = (),
) -> Index:
    """Write the index of a site, with its documents changed before."""
    found = change(collected(site))
    for name, data in index.files(found, site, "zh", groups):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(data, encoding="utf-8")
    return Index(site, found, folder)
