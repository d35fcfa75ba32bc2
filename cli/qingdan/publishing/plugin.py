"""The MkDocs plugin: pages of lists and edition beside those that are written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from qingdan.publishing import crawling, data
from qingdan.publishing import site as sites
from qingdan.publishing.identity import Identity, identity
from qingdan.publishing.pages import Page, pages
from qingdan.publishing.prose import scrolling
from qingdan.publishing.search import index
from qingdan.publishing.search.documents import documents
from qingdan.publishing.words import told
from qingdan.reporting.coverage_words import said
from qingdan.reporting.words import Lang, word

#: Pages from data go through MkDocs as empty Markdown: their text is data and never read as Markdown or HTML.
_EMPTY = "\n"


class QingdanConfig(Config):  # type: ignore[no-untyped-call]
    """What can be set in ``mkdocs.yml``."""

    provinces = config_options.ListOfItems(config_options.Type(str), default=["provinces"])
    edition = config_options.Type(str, default="")
    # YAML reads a day from the environment as a date
    as_of = config_options.Type((str, date))
    lang = config_options.Choice(("zh", "en"), default="zh")
    identity = config_options.Optional(config_options.File(exists=True))
    broken = config_options.Type(bool, default=False)


class QingdanPlugin(BasePlugin[QingdanConfig]):  # type: ignore[no-untyped-call]
    """Reads the lists when the build begins, and gives each page its template and what it shows."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything before anything is written: what is wrong stops the build with the old site in place."""
        base = Path(config.config_file_path).parent if config.config_file_path else Path()
        folders = [base / name for name in self.config.provinces]
        self._lang: Lang = "en" if self.config.lang == "en" else "zh"
        self._identity: Identity = identity(self.config.identity)
        self._base = config.site_url.rstrip("/") + "/" if config.site_url else ""
        config.theme.static_templates.discard("sitemap.xml")  # the one of MkDocs lists specimens, too
        self._site = sites.read(folders, str(self.config.as_of), self.config.edition, broken=self.config.broken)
        config.site_name = self._identity.name[self._lang]
        self._pages: dict[str, Page] = {page.url: page for page in pages(self._site, self._lang, config.site_url or "")}
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add a file for each page that is made from data."""
        for url in self._pages:
            name = url.removesuffix(".html") + ".md"
            file = File.generated(config, name, content=_EMPTY, inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(file)
        template = files.get_file_from_path("sitemap.xml")
        if template is not None and template.src_dir != config.docs_dir:
            files.remove(template)
        files.append(File.generated(config, "css/colours.css", content=self._identity.stylesheet))
        for name, shard in index.files(documents(self._site, self._shown, self._lang), self._site, self._lang):
            files.append(File.generated(config, name, content=shard))
        return files

    def _shown(self, guide: sites.Guide) -> Iterator[str]:
        """The lines of a guide's page, for the search."""
        return (str(cell) for block in self._pages[guide.url].view["blocks"] for row in block.rows for cell in row)

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
        env.globals["t"] = lambda word, **values: told(word, self._lang, **values)
        env.globals["identity"] = self._identity
        env.globals["lang"] = self._lang
        # the text of lists is Chinese, whatever the language of the interface
        env.globals["data_lang"] = Markup(' lang="zh-CN"') if self._lang != "zh" else ""
        env.globals["site"] = self._site
        self._given = {file.dest_uri for file in files}
        self._listed = [file.url for file in files.documentation_pages()]
        env.globals["said"] = lambda code, **values: said(code, self._lang, **values)
        env.globals["word"] = lambda code, **values: word(code, self._lang, **values)
        return env

    def on_page_context(self, context: Any, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Give the template what it shows."""
        ours = self._pages.get(page.file.dest_uri)
        context["ours"] = ours
        context["beside"] = data.beside(ours) if ours is not None else []
        if ours is not None:
            context.update(ours.view)
        return context

    def on_post_build(self, /, *, config: MkDocsConfig) -> None:
        """Write the files of data beside the pages, one after the other."""
        found = data.files(self._site, self._identity, self._lang, self._base)
        urls = [url for url in self._listed if url not in self._pages or self._pages[url].indexed]
        data.write(Path(config.site_dir), chain(found, crawling.files(urls, self._base)), but=self._given)
