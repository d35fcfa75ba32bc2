"""What the command says where the SDK raises or what was typed does not fit: in both languages, with a next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from qingdan.app import UNREADABLE, USAGE, extras
from qingdan.app.misuse import Misused
from qingdan.app.site_problems import OF_SITES, Said
from qingdan.printing.escape import shortened

if TYPE_CHECKING:
    from qingdan.findings import Finding
    from qingdan.words.grammar import Lang


def _nothing_there(error: Any) -> Said:
    from qingdan.loading.foreign import STANDARDS, standard_of_folder

    path = error.path
    if (path / "edition.yaml").exists():
        zh, en = f"{path} 是全国基准，不是清单", f"{path} is an edition and no list"
    elif path.is_dir() and (standard := standard_of_folder(each.name for each in path.iterdir())):
        zh_name, en_name = STANDARDS[standard]
        zh, en = f"{path} 看起来是{zh_name}，不是清单", f"{path} looks like {en_name} and no list"
    elif path.exists():
        zh, en = (
            f"{path} 里没有 catalogue.yaml，也没有 edition.yaml",
            f"{path} holds no catalogue.yaml and no edition.yaml",
        )
    else:
        zh, en = f"{path} 不存在", f"{path} does not exist"
    return (
        f"{zh}。\n下一步：指到清单文件夹，或用 qingdan init 新建一份。",
        f"{en}.\nNext: name the folder of a list, or start one with qingdan init.",
    )


def _unknown_edition(error: Any) -> Said:
    known = "、".join(error.known)
    return (
        f"没有全国基准“{error.name}”；现有：{known}。\n下一步：写其中一个，或者一个含 edition.yaml 的文件夹。",
        f"No edition '{error.name}'; known: {known}.\nNext: name one of them, or a folder with edition.yaml.",
    )


def _no_edition(error: Any) -> Said:
    return _not_usable(error.label, error.files.findings)


def _broken_edition(error: Any) -> Said:
    return _not_usable(error.name, error.findings)


def _first(findings: Sequence[Finding]) -> dict[str, str]:
    """The first findings, a line each, by language."""
    from qingdan.printing.messages import message

    lines = {"zh": "", "en": ""}
    for finding in findings[:5]:
        place = finding.location
        where = f"{place.file}:{place.line}:{place.column} " if place else ""
        for lang in ("zh", "en"):
            lines[lang] += f"\n  {where}{finding.id} {message(finding, lang)}"
    return lines


def _nothing_read(error: Any) -> Said:
    lines = _first(error.findings)
    return (
        f"{error.name} 里没有读成的事项，没有可比较的：{lines['zh']}\n下一步：qingdan validate {error.name}",
        f"No item of {error.name} could be read, there is nothing to compare:{lines['en']}\n"
        f"Next: qingdan validate {error.name}",
    )


def _not_usable(name: str, findings: Sequence[Finding]) -> Said:
    lines = _first(findings)
    count = len(findings)
    return (
        f"全国基准 {name} 自身有 {count} 处错误，不能用来判断清单：{lines['zh']}\n"
        f"下一步：先运行 qingdan validate {name}，改好再用。",
        f"Edition {name} has {count} errors and cannot judge a list:{lines['en']}\n"
        f"Next: qingdan validate {name}, and mend it.",
    )


def _unknown_rule(error: Any) -> Said:
    zh, en = (f"是不是 {error.near}", f"did you mean {error.near}") if error.near else ("", "")
    return (
        f"没有编号为“{error.name}”的规则、要求或分组"
        + (f"；{zh}。" if zh else "。\n下一步：qingdan rules 列出规则，qingdan rules --requirements 列出全国要求"),
        f"No rule, requirement or group '{error.name}'"
        + (f"; {en}." if en else ".\nNext: qingdan rules lists rules, qingdan rules --requirements requirements"),
    )


def _nothing_called(error: Any) -> Said:
    """What comes near is for a person to judge."""
    found = []
    for lang, one, several in (
        ("zh", "；是不是 ", "；相近的（相似不等于相同）："),
        ("en", "; did you mean ", "; these come near (alike is not the same):"),
    ):
        near = error.near[lang]
        listed = several + "".join(f"\n  {each}" for each in near) if near else ""
        found.append(one + near[0] if len(near) == 1 else listed)
    name = shortened(error.name)
    return (
        f"没有编号或名称是“{name}”的规则、要求、事项、要素或材料{found[0]}\n"
        "下一步：qingdan items 列出全国事项，qingdan rules 列出规则",
        f"Nothing is called '{name}'{found[1]}\nNext: qingdan items and qingdan rules list them",
    )


def _unknown_theme(error: Any) -> Said:
    known = "、".join(f"{id} {name}" for id, name in error.known)
    return (
        f"没有主题“{error.name}”；现有：{known}。\n下一步：写其中一个编号或名称，或者不写 --theme 看全部。",
        f"No theme '{error.name}'; known: {known}.\nNext: name one of them, or leave --theme out.",
    )


def _folder_in_use(error: Any) -> Said:
    return (
        f"{error.path} 里已经有东西，没有改动任何文件。\n下一步：换一个空的文件夹。",
        f"{error.path} is not empty; nothing was changed.\nNext: name an empty folder.",
    )


def _unknown_items(error: Any) -> Said:
    zh, en = (f"；是不是 {error.near}", f"; did you mean {error.near}") if error.near else ("", "")
    return (
        f"全国基准 {error.edition} 里没有事项 {'、'.join(error.items)}{zh}。没有新建任何文件。"
        "\n下一步：--items all 列出全部，none 一个也不列，或者写编号，如 --items JY-0401,JY-0402；编号用 explain 查。",
        f"Edition {error.edition} has no item {', '.join(error.items)}{en}. Nothing was written."
        "\nNext: --items all, none, or ids such as JY-0401,JY-0402; look them up with qingdan explain.",
    )


def _unknown_province(error: Any) -> Said:
    if error.above:
        name, code = error.above.name, error.above.code
        return (
            f"“{error}”在{name}，不是一个省；清单一省一份，市县写在里面。没有新建任何文件。"
            f"\n下一步：加 --province {code}。",
            f"'{error}' lies in {name} and is no province; a list is of a province, and places stand in it. Nothing "
            f"was written.\nNext: add --province {code}.",
        )
    return (
        f"“{error}”不是省级行政区划的代码或名称。\n下一步：写六位代码或名称，如 330000 浙江省。",
        f"'{error}' is neither the code nor the name of a province.\nNext: write six digits, such as 330000.",
    )


def _unknown_side(error: Any) -> Said:
    zh = f"“{error.name}”不是 national、省的代码或名称、文件夹、文件，也不是 修订:路径"
    en = f"'{error.name}' is neither national, nor a province, a path or REVISION:path"
    provinces = [each for each in error.divisions if each.level == "province"]
    places = [each for each in error.divisions if each.level != "province"]
    if provinces:
        code, name = provinces[0].code, provinces[0].name
        return (
            f"这里没有{name}的清单（provinces/{code}-…）。\n下一步：到仓库最上层运行，或写清单文件夹的路径。",
            f"There is no list of {name} here (provinces/{code}-…).\nNext: run at the top of the repository, or name "
            "the folder of the list.",
        )
    if places:
        shown = "、".join(f"{each.code[:2]}0000/{each.code} {each.name}" for each in places[:5])
        return (
            f"{zh}。\n下一步：地方写在省的后面，用斜线隔开：{shown}",
            f"{en}.\nNext: write a place after its province: {shown}",
        )
    return (
        f"{zh}。\n下一步：写清单文件夹的路径，如 provinces/430000-hunan；某个修订里的写 修订:路径，如 "
        "HEAD~1:provinces/430000-hunan",
        f"{en}.\nNext: name the folder of a list, such as provinces/430000-hunan, or REVISION:PATH, such as "
        "HEAD~1:provinces/430000-hunan",
    )


def _unknown_place(error: Any) -> Said:
    known = "、".join(error.known)
    if not known:
        return (
            f"这份清单没有按地方写的内容（localities/），没有“{error.name}”。",
            f"The list has nothing by place (localities/), and no '{error.name}'.",
        )
    return (
        f"这份清单里没有地方“{error.name}”；有：{known}；全部地方写 all。",
        f"The list has no place '{error.name}'; it has: {known}; all for every place.",
    )


def _ambiguous_side(error: Any) -> Said:
    choices = "、".join(error.choices)
    return (
        f"“{error.name}”可以指好几个：{choices}。\n下一步：写其中一个。",
        f"'{error.name}' may be any of: {choices}.\nNext: name one of them.",
    )


_INCOMPARABLE = {
    "file_and_list": (
        "一边是整份清单，一边是单个文件，比出来没有意义；单个文件要同另一个文件比，如 HEAD:路径 路径",
        "one is a whole list, the other a single file; compare a file with a file, such as HEAD:path path",
    ),
    "places": (
        "地方只能同全国或自己的省比，如 湖南 湖南/433101",
        "a place is compared with the nation or with its own province, such as 430000 430000/433101",
    ),
    "region": (
        "三个以上只能是各不相同的省的整份清单",
        "three sides and more must be whole lists of different provinces",
    ),
}


def _cannot_compare(error: Any) -> Said:
    zh, en = _INCOMPARABLE[error.why]
    return f"{error.before} 和 {error.after} 不能比较：{zh}。", f"{error.before} and {error.after}: {en}."


_NOT_ONE_LIST = {
    "scope": (
        "说的不是同样的地方；变更附件的两方要么都是整份清单，要么都是同一个文件",
        "do not speak of the same places; both must be the whole list, or both the same file",
    ),
    "two_provinces": (
        "是两个省的清单；变更附件只比较同一份清单的两个版本",
        "are lists of two provinces; the annex is of two versions of one list",
    ),
    "nation": (
        "一个是全国基准，一个是清单；变更附件只比较同一份清单的两个版本",
        "are an edition and a list; the annex is of two versions of one list",
    ),
}


def _not_one_list(error: Any) -> Said:
    zh, en = _NOT_ONE_LIST[error.why]
    return (
        f"“{error.before}”和“{error.after}”{zh}。\n下一步：写成 qingdan changelog 修订:清单文件夹 清单文件夹；"
        "省与省、省与全国的不同用 qingdan diff 看。",
        f"'{error.before}' and '{error.after}' {en}.\nNext: qingdan changelog REVISION:folder folder; for other "
        "differences qingdan diff.",
    )


_MISSING = {
    "git": ("没有找到 git", "git was not found"),
    "repository": ("这里不是 git 仓库", "this is no git repository"),
    "revision": ("没有修订", "no revision"),
    "path": ("这个修订里没有所写的省或路径", "the revision holds no such province or path"),
    "list": (
        "这个修订的这个文件夹里没有 catalogue.yaml，也没有 edition.yaml",
        "at this revision the folder holds no catalogue.yaml and no edition.yaml",
    ),
    "objects": (
        "这个仓库没有取全（部分克隆），先运行 git fetch --refetch --no-filter；要读的修订",
        "the clone is partial, run git fetch --refetch --no-filter first; to be read",
    ),
}


#: What is missing → what to do about it.
_TO_FIND = {
    "git": ("安装 git，或者不写修订", "install git, or name no revision"),
    "repository": ("到 git 仓库里运行，或者不写修订", "run it inside a git repository, or name no revision"),
    "revision": (
        "用 git log --oneline 或 git tag 看有哪些修订；远端的先运行 git fetch",
        "see git log --oneline or git tag; run git fetch for what is elsewhere",
    ),
    "path": (
        "路径从仓库最上层写起；用 git ls-tree --name-only 修订 看里面有什么",
        "paths begin at the top of the repository; see git ls-tree --name-only REVISION",
    ),
    "list": ("写清单的文件夹", "name the folder of a list"),
    "objects": ("取全以后再运行一次", "run it again when all of it is here"),
}


def _unknown_revision(error: Any) -> Said:
    zh, en = _MISSING[error.missing]
    next_zh, next_en = _TO_FIND[error.missing]
    if error.shallow:
        next_zh, next_en = (
            "这是浅克隆，先运行：git fetch --unshallow",
            "the clone is shallow; run: git fetch --unshallow",
        )
    return f"{zh}：{error.revision}\n下一步：{next_zh}", f"{en}: {error.revision}\nNext: {next_en}"


_BASELINE = {
    "too_large": ("超过 {detail} MB", "it is larger than {detail} MB"),
    "encoding": ("不是文本文件", "it is no text"),
    "not_json": ("不是 JSON {detail}", "it is no JSON {detail}"),
    "not_a_report": ("不是检查报告 {detail}", "it is no report of a validation {detail}"),
    "version": ("报告格式 {detail} 不是 report/1", "its format {detail} is not report/1"),
    "faults": ("报告内容不完整或被改过 {detail}", "it does not have the form of a report {detail}"),
    "compared": ("本身就是与基线比较的结果，只有新增的发现", "it was made with a baseline and holds new findings only"),
}


def _broken_baseline(error: Any) -> Said:
    zh, en = (text.format(detail=error.detail).rstrip() for text in _BASELINE[error.problem])
    return (
        f"基线 {error.path} 不能用：{zh}。\n"
        "下一步：用 qingdan validate 清单 --format json 生成一份（不带 --baseline）。",
        f"The baseline {error.path} cannot be used: {en}.\n"
        "Next: make one with qingdan validate LISTS --format json, without --baseline.",
    )


def _not_a_list(error: Any) -> Said:
    return (
        f"“{error.name}”不是一份清单的文件夹。\n下一步：指到里面有 catalogue.yaml 的文件夹。",
        f"'{error.name}' is no folder of a list.\nNext: name one with catalogue.yaml.",
    )


def _broken_list(error: Any) -> Said:
    return (
        f"{error.name} 有读不通的地方，没有改动任何文件。\n下一步：先用 qingdan validate 查出来改好。",
        f"{error.name} has faults of structure; nothing was changed.\nNext: qingdan validate, and mend them.",
    )


def _no_common_ancestor(error: Any) -> Said:
    gap = (f"；中间缺 {error.missing}", f"; {error.missing} in between is not to be had") if error.missing else ("", "")
    return (
        f"全国基准 {error.after} 不是由 {error.before} 一版一版承接下来的，不能升级{gap[0]}；没有改动任何文件。"
        "\n下一步：看新版 edition.yaml 里的 succeeds。",
        f"Edition {error.after} does not succeed {error.before} step by step{gap[1]}; nothing was changed."
        "\nNext: see succeeds in its edition.yaml.",
    )


def _not_as_meant(error: Any) -> Said:
    return (
        f"{error.file} 的写法不能安全地改；没有改动任何文件。\n下一步：把要改的要素分行写，再试一次。",
        f"{error.file} cannot be edited safely as it is laid out; nothing was changed.\n"
        "Next: write the elements on lines of their own and try again.",
    )


def _changed_meanwhile(error: Any) -> Said:
    return (
        f"{error.path} 在这期间被改过；没有改动任何文件。\n下一步：再运行一次。",
        f"{error.path} was changed in the meantime; nothing was changed.\nNext: run it again.",
    )


def _parquet_missing(error: Any) -> Said:
    return extras.words("parquet", "duckdb")


def _write_protected(error: Any) -> Said:
    names = [str(path) for path in error.paths]
    zh, en = "、".join(names), ", ".join(names)
    return (
        f"这里是只读的，没有改动任何文件：{zh}\n下一步：确实要改，先改成可写（chmod u+w），再运行一次。",
        f"Read-only, and nothing was changed: {en}\nNext: if it may be changed, make it writable (chmod u+w) and run "
        "it again.",
    )


#: Name of an exception of the SDK → what to say, and the exit code.
PROBLEMS: dict[str, tuple[Callable[[Any], Said], int]] = {
    **OF_SITES,
    "NothingThere": (_nothing_there, UNREADABLE),
    "UnknownEdition": (_unknown_edition, USAGE),
    "BrokenEdition": (_broken_edition, UNREADABLE),
    "NoEdition": (_no_edition, UNREADABLE),
    "BrokenBaseline": (_broken_baseline, UNREADABLE),
    "UnknownRule": (_unknown_rule, USAGE),
    "NothingCalled": (_nothing_called, USAGE),
    "UnknownTheme": (_unknown_theme, USAGE),
    "FolderInUse": (_folder_in_use, USAGE),
    "UnknownProvince": (_unknown_province, USAGE),
    "UnknownItems": (_unknown_items, USAGE),
    "UnknownSide": (_unknown_side, USAGE),
    "NothingRead": (_nothing_read, UNREADABLE),
    "UnknownPlace": (_unknown_place, USAGE),
    "AmbiguousSide": (_ambiguous_side, USAGE),
    "CannotCompare": (_cannot_compare, USAGE),
    "NotOneList": (_not_one_list, USAGE),
    "UnknownRevision": (_unknown_revision, USAGE),
    "NotAList": (_not_a_list, USAGE),
    "BrokenList": (_broken_list, UNREADABLE),
    "NoCommonAncestor": (_no_common_ancestor, USAGE),
    "NotAsMeant": (_not_as_meant, UNREADABLE),
    "ChangedMeanwhile": (_changed_meanwhile, UNREADABLE),
    "WriteProtected": (_write_protected, UNREADABLE),
    "ParquetMissing": (_parquet_missing, USAGE),
}


def said(error: Exception, lang: Lang) -> tuple[str, int] | None:
    """What to say to an exception of the SDK, or of a command, and the exit code; ``None`` if it is none of them."""
    pick = 0 if lang == "zh" else 1
    if isinstance(error, Misused):
        return error.said[pick], USAGE
    found = PROBLEMS.get(type(error).__name__)
    if found is None:
        return None
    words, code = found
    return words(error)[pick], code
