"""What the command says where a site cannot be published: in both languages, with a next step."""

from __future__ import annotations

from errno import ENOSPC
from typing import Any

from qingdan.app import UNREADABLE, USAGE, extras
from qingdan.app.system import why

Said = tuple[str, str]


def _not_fit_to_publish(error: Any) -> Said:
    zh, en = "、".join(error.names), ", ".join(error.names)
    if error.headless:
        return (
            f"这些没有读到 catalogue.yaml，不知道是不是虚构、存档，不能发布：{zh}。没有改动任何文件。"
            "\n下一步：给清单的文件夹，不给单个文件；catalogue.yaml 读不通的，先用 qingdan validate 查出来改好。",
            f"No catalogue.yaml could be read of these; whether they are fiction or archives is not known: {en}. "
            "Nothing was changed.\nNext: name the folder of a list and no single file; mend catalogue.yaml with "
            "qingdan validate.",
        )
    if error.places:
        zh, en = f"{zh}（如 {'、'.join(error.places)}）", f"{en} (such as {', '.join(error.places)})"
    return (
        f"这些清单有读不通的地方，网页上会缺内容：{zh}。没有改动任何文件。"
        "\n下一步：先用 qingdan validate 查出来改好；一定要照现状发布，加 --broken，页面上会写明。",
        f"Parts of these lists cannot be read, and pages made of them would be missing something: {en}. Nothing was "
        "changed.\nNext: qingdan validate, and mend them; to publish them as they are, add --broken: the pages say so.",
    )


def _same_address(error: Any) -> Said:
    first, second = error.titles
    if error.url.startswith("places/") and len(set(error.places)) > 1:
        zh, en = "、".join(error.places), " and ".join(error.places)
        return (
            f"两份清单说的是同一个地方“{second}”，页面会写到同一个地址 {error.url}：{zh}。没有改动任何文件。"
            "\n下一步：只发布其中一份；一份是旧存档的，在它的 catalogue.yaml 写 kind: archive 和 as_of，就都能发布。",
            f"Two lists are of one place, '{second}', and their pages would have the address {error.url}: {en}. "
            "Nothing was changed.\nNext: publish one of them; if one is an archive, write kind: archive and as_of in "
            "its catalogue.yaml, and both can be published.",
        )
    zh, en = (f"（{'、'.join(error.places)}）", f" ({', '.join(error.places)})") if error.places else ("", "")
    return (
        f"两个页面会写到同一个地址 {error.url}：“{first}”和“{second}”{zh}。没有改动任何文件。"
        "\n下一步：改其中一个的编号（大小写不同、只差标点的编号也算相同）。",
        f"Two pages would have the address {error.url}: '{first}' and '{second}'{en}. Nothing was changed."
        "\nNext: change one of the ids; ids that differ in case or punctuation only count as the same.",
    )


_NOT_OUR_FOLDER = {
    "file": ("不是文件夹", "is no folder"),
    "strange": ("里面有东西，又不是 qingdan 生成的网站", "holds something that is not a site written by qingdan"),
    "lists": ("里面是清单", "holds the lists"),
    "inputs": ("里面有网站要用的文件，或者它自己在一份清单里", "holds what the site is made from, or lies in a list"),
}


def _not_our_folder(error: Any) -> Said:
    zh, en = _NOT_OUR_FOLDER[error.why]
    lists = error.path if error.why == "lists" else "provinces"
    return (
        f"{error.path} {zh}，没有改动任何文件。\n下一步：先写网站的文件夹（空的或者还没有的），再写清单："
        f"qingdan publish site {lists}",
        f"{error.path} {en}; nothing was changed.\nNext: first the folder of the site, empty or not there yet, "
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


def _bad_identity(error: Any) -> Said:
    zh, en = _BAD_IDENTITY[error.why]
    what = f" {error.what}" if error.what else ""
    if isinstance(error.__cause__, OSError):
        zh, en = f"{zh}：{why(error.__cause__, 'zh')}", f"{en}: {why(error.__cause__, 'en')}"
    return (
        f"网站样式文件 {error.path}{what}：{zh}。没有改动任何文件。\n下一步：照 docs/howto/publish.md 里的样子改好。",
        f"Identity file {error.path}{what}: {en}. Nothing was changed.\nNext: mend it as in docs/howto/publish.md.",
    )


def _site_tools_missing(error: Any) -> Said:
    return extras.words("site", "mkdocs")


def _not_published(error: Any) -> Said:
    full = error.error.errno == ENOSPC
    zh_what, en_what = why(error.error, "zh"), why(error.error, "en")
    next_zh = "腾出空间或换个地方" if full else "看看那里能不能写、有没有不许改动的文件，或换个地方"
    zh, en = f"{error.path} 里原来的网站没有动", f"What was in {error.path} is as it was"
    if error.kept:
        zh, en = (
            f"原来的网站没能放回去，完整地在 {error.kept}",
            f"The old site could not be put back and is in {error.kept}",
        )
    return (
        f"网站没有写成：{zh_what}。{zh}。\n下一步：{next_zh}，再运行一次。",
        f"The site was not written: {en_what}. {en}.\nNext: make room, look whether it may be written to, or name "
        "another place, and run it again.",
    )


def _bad_address(error: Any) -> Said:
    if error.offered:
        return (
            f"{error.address} 里有链接写不下的字。没有改动任何文件。\n下一步：写成 {error.offered}，指的是同一个网址。",
            f"{error.address} holds characters that links have no room for. Nothing was changed."
            f"\nNext: write {error.offered}, which is the same address.",
        )
    return (
        f"{error.address} 不能作网站的网址。没有改动任何文件。\n下一步：写成 https://example.org/ 或 https://example.org/jiuye/，"
        "不带问号、井号、账号、空格和 .. ，百分号后面是两位十六进制数；中文域名写成 xn-- 开头的形式。",
        f"{error.address} is no address for a site. Nothing was changed.\nNext: write it like https://example.org/ or "
        "https://example.org/work/, without query, fragment, account, blanks and .., with two hexadecimal digits after "
        "a percent sign; names in other scripts as xn--.",
    )


#: Name of an exception → what to say, and the exit code.
OF_SITES = {
    "NotFitToPublish": (_not_fit_to_publish, UNREADABLE),
    "SameAddress": (_same_address, UNREADABLE),
    "NotOurFolder": (_not_our_folder, USAGE),
    "BadIdentity": (_bad_identity, USAGE),
    "SiteToolsMissing": (_site_tools_missing, USAGE),
    "NotPublished": (_not_published, UNREADABLE),
    "BadAddress": (_bad_address, USAGE),
}
