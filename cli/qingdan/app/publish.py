"""``qingdan publish``: the public site in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app.day import AS_OF, day_of
from qingdan.app.language import spoken
from qingdan.app.progress import watcher
from qingdan.app.recovered import told_in
from qingdan.app.telling import tell
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases

if TYPE_CHECKING:
    from qingdan.publishing.publish import Published
    from qingdan.words.grammar import Lang

_SAID = Phrases("app.published")


def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="网站写到哪个文件夹。Folder of the site.")],
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[LISTS]...", help="清单，默认 provinces。Lists; provinces.")
    ] = None,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
    lang: Annotated[Lang | None, typer.Option("--lang", help="界面语言 zh 或 en。Language.")] = None,
    site_url: Annotated[str, typer.Option(help="网站将来的网址。Address of the site: https://example.org/")] = "",
    identity: Annotated[
        Path | None, typer.Option(help="名称、颜色、标志的文件。File of name, colours and logo.")
    ] = None,
    broken: Annotated[
        bool, typer.Option("--broken", help="清单读不通也发布，页面写明。Publish broken lists; the pages say so.")
    ] = False,
    since: Annotated[
        str, typer.Option(metavar="REV", help="写出与这个 git 修订相比的变更。Tell what changed since this revision.")
    ] = "",
    province: Annotated[str, typer.Option(help="表格文件是哪个省的清单。Whose list a table is.")] = "",
) -> None:
    """把清单和全国基准做成公众网站。Turn lists and the edition into the public site."""
    import qingdan

    language = spoken(lang)
    done = qingdan.publish(
        *(paths or [Path("provinces")]),
        to=folder,
        as_of=day_of(as_of),
        edition=edition,
        lang=language,
        site_url=site_url,
        identity=identity,
        broken=broken,
        since=since,
        province=province,
        watch=watcher(),
        told=told_in(language),
    )
    for line in _told(done, language):
        tell(line)


def _told(done: Published, lang: Lang) -> list[str]:
    told = [_SAID("broken", lang, name=name) for name in done.broken]
    told += [_SAID("errors", lang, n=done.errors)] if done.errors else []
    told += [_SAID("left", lang, folder=done.left)] if done.left else []
    later = _SAID("later", lang, n=done.not_yet) if done.not_yet else ""
    counts = _SAID("counts", lang, guides=done.guides, official=done.official, specimens=done.specimens, later=later)
    index = _SAID("look", lang, index=done.index.as_posix())
    return [*told, _SAID("pages", lang, n=done.pages, counts=counts), index]
