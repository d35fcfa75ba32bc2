"""The MkDocs plugin: pages of lists and edition beside those that are written by hand."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jinja2
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from qingdan.model.dates import vagueness
from qingdan.model.declarations import called
from qingdan.printing.words import word
from qingdan.publishing import crawling, data, facets
from qingdan.publishing.address import site_address
from qingdan.publishing.cells import Block
from qingdan.publishing.pages import Page
from qingdan.publishing.prose import scrolling
from qingdan.publishing.search import index
from qingdan.publishing.search.documents import documents
from qingdan.publishing.text import harmless
from qingdan.publishing.words import told
from qingdan.publishing.work import Watch, Work, check_folder, mark, work
from qingdan.reports.coverage.words import said
from qingdan.reports.export.addresses import slugged
from qingdan.words.grammar import LANGS, joined, reads_chinese, tag

#: Pages from data go through MkDocs as empty Markdown: their text is data and never read as Markdown or HTML.
_EMPTY = "\n"


class QingdanConfig(Config):  # type: ignore[no-untyped-call]
    """What can be set in ``mkdocs.yml``."""

    provinces = config_options.ListOfItems(config_options.Type(str), default=["provinces"])
    edition = config_options.Type(str, default="")
    #: YAML makes a date of ``2026-11-22`` without quotes, and so of what a variable of the environment holds.
    as_of = config_options.Type((str, datetime.date))
    lang = config_options.Choice(LANGS, default=LANGS[0])
    identity = config_options.Optional(config_options.Type(str))
    broken = config_options.Type(bool, default=False)
    since = config_options.Type(str, default="")


class QingdanPlugin(BasePlugin[QingdanConfig]):  # type: ignore[no-untyped-call]
    """Reads the lists when the build begins, and gives each page its template and what it shows."""

    _work: Work | None = None
    _watch: Watch | None = None

    def prepare(self, done: Work, watch: Watch | None) -> None:
        """Take what was read already, in place of reading it, and whom to tell how far the pages have come."""
        self._work, self._watch = done, watch

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything before anything is written: what is wrong stops the build with the old site in place."""
        try:
            base = Path(config.config_file_path).parent if config.config_file_path else Path()
            named = [*self.config.provinces, *filter(None, (self.config.edition, self.config.identity))]
            check_folder(Path(config.site_dir), [base / name for name in named if (base / name).exists()])
            self._base = site_address(config.site_url or "")
            done = self._work or self._read(config)
        except Exception as error:
            raise PluginError(f"qingdan: {error}") from error
        self._site, self._identity, self._lang, self._pages = done.site, done.identity, done.lang, done.pages
        self._done = 0
        self._lines: dict[str, tuple[str, ...]] = {}
        config.theme.static_templates.discard("sitemap.xml")  # the one of MkDocs lists specimens, too
        config.site_name = self._identity.name[self._lang]
        return config

    def _read(self, config: MkDocsConfig) -> Work:
        base, own = Path(config.config_file_path).parent if config.config_file_path else Path(), self.config.identity
        return work(
            [base / name for name in self.config.provinces],
            str(self.config.as_of),
            edition=self.config.edition,
            lang=next(each for each in LANGS if each == self.config.lang),
            identity_file=str(base / own) if own else None,
            broken=self.config.broken,
            site_url=self._base,
            revision=self.config.since,
        )

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Before MkDocs empties the folder: from now on it is ours, even where the build does not come to its end."""
        mark(Path(config.site_dir))

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add a file for each page that is made from data."""
        for url in self._pages:
            name = url.removesuffix(".html") + ".md"
            if name in files.src_uris:
                raise PluginError(f"qingdan: docs/{name} has the address of a page that is made from data: {url}")
            file = File.generated(config, name, content=_EMPTY, inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(file)
        template = files.get_file_from_path("sitemap.xml")
        if template is not None and template.src_dir != config.docs_dir:
            files.remove(template)
        files.append(File.generated(config, "css/colours.css", content=self._identity.stylesheet))
        if self._identity.picture:
            files.append(File.generated(config, self._identity.logo, content=self._identity.picture))
        return files

    def on_pre_page(self, page: MkDocsPage, /, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Name the template."""
        ours = self._pages.get(page.file.dest_uri)
        if ours is not None:
            page.title = ours.title or config.site_name
            page.meta["template"] = ours.template
        return page

    def on_page_markdown(self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Reading a page puts its metadata anew: name the template once more."""
        ours = self._pages.get(page.file.dest_uri)
        if ours is not None:
            page.meta = {"template": ours.template}
        return markdown

    def on_page_content(self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Let what is too wide scroll by itself."""
        return scrolling(html, self._lang)

    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Everything is escaped unless the theme says that it is HTML already."""
        env.autoescape = True
        env.finalize = harmless
        env.globals["t"] = lambda word, **values: told(word, self._lang, **values)
        env.globals["called"] = lambda element: called(element, self._lang)
        env.globals["day"] = lambda text: told("year", self._lang, year=text) if text and len(text) == 4 else text or ""
        env.globals["vague"] = vagueness
        env.globals["identity"] = self._identity
        env.globals["slugged"] = slugged
        env.globals["lang"] = self._lang
        env.globals["tag"] = tag(self._lang)
        env.globals["joined"] = lambda values: joined(values, self._lang)
        # the text of lists is Chinese, whatever the language of the interface
        env.globals["data_lang"] = Markup(' lang="zh-CN"') if not reads_chinese(self._lang) else ""
        env.globals["site"] = self._site
        self._given = {file.dest_uri for file in files}
        self._listed = [file.url for file in files.documentation_pages()]
        env.globals["said"] = lambda code, **values: said(code, self._lang, **values)
        env.globals["word"] = lambda code, **values: word(code, self._lang, **values)
        # the pages of staff and the reference are there only where a site is built with its docs
        env.globals["is_there"] = lambda url: url.partition("#")[0] in self._given
        return env

    def on_template_context(self, context: Any, /, *, template_name: str, config: MkDocsConfig) -> Any:
        """The page for what is not there is shown at any depth: its links begin at the root, and with one slash."""
        context["base_url"] = context["base_url"].rstrip("/")
        return context

    def on_page_context(self, context: Any, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Give the template what it shows."""
        ours = self._pages.get(page.file.dest_uri)
        context["ours"] = ours
        context["beside"] = data.beside(ours) if ours is not None else []
        if ours is not None:
            context.update(ours.view)
            self._lines[ours.url] = _lines(context.get("blocks", ()))
            context["broken"] = self._broken(ours)
            self._done += 1
            if self._watch:
                self._watch(self._done, len(self._pages), ours.title)
        return context

    def on_post_build(self, /, *, config: MkDocsConfig) -> None:
        """Write the index of the search and the files of data beside the pages, one after the other."""
        found = data.files(self._site, self._identity, self._lang, self._base)
        # MkDocs gives addresses as they stand in links: 安徽省 as %E5%AE%89…
        pages = {url: self._pages.get(unquote(url)) for url in self._listed}
        urls = [url for url, page in pages.items() if page is None or page.indexed]
        written = chain(self._index(), found, crawling.files(urls, self._base))
        data.write(Path(config.site_dir), written, but=self._given)

    def _index(self) -> Iterator[tuple[str, Iterable[str]]]:
        """The index of the search, from the lines that the pages of guides were found to show."""
        groups = facets.as_facet(self._pages["index.html"].view["groups"], self._site)
        found = documents(self._site, lambda guide: self._lines.pop(guide.url, ()), self._lang)
        for name, shard in index.files(found, self._site, self._lang, groups):
            yield name, [shard]

    def _broken(self, page: Page) -> list[str]:
        """The lists behind a page of which parts could not be read."""
        about = page.view.get("place") or (page.view["guide"].place if "guide" in page.view else None)
        lists = [about.province] if about else self._site.provinces
        return [province.section.name for province in lists if province.broken]


def _lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    """What a guide's page shows, line by line. Guides repeat each other: equal lines are kept once."""
    return tuple(sys.intern(str(cell)) for block in blocks for row in block.rows for cell in row)
