"""``qingdan changelog``: the annex that goes with a public notice, and the short version for citizens."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import CLEAN, UNREADABLE, USAGE
from qingdan.app.day import day_of
from qingdan.app.language import Language, spoken
from qingdan.app.telling import tell

if TYPE_CHECKING:
    from qingdan.answers.changelog import Changelog
    from qingdan.reporting.words import Lang


class ChangelogFormat(StrEnum):
    """How the annex is written."""

    markdown = "markdown"
    html = "html"


class Readers(StrEnum):
    """Whom it is written for."""

    office = "office"
    citizens = "citizens"


def changelog(
    before: Annotated[str, typer.Argument(help="旧版，如 修订:路径。The older version, such as REVISION:path.")],
    after: Annotated[str, typer.Argument(help="新版，如清单文件夹。The newer version, such as a folder.")],
    readers: Annotated[
        Readers, typer.Option("--for", help="给谁看：office 公示附件，citizens 群众版。Whom it is for.")
    ] = Readers.office,
    format: Annotated[
        ChangelogFormat, typer.Option("--format", "-f", help="输出格式。Output format.")
    ] = ChangelogFormat.markdown,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    as_of: Annotated[str, typer.Option(help="整理日期，默认今天。The day it is made on; today.")] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
) -> None:
    """同一份清单两个版本之间的公示附件，或给群众看的说明。The annex of a public notice of what changed in a list."""
    import qingdan

    language = spoken(lang)
    found = qingdan.changelog(before, after, as_of=day_of(as_of, lang), edition=edition)
    if readers is Readers.citizens and found.of == "edition":
        zh = "全国基准不是哪个办事机构的规定，没有给群众看的说明。\n下一步：去掉 --for citizens。"
        en = "An edition is no office's rule; there is nothing to tell citizens.\nNext: leave out --for citizens."
        tell(zh if language == "zh" else en, err=True)
        raise typer.Exit(USAGE)
    typer.echo(_rendered(found, readers, format, language), nl=False)
    raise typer.Exit(UNREADABLE if found.unread or found.unsure else CLEAN)


def _rendered(found: Changelog, readers: Readers, format: ChangelogFormat, lang: Lang) -> str:
    from qingdan.reporting import changelog_citizens, changelog_html, changelog_markdown, changelog_sheet

    if readers is Readers.citizens:
        page = changelog_citizens.page(found, lang)
        return changelog_html.page(page, lang) if format is ChangelogFormat.html else changelog_markdown.page(page)
    sheet = changelog_sheet.sheet(found, lang)
    html = format is ChangelogFormat.html
    return changelog_html.annex(sheet, lang) if html else changelog_markdown.annex(sheet, lang)
