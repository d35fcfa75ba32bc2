"""Problems of publishing: what a site is made from, where it goes, and what it looks like."""

from __future__ import annotations

from errno import ENOSPC
from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem, Words
from qingdan.words.system import why

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Literal


class NotFitToPublish(Problem, exit_code=UNREADABLE):
    """Raised when a list has errors of reading or structure: pages made of it would be missing something.

    Attributes:
        names: Of the lists.
        places: Rule, file and line of some of the findings.
        headless: Their heads could not be read, or a single file was given: whether they are fiction or an archive is
            not known, and they are not published at all.
    """

    names: Sequence[str]
    places: Sequence[str] = ()
    headless: bool = False

    def _words(self) -> Words:
        zh, en = "、".join(self.names), ", ".join(self.names)
        if self.headless:
            return (
                f"这些没有读到 catalogue.yaml，不知道是不是虚构、存档，不能发布：{zh}。没有改动任何文件。"
                "\n下一步：给清单的文件夹，不给单个文件；catalogue.yaml 读不通的，先用 qingdan validate 查出来改好。",
                f"No catalogue.yaml could be read of these; whether they are fiction or archives is not known: {en}. "
                "Nothing was changed.\nNext: name the folder of a list and no single file; mend catalogue.yaml with "
                "qingdan validate.",
            )
        if self.places:
            zh, en = f"{zh}（如 {'、'.join(self.places)}）", f"{en} (such as {', '.join(self.places)})"
        return (
            f"这些清单有读不通的地方，网页上会缺内容：{zh}。没有改动任何文件。"
            "\n下一步：先用 qingdan validate 查出来改好；一定要照现状发布，加 --broken，页面上会写明。",
            f"Parts of these lists cannot be read, and pages made of them would be missing something: {en}. Nothing "
            "was changed.\nNext: qingdan validate, and mend them; to publish them as they are, add --broken: the pages "
            "say so.",
        )


class SameAddress(Problem, exit_code=UNREADABLE):
    """Raised when two pages would be written to one file, on any file system.

    Attributes:
        url: Of the second page.
        titles: Of both pages.
        places: File and line of the guides that have it; of two lists or places their folders.
    """

    url: str
    titles: tuple[str, str]
    places: Sequence[str] = ()

    def _words(self) -> Words:
        first, second = self.titles
        if self.url.startswith("places/") and len(set(self.places)) > 1:
            zh, en = "、".join(self.places), " and ".join(self.places)
            return (
                f"两份清单说的是同一个地方“{second}”，页面会写到同一个地址 {self.url}：{zh}。没有改动任何文件。"
                "\n下一步：只发布其中一份；一份是旧存档的，在它的 catalogue.yaml 写 kind: archive 和 as_of，"
                "就都能发布。",
                f"Two lists are of one place, '{second}', and their pages would have the address {self.url}: {en}. "
                "Nothing was changed.\nNext: publish one of them; if one is an archive, write kind: archive and as_of "
                "in its catalogue.yaml, and both can be published.",
            )
        zh, en = (f"（{'、'.join(self.places)}）", f" ({', '.join(self.places)})") if self.places else ("", "")
        return (
            f"两个页面会写到同一个地址 {self.url}：“{first}”和“{second}”{zh}。没有改动任何文件。"
            "\n下一步：改其中一个的编号（大小写不同、只差标点的编号也算相同）。",
            f"Two pages would have the address {self.url}: '{first}' and '{second}'{en}. Nothing was changed."
            "\nNext: change one of the ids; ids that differ in case or punctuation only count as the same.",
        )


_NOT_OUR_FOLDER = {
    "file": ("不是文件夹", "is no folder"),
    "strange": ("里面有东西，又不是 qingdan 生成的网站", "holds something that is not a site written by qingdan"),
    "lists": ("里面是清单", "holds the lists"),
    "inputs": ("里面有网站要用的文件，或者它自己在一份清单里", "holds what the site is made from, or lies in a list"),
}


class NotOurFolder(Problem):
    """Raised when a site would take the place of something that is none; nothing was touched.

    Attributes:
        path: The folder.
        why: ``file``: it is no folder; ``strange``: it holds something else; ``lists``: it holds the lists;
            ``inputs``: it holds what else the site is made from, or lies inside a list.
    """

    path: Path
    why: Literal["file", "strange", "lists", "inputs"]

    def _words(self) -> Words:
        zh, en = _NOT_OUR_FOLDER[self.why]
        lists = self.path if self.why == "lists" else "provinces"
        return (
            f"{self.path} {zh}，没有改动任何文件。\n下一步：先写网站的文件夹（空的或者还没有的），再写清单："
            f"qingdan publish site {lists}",
            f"{self.path} {en}; nothing was changed.\nNext: first the folder of the site, empty or not there yet, "
            f"then the lists: qingdan publish site {lists}",
        )


_BAD_IDENTITY = {
    "missing": ("这个文件打不开", "cannot be opened"),
    "unread": ("这个文件不是能读的 YAML", "is no YAML that can be read"),
    "unknown": ("没有这一项", "there is no such part"),
    "large": ("标志太大，最多 200 KB", "the logo is too large; 200 KB at most"),
    "link": (
        "标志是符号链接，不是普通文件，或者在这个文件夹外面；把图片本身放进来",
        "the logo is a symbolic link, no plain file, or outside of this folder; put the picture itself there",
    ),
    "picture": (
        "按内容看，标志不是 PNG、JPEG、WebP 或 SVG 图片，或者后面还有别的东西",
        "by its content the logo is no PNG, JPEG, WebP or SVG, or something else follows it",
    ),
    "active": (
        "SVG 标志里有这样的内容：只许有图形和文字，不许有脚本、动画和外面的地址；用绘图软件另存为“普通 SVG”或者 PNG",
        "the SVG holds this: only shapes and text are taken, no scripts, animations or addresses elsewhere; save it as "
        "plain SVG or as PNG",
    ),
    "part": ("缺这一部分，或者没有把 zh 和 en 都写上", "this part is missing, or lacks zh or en"),
    "colour": ("没有这种颜色，或者没有写成 #0b4f8a 这样", "no such colour, or not written like #0b4f8a"),
    "logo": (
        "没有找到或者打不开这个标志文件；放在同一个文件夹，svg、png、jpg 或 webp",
        "this logo was not found or cannot be opened; put it into the same folder, as svg, png, jpg or webp",
    ),
}


class BadIdentity(Problem):
    """Raised when the file of the identity cannot be used.

    Attributes:
        path: The file.
        why: ``missing``: it is not there; ``unread``: it is no YAML; ``unknown``: there is no such part; ``part``: a
            part is missing in one language; ``colour``: a colour is unknown or not written as ``#0b4f8a``; of the logo,
            ``logo``: it is not there; ``link``: it is a symbolic link, no plain file, or outside of the folder;
            ``large``: it is too large; ``picture``: by its content it is no picture; ``active``: it is an SVG that is
            more than a picture.
        what: Which part, colour or logo, and what of an SVG is not allowed.
        error: What the system said, where the file could not be opened.
    """

    path: str
    why: Literal["missing", "unread", "unknown", "part", "colour", "logo", "link", "large", "picture", "active"]
    what: str = ""
    error: OSError | None = None

    def _words(self) -> Words:
        zh, en = _BAD_IDENTITY[self.why]
        what = f" {self.what}" if self.what else ""
        if self.error:
            zh, en = f"{zh}：{why(self.error, 'zh')}", f"{en}: {why(self.error, 'en')}"
        return (
            f"网站样式文件 {self.path}{what}：{zh}。没有改动任何文件。"
            "\n下一步：照 docs/howto/publish.md 里的样子改好。",
            f"Identity file {self.path}{what}: {en}. Nothing was changed.\nNext: mend it as in docs/howto/publish.md.",
        )


class NotPublished(Problem, exit_code=UNREADABLE):
    """Raised when a site could not be written, for want of room or of rights; what was there is as it was.

    Attributes:
        path: Where it was to go.
        error: What the system said.
        kept: Where the old site is, if it could not be put back; nothing of it was deleted.
    """

    path: Path
    error: OSError
    kept: Path | None = None

    def _words(self) -> Words:
        zh_what, en_what = why(self.error, "zh"), why(self.error, "en")
        full = self.error.errno == ENOSPC
        next_zh = "腾出空间或换个地方" if full else "看看那里能不能写、有没有不许改动的文件，或换个地方"
        zh, en = f"{self.path} 里原来的网站没有动", f"What was in {self.path} is as it was"
        if self.kept:
            zh, en = (
                f"原来的网站没能放回去，完整地在 {self.kept}",
                f"The old site could not be put back and is in {self.kept}",
            )
        return (
            f"网站没有写成：{zh_what}。{zh}。\n下一步：{next_zh}，再运行一次。",
            f"The site was not written: {en_what}. {en}.\nNext: make room, look whether it may be written to, or name "
            "another place, and run it again.",
        )


class BadAddress(Problem):
    """Raised when a site cannot stand at an address: it must be http or https, a host, and a plain path.

    Attributes:
        address: As it was given.
        offered: The same address as it is written in links, where it only had to be written otherwise; else empty.
    """

    address: str
    offered: str = ""

    def _words(self) -> Words:
        if self.offered:
            return (
                f"{self.address} 里有链接写不下的字。没有改动任何文件。"
                f"\n下一步：写成 {self.offered}，指的是同一个网址。",
                f"{self.address} holds characters that links have no room for. Nothing was changed."
                f"\nNext: write {self.offered}, which is the same address.",
            )
        return (
            f"{self.address} 不能作网站的网址。没有改动任何文件。\n下一步：写成 https://example.org/ 或 "
            "https://example.org/jiuye/，不带问号、井号、账号、空格和 .. ，百分号后面是两位十六进制数；"
            "中文域名写成 xn-- 开头的形式。",
            f"{self.address} is no address for a site. Nothing was changed.\nNext: write it like https://example.org/ "
            "or https://example.org/work/, without query, fragment, account, blanks and .., with two hexadecimal "
            "digits after a percent sign; names in other scripts as xn--.",
        )
