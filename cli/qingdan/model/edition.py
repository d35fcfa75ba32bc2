"""An edition of the national standard: items, requirements, registries, documents, groups, crosswalks."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import AtLeast, Date, Evidence, Id, ItemId, Pattern, Prose, Relation, Seen, Strict, Text, part
from qingdan.model.elements import Elements
from qingdan.model.parts import Fee, Material, Source
from qingdan.model.values import Citation, Condition, Count, Limit, Member, Money, Months, Ratio

RequirementId = Annotated[str, Pattern(r"^[A-Z0-9]+(-[A-Z0-9]+)*-R[0-9]{2}$", 40)]


class Basis(Strict, total=False):
    """A document and article that a requirement rests on, and how well its text is known."""

    document: Required[Annotated[Id, part("文件编号", "documents.yaml 中的编号")]]
    article: Annotated[Text, part("条款")]
    evidence: Required[Annotated[Evidence, part("证据等级")]]
    seen: Required[Annotated[Seen, part("看到多少")]]
    source: Annotated[Text, part("经何处看到")]


class InForce(Strict, total=False):
    """From when to when; both days included; an absent end is open."""

    since: Annotated[Date, part("自")]
    until: Annotated[Date, part("至")]


class Value(Strict, total=False):
    """What is required, in the words of the element's own kind: exactly one of these."""

    asks: Annotated[list[Material], part("材料")]
    criteria: Annotated[list[Condition], part("条件")]
    concepts: Annotated[list[Member], part("概念集合")]
    limits: Annotated[list[Limit], part("时限")]
    counts: Annotated[list[Count], part("次数")]
    fee: Annotated[Fee, part("收费")]
    money: Annotated[list[Money], part("金额")]
    ratios: Annotated[list[Ratio], part("比例")]
    months: Annotated[list[Months], part("月数")]
    documents: Annotated[list[Citation], part("文件")]
    name: Annotated[Text, part("名称")]


class Requirement(Strict, total=False):
    """One thing the nation requires of one element of an item."""

    id: Required[Annotated[RequirementId, part("要求编号", "永不再用")]]
    element: Required[Annotated[Text, part("要素")]]
    channel: Annotated[Id, part("渠道")]
    case: Annotated[Text, part("情形")]
    relation: Required[
        Annotated[Relation, part("关系", "within 不多于；covers 不少于；equal 相同；excludes 不得有；free 不判断")]
    ]
    value: Required[Annotated[Value, part("值")]]
    besides: Annotated[Value, part("不算多的部分", "另一项要求自己的话，写在这里也不算超出")]
    tolerated: Annotated[Value, part("不作判断的部分", "有争议、文件没有提的；只因它们而超出的是未定")]
    basis: Required[Annotated[list[Basis], AtLeast(1), part("依据", "同一要求的各个依据")]]
    in_force: Annotated[InForce, part("有效期")]
    unsettled_because: Annotated[
        Text,
        part("依据失效以后", "依据全部被替代、废止或到期，后继文件里有没有这一点没有看到的，写明；看到的写进 basis"),
    ]
    items: Annotated[list[ItemId], part("适用事项", "只在 requirements/ 的文件里写；不写为全部事项")]
    excluding: Annotated[list[ItemId], part("除外事项")]
    types: Annotated[list[Id], part("只对这些类型的地方事项", "如 licence")]
    explains: Required[Annotated[Text, part("一句话", "这项要求是什么")]]
    note: Annotated[Prose, part("说明")]
    research: Annotated[list[Text], part("研究记录编号")]


class PrintedName(Strict, total=False):
    """Another name under which lists print a service, and how what is so called stands to the national item.

    An alias is the same service under another name. What lists print may be less (one kind of applicant, one step) or
    more (two services in one row); the relation says so.
    """

    text: Required[Annotated[Text, part("名称", "照清单所印")]]
    relation: Annotated[
        Literal["exact", "part", "wider"],
        part(
            "关系", "叫这个名称的地方事项与全国事项的关系；不写为 exact 同一事项；part 只办其中一部分；wider 范围更宽"
        ),
    ]
    seen_in: Annotated[
        Literal["guides", "labels"],
        part("见于", "guides 收集的办事指南；labels 人工标注过的各地清单、菜单和表格里的名称"),
    ]
    note: Annotated[Text, part("说明", "为什么是同一事项，或者差在哪里")]


class NationalItem(Elements, total=False):
    """One service, once. Its ids are this project's own and are not 基本编码."""

    id: Required[Annotated[ItemId, part("全国事项编号")]]
    theme: Required[Annotated[Id, part("主题")]]
    evidence: Required[Annotated[Evidence, part("证据等级", "事项名称的证据")]]
    source: Annotated[Text, part("出处")]
    state: Annotated[Literal["in_use", "suspended", "cancelled"], part("状态")]
    cancelled_on: Annotated[Date, part("取消日期")]
    successor: Annotated[ItemId, part("后继事项")]
    moved: Annotated[list[ItemId], part("曾用编号")]
    printed_as: Annotated[list[PrintedName], part("清单上的写法", "别名以外，各地清单上见过的名称")]
    requirements: Annotated[list[Requirement], part("要求")]
    guide_elements: Annotated[list[Text], part("公开要素", "公开目录要求公开的要素名")]
    note: Annotated[Prose, part("说明")]


class SettledBy(Strict, total=False):
    """Words beside an ambiguous name, in its heading, object or basis, that say which item it is."""

    words: Required[Annotated[list[Text], AtLeast(1), part("旁边的字", "上级栏目、对象、依据或者别的列里有其中一个")]]
    item: Required[Annotated[ItemId, part("就是这个全国事项")]]
    relation: Annotated[Literal["exact", "part", "wider"], part("关系", "不写为 part 只办其中一部分")]


class AmbiguousName(Strict, total=False):
    """Names that mean one thing in one list and another in the next: nothing is taken by them alone."""

    names: Required[Annotated[list[Text], AtLeast(1), part("名称")]]
    items: Required[Annotated[list[ItemId], AtLeast(1), part("可能是这些全国事项")]]
    otherwise: Annotated[Text, part("也可能不是", "还可能是什么没有全国事项的事")]
    decides: Required[Annotated[Prose, part("看什么能分清")]]
    settled_by: Annotated[list[SettledBy], part("旁边的字能分清的", "说到两个事项的，还是由人定")]
    seen_in: Annotated[Literal["guides", "labels"], part("见于")]


class AmbiguousFile(Strict, total=False):
    """``ambiguous.yaml``: names that stand for several national items, or for one and for something else."""

    schema: Required[Annotated[Literal["ambiguous/1"], part("格式版本")]]
    ambiguous: Required[Annotated[list[AmbiguousName], part("一名多义的名称")]]


class Gap(Strict, total=False):
    """An employment service that lists have and that none of the national items is."""

    id: Required[Annotated[Id, part("编号")]]
    name: Required[Annotated[Text, part("是什么")]]
    because: Required[Annotated[Prose, part("为什么没有全国事项")]]
    names: Required[Annotated[list[Text], part("见过的名称")]]
    near: Annotated[list[ItemId], part("容易混淆的全国事项", "相近，但不是一回事")]
    turned_by: Annotated[
        list[Text], part("带了这些字就是它", "相近的全国事项的名称带上其中一个，就是这项服务，不是那个事项")
    ]
    seen_in: Annotated[Literal["guides", "labels"], part("见于")]


class GapsFile(Strict, total=False):
    """``gaps.yaml``: employment services that no national item covers."""

    schema: Required[Annotated[Literal["gaps/1"], part("格式版本")]]
    gaps: Required[Annotated[list[Gap], part("没有全国事项的服务")]]


class Theme(Strict, total=False):
    """A heading under which items are found."""

    id: Required[Annotated[Id, part("编号")]]
    name: Required[Annotated[Text, part("名称")]]


class EditionHead(Strict, total=False):
    """``edition.yaml``."""

    schema: Required[Annotated[Literal["edition/1"], part("格式版本")]]
    id: Required[Annotated[Text, part("编号")]]
    name: Required[Annotated[Text, part("名称")]]
    kind: Required[Annotated[Literal["national", "own", "sample"], part("性质")]]
    as_of: Annotated[Date, part("内容截至")]
    succeeds: Annotated[Text, part("承接的版本")]
    source: Required[Annotated[Source, part("出处")]]
    note: Annotated[list[Text], part("说明")]
    themes: Required[Annotated[list[Theme], part("主题")]]


class NationalItemsFile(Strict, total=False):
    """``items/*.yaml`` of an edition."""

    schema: Required[Annotated[Literal["national-items/1"], part("格式版本")]]
    items: Required[Annotated[list[NationalItem], part("事项")]]


class RequirementsFile(Strict, total=False):
    """``requirements/*.yaml``: requirements that hold for several items."""

    schema: Required[Annotated[Literal["requirements/1"], part("格式版本")]]
    requirements: Required[Annotated[list[Requirement], part("要求")]]


class Abolished(Strict, total=False):
    """Since when a paper is no longer issued, and by which document."""

    since: Required[Annotated[Date, part("自何日起", "不再发放的第一天")]]
    document: Required[Annotated[Text, part("文件", "标题或文号")]]
    successor: Annotated[Id, part("由什么代替", "evidence.yaml 中的编号")]
    scope: Annotated[Text, part("范围", "只对一部分人或单位取消的，写明是哪些")]
    evidence: Required[Annotated[Evidence, part("证据等级")]]


class EvidenceType(Strict, total=False):
    """A kind of paper. What is ``narrower`` also serves where this one is asked for."""

    id: Required[Annotated[Id, part("编号")]]
    name: Required[Annotated[Text, part("名称")]]
    kind: Required[
        Annotated[
            Literal["proof", "form", "photo", "commitment", "account"],
            part("种类", "proof 证明；form 表格；photo 照片；commitment 承诺书；account 收款账户"),
        ]
    ]
    aliases: Annotated[list[Text], part("别名")]
    issuer: Annotated[Text, part("出具机构")]
    narrower: Annotated[list[Id], part("包含的更窄的种类")]
    endings: Annotated[list[Text], part("名称的结尾", "这样结尾而没有登记的名称都归这一种，如 申请表")]
    holders: Annotated[list[Id], part("是谁的身份证件", "服务对象编号；对这些人来说它就是身份证件")]
    abolished: Annotated[Abolished, part("已经取消", "不再发放的证件")]
    note: Annotated[Prose, part("说明")]


class EvidenceFile(Strict, total=False):
    """``evidence.yaml``."""

    schema: Required[Annotated[Literal["evidence/1"], part("格式版本")]]
    evidence: Required[Annotated[list[EvidenceType], part("证明材料")]]


class CriterionType(Strict, total=False):
    """A kind of criterion. Whoever meets it also meets what it ``implies``."""

    id: Required[Annotated[Id, part("编号")]]
    wording: Required[Annotated[Text, part("表述")]]
    aliases: Annotated[list[Text], part("别名")]
    parameter: Annotated[Text, part("参数", "如 缴费月数")]
    stricter: Annotated[Literal["more", "less"], part("参数变大还是变小更严")]
    implies: Annotated[list[Id], part("蕴含")]
    names: Annotated[
        Literal["people", "everybody", "ties"],
        part(
            "说的是人",
            "people 一类人，“甲和乙”是两类都可以；everybody 人人都算，等于没有要求；ties 与本地的联系，并列的不猜",
        ),
    ]
    note: Annotated[Prose, part("说明")]


class CriteriaFile(Strict, total=False):
    """``criteria.yaml``."""

    schema: Required[Annotated[Literal["criteria/1"], part("格式版本")]]
    criteria: Required[Annotated[list[CriterionType], part("条件")]]


class ConceptCode(Strict, total=False):
    """The code of a concept in one of the official sets."""

    set: Required[Annotated[Literal["gbt39046", "c0109"], part("代码集")]]
    code: Required[Annotated[Text, part("代码")]]


class Concept(Strict, total=False):
    """A term of a controlled list. A wider concept stands for the set of its ``atoms``."""

    id: Required[Annotated[Id, part("编号")]]
    name: Required[Annotated[Text, part("名称")]]
    aliases: Annotated[list[Text], part("别名")]
    atoms: Annotated[list[Id], part("等于这些概念之和")]
    broader: Annotated[list[Id], part("上位概念")]
    codes: Annotated[list[ConceptCode], part("代码")]
    evidence: Annotated[Evidence, part("证据等级")]
    note: Annotated[Prose, part("说明")]


class ConceptsFile(Strict, total=False):
    """``concepts/<list>.yaml``: one controlled list; the file's name is the list's name."""

    schema: Required[Annotated[Literal["concepts/1"], part("格式版本")]]
    name: Required[Annotated[Text, part("名称")]]
    elements: Required[Annotated[list[Text], part("用于哪些要素")]]
    covered_by: Annotated[
        Literal["broader", "narrower"],
        part("谁能代表", "broader 列了上位概念就包含下位（人群）；narrower 有下位概念就算有上位（渠道）"),
    ]
    note: Annotated[Prose, part("说明")]
    concepts: Required[Annotated[list[Concept], part("概念")]]


class Document(Strict, total=False):
    """A law, a notice or a standard."""

    id: Required[Annotated[Id, part("编号")]]
    title: Required[Annotated[Text, part("标题")]]
    kind: Required[Annotated[Literal["law", "regulation", "rule", "notice", "standard", "opinion"], part("种类")]]
    number: Annotated[Text, part("文号")]
    issuer: Annotated[Text, part("发布机关")]
    date: Annotated[Date, part("发布日期")]
    in_force: Annotated[InForce, part("有效期")]
    status: Required[
        Annotated[Literal["in_force", "amended", "replaced", "repealed", "expired", "unknown"], part("状态")]
    ]
    status_on: Annotated[Date, part("状态变化日期", "被替代、废止或到期的日期")]
    successor: Annotated[Id, part("后继文件")]
    aliases: Annotated[list[Text], part("其他写法", "别的标题、文号写法")]
    evidence: Required[Annotated[Evidence, part("证据等级")]]
    seen: Required[Annotated[Seen, part("看到多少")]]
    source: Annotated[Text, part("经何处看到")]
    note: Annotated[Prose, part("说明")]


class DocumentsFile(Strict, total=False):
    """``documents.yaml``."""

    schema: Required[Annotated[Literal["documents/1"], part("格式版本")]]
    documents: Required[Annotated[list[Document], part("文件")]]


class Group(Strict, total=False):
    """A key group (重点群体)."""

    id: Required[Annotated[Id, part("编号")]]
    name: Required[Annotated[Text, part("名称")]]
    definition: Annotated[Prose, part("定义", "国家文件的口径；没有看到就不写")]
    evidence: Required[Annotated[Evidence, part("证据等级")]]
    source: Annotated[Text, part("出处")]
    local: Annotated[list[Text], part("各地口径", "连同地名和日期")]
    note: Annotated[Prose, part("说明")]


class GroupsFile(Strict, total=False):
    """``groups.yaml``."""

    schema: Required[Annotated[Literal["groups/1"], part("格式版本")]]
    groups: Required[Annotated[list[Group], part("群体")]]


class CrosswalkTarget(Strict, total=False):
    """An item that a row of a list points to."""

    item: Required[Annotated[ItemId, part("全国事项编号")]]
    relation: Required[Annotated[Literal["exact", "part", "wider"], part("关系")]]


class CrosswalkRow(Strict, total=False):
    """One entry of an official list."""

    id: Required[Annotated[Text, part("原编号")]]
    name: Required[Annotated[Text, part("原名称")]]
    number: Annotated[Text, part("原序号", "没有核对的不写")]
    theme: Annotated[Text, part("主题")]
    items: Required[Annotated[list[CrosswalkTarget], part("对应事项")]]
    evidence: Required[Annotated[Evidence, part("证据等级")]]
    because: Annotated[Text, part("没有对应事项的原因")]
    requires: Annotated[Prose, part("要求概括")]


class CrosswalkFile(Strict, total=False):
    """``crosswalks/<list>.yaml``: an official list, row by row, and what stands for each row here."""

    schema: Required[Annotated[Literal["crosswalk/1"], part("格式版本")]]
    id: Required[Annotated[Id, part("编号")]]
    name: Required[Annotated[Text, part("名称")]]
    document: Required[Annotated[Id, part("文件编号")]]
    note: Annotated[Prose, part("说明")]
    rows: Required[Annotated[list[CrosswalkRow], part("条目")]]


class LeftOutRow(Strict, total=False):
    """A research record that became no requirement, and why."""

    id: Required[Annotated[Text, part("研究记录编号")]]
    because: Required[Annotated[Text, part("原因")]]


class LeftOutFile(Strict, total=False):
    """``left-out.yaml``: what was looked at and not taken into the edition."""

    schema: Required[Annotated[Literal["left-out/1"], part("格式版本")]]
    rows: Required[Annotated[list[LeftOutRow], part("条目")]]
