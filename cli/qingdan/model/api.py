"""What the static API and ``items.jsonl`` hold, file by file."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Date, Evidence, Id, ItemId, Strict, Text, Whole, part
from qingdan.model.catalogue import Completeness
from qingdan.model.edition import NationalItem, Requirement
from qingdan.model.item import Item
from qingdan.model.parts import Source

Kind = Literal["list", "archive", "collection", "sample"]


class EntryPlace(Strict, total=False):
    """Where a guide holds."""

    area: Annotated[Text, part("行政区划代码", "没有自己代码的地方写所在地的")]
    name: Required[Annotated[Text, part("名称")]]
    level: Required[Annotated[Literal["province", "prefecture", "county", "township", "village"], part("层级")]]


class EntryList(Strict, total=False):
    """The list that a guide stands in."""

    code: Annotated[Text, part("省级行政区划代码", "单个文件没有")]
    name: Required[Annotated[Text, part("清单名称")]]
    kind: Required[Annotated[Kind, part("性质")]]
    completeness: Required[Annotated[Completeness, part("完整程度")]]


class EntryRecord(Item, total=False):
    """The merged record of an item in a place, with what a row of a locality adds."""

    item: Annotated[ItemId, part("省级事项编号")]
    status: Annotated[Literal["claimed", "not_claimed", "delegated", "own"], part("状态")]
    because: Annotated[Text, part("未承接的原因")]


class Links(Strict, total=False):
    """Where a thing is, from the root of the site."""

    html: Required[Annotated[Text, part("网页")]]
    json: Required[Annotated[Text, part("本接口的文件")]]
    jsonld: Annotated[Text, part("CPSV-AP 3.2.0")]
    changes: Annotated[Text, part("Atom 订阅")]


class IndexLinks(Strict):
    """Where to go on from."""

    openapi: Annotated[Text, part("接口说明")]
    items: Annotated[Text, part("全国事项")]
    provinces: Annotated[Text, part("清单")]
    guides: Annotated[Text, part("指南")]
    jsonl: Annotated[Text, part("全部指南，一行一份")]
    csv: Annotated[Text, part("全部指南，电子表格")]
    vocabulary: Annotated[Text, part("扩展词汇")]
    changes: Annotated[Text, part("Atom 订阅")]


class Counted(Strict):
    """How many there are; fiction is counted apart."""

    items: Annotated[Whole, part("全国事项")]
    provinces: Annotated[Whole, part("清单")]
    guides: Annotated[Whole, part("指南")]
    guides_to_go_by: Annotated[Whole, part("写明日期、两年以内的指南")]
    sample_provinces: Annotated[Whole, part("虚构的清单")]
    sample_guides: Annotated[Whole, part("虚构的指南")]


class SummaryValue(Strict, total=False):
    """One line about a guide."""

    id: Required[Annotated[Text, part("指南编号", "地方/事项，不会改变")]]
    name: Required[Annotated[Text, part("事项名称")]]
    place: Required[Annotated[EntryPlace, part("地方")]]
    list: Required[Annotated[EntryList, part("清单")]]
    implements: Required[Annotated[list[ItemId], part("对应的全国事项")]]
    source: Required[Annotated[Source, part("出处")]]
    as_of: Annotated[Date, part("内容截至", "没有写日期的不出现")]
    evidence: Required[Annotated[Evidence, part("证据等级")]]
    specimen: Required[
        Annotated[
            Literal["no", "sample", "archive", "ahead", "not_yet", "old", "undated"],
            part(
                "为什么只是样本",
                "no 写明日期、两年以内；sample 虚构；archive 存档；ahead 日期还没有到；not_yet 还没有实施；"
                "old 两年以上（只写到年、月的按最早的一天算）；undated 没有日期",
            ),
        ]
    ]
    sample: Required[Annotated[bool, part("是否虚构", "true 的不计入任何统计")]]
    files: Annotated[Links, part("文件", "从网站根目录起的地址")]


class EntryValue(SummaryValue, total=False):
    """One guide in full: a line of ``items.jsonl``, a file of ``api/v1/guides``."""

    schema: Required[Annotated[Literal["entry/1"], part("格式版本")]]
    record: Required[Annotated[EntryRecord, part("各要素", "上层整个要素替换下层以后的样子")]]


class EditionValue(Strict, total=False):
    """The national standard that the names come from."""

    id: Required[Annotated[Text, part("编号")]]
    name: Required[Annotated[Text, part("名称")]]
    kind: Required[Annotated[Literal["national", "own", "sample"], part("性质")]]
    as_of: Annotated[Date, part("内容截至")]


class ListValue(EntryList, total=False):
    """One list with its places."""

    as_of: Annotated[Date, part("内容截至")]
    source: Required[Annotated[Source, part("出处")]]
    evidence: Required[Annotated[Evidence, part("证据等级")]]
    sample: Required[Annotated[bool, part("是否虚构")]]
    unread: Required[Annotated[bool, part("是否有没读成的", "true：有文件或条目没有读出来，这里缺着")]]
    guides: Required[Annotated[Whole, part("指南数")]]
    places: Required[Annotated[list[EntryPlace], part("各地")]]
    files: Required[Annotated[Links, part("文件")]]


class ItemSummary(Strict, total=False):
    """One line about a national item."""

    id: Required[Annotated[ItemId, part("全国事项编号", "本项目自编，不是基本编码")]]
    name: Required[Annotated[Text, part("名称")]]
    theme: Required[Annotated[Id, part("主题")]]
    evidence: Required[Annotated[Evidence, part("证据等级")]]
    source: Required[Annotated[Text, part("出处")]]
    as_of: Annotated[Date, part("基准的内容截至")]
    specimen: Required[Annotated[Literal["no"], part("全国事项不是指南，都是 no")]]
    sample: Required[Annotated[bool, part("是否虚构的基准")]]
    guides: Required[Annotated[Whole, part("指南数", "虚构的不计")]]
    files: Required[Annotated[Links, part("文件")]]


class IndexFile(Strict):
    """``index.json``."""

    schema: Annotated[Literal["api-index/1"], part("格式版本")]
    as_of: Annotated[Date, part("生成网站所按的日期")]
    edition: Annotated[EditionValue, part("全国基准")]
    notice: Annotated[Text, part("说明")]
    counts: Annotated[Counted, part("数目", "虚构的另列")]
    files: Annotated[IndexLinks, part("文件")]


class ItemsFile(Strict):
    """``items.json``."""

    schema: Annotated[Literal["api-items/1"], part("格式版本")]
    items: Annotated[list[ItemSummary], part("全国事项")]


class ItemFile(Strict):
    """``items/JY-0401.json``."""

    schema: Annotated[Literal["api-item/1"], part("格式版本")]
    item: Annotated[ItemSummary, part("概要")]
    record: Annotated[NationalItem, part("全国事项")]
    requirements: Annotated[list[Requirement], part("全部要求", "连同对各事项共同的要求")]
    guides: Annotated[list[SummaryValue], part("各地的指南")]


class ListsFile(Strict):
    """``provinces.json``."""

    schema: Annotated[Literal["api-provinces/1"], part("格式版本")]
    provinces: Annotated[list[ListValue], part("各份清单")]


class ListFile(Strict):
    """``provinces/430000.json``."""

    schema: Annotated[Literal["api-province/1"], part("格式版本")]
    province: Annotated[ListValue, part("清单")]
    guides: Annotated[list[SummaryValue], part("指南")]


class GuidesFile(Strict):
    """``guides.json``."""

    schema: Annotated[Literal["api-guides/1"], part("格式版本")]
    guides: Annotated[list[SummaryValue], part("指南")]


class ApiFiles(Strict, total=False):
    """Each key is one kind of file of the API."""

    index: Annotated[IndexFile, part("index.json")]
    items: Annotated[ItemsFile, part("items.json")]
    item: Annotated[ItemFile, part("items/*.json")]
    provinces: Annotated[ListsFile, part("provinces.json")]
    province: Annotated[ListFile, part("provinces/*.json")]
    guides: Annotated[GuidesFile, part("guides.json")]
    guide: Annotated[EntryValue, part("guides/*/*.json，items.jsonl 的一行")]
