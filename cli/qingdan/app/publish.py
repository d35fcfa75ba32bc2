"""``qingdan publish``: the public site in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app.day import AS_OF, day_of
from qingdan.app.language import Language, spoken
from qingdan.app.progress import watcher
from qingdan.app.recovered import told_in
from qingdan.app.telling import tell

if TYPE_CHECKING:
    from qingdan.publishing.publish import Published
    from qingdan.words.grammar import Lang


def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="网站写到哪个文件夹。Folder of the site.")],
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[LISTS]...", help="清单，默认 provinces。Lists; provinces.")
    ] = None,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
    lang: Annotated[Language | None, typer.Option("--lang", help="界面语言 zh 或 en。Language.")] = None,
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
        watch=watcher(),
        told=told_in(language),
    )
    for line in _told(done, language):
        tell(line)


def _told(done: Published, lang: Lang) -> list[str]:
    index = done.index.as_posix()
    if lang == "zh":
        told = [f"有读不通的地方、页面上已写明：{name}" for name in done.broken]
        told += [f"校验有 {done.errors} 处错误，照样写出来了；用 qingdan validate 看是哪些。"] if done.errors else []
        told += [f"原来的网站有删不掉的文件，留在 {done.left}，请自己删。"] if done.left else []
        later = f"，还没有实施的 {done.not_yet} 份" if done.not_yet else ""
        counts = (
            f"两年以内的指南 {done.guides} 份（见到官方原文的 {done.official} 份），"
            f"只作样本的 {done.specimens} 份（存档、两年以上、没有日期或日期还没有到）{later}；虚构示例不计"
        )
        return [*told, f"网站写好了，共 {done.pages} 页。{counts}。", f"打开看：{index}"]
    told = [f"parts cannot be read, and its pages say so: {name}" for name in done.broken]
    told += [f"{done.errors} errors stand in the lists all the same; see qingdan validate"] if done.errors else []
    told += [f"parts of the old site could not be removed and are in {done.left}"] if done.left else []
    later = f", {done.not_yet} not yet in force" if done.not_yet else ""
    counts = (
        f"{done.guides} guides of the last two years ({done.official} from official texts), "
        f"{done.specimens} specimens (archived, older, undated or dated ahead){later}; fiction not counted"
    )
    return [*told, f"The site has {done.pages} pages: {counts}.", f"Look at: {index}"]
