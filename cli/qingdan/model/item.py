"""An item (事项) and its elements. Each field below that is made by ``element`` is one element of the comparison.

The order is the order of a guide: identity, basis, provider, audience and conditions, materials, results, channels,
steps, time limits, visits, fee, benefit, cross-region, follow-up, complaint and remedy, guide, sources.
"""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import Date, Id, ItemId, Language, Strict, Text, Whole, element, part
from qingdan.model.parts import (
    Centre,
    Channel,
    Codes,
    Complaint,
    Contact,
    CrossRegion,
    Exchange,
    Fee,
    Guide,
    Material,
    Online,
    Provider,
    Question,
    Remedy,
    Result,
    Source,
    StatedChange,
    Step,
)  # fmt: skip
from qingdan.model.values import Citation, Condition, Count, Limit, Member, Money, Months, Ratio


class Implements(Strict, total=False):
    """A link from a local item to a national one; many to many."""

    item: Required[Annotated[ItemId, part("全国事项编号")]]
    relation: Annotated[
        Literal["exact", "part", "wider"], part("关系", "exact 同一事项；part 只办其中一部分；wider 范围更宽")
    ]
    note: Annotated[Text, part("说明")]


class Elements(Strict, total=False):
    """The elements of an item, all of them optional: silence is not refusal, it is "not stated"."""

    # identity
    name: Annotated[
        Text, element("事项名称", "照原文", "name", group="identity", relation="equal", columns=("task_name",))
    ]
    everyday_name: Annotated[Text, element("通俗名称", "群众的说法", "prose", group="identity")]
    aliases: Annotated[list[Text], element("别名", "曾用名、其他叫法", "prose", group="identity")]
    type: Annotated[
        Id,
        element(
            "事项类型", "concepts 中的事项类型编号", "code", group="identity", inside="equal", columns=("task_type",)
        ),
    ]
    codes: Annotated[
        Codes, element("事项编码", "基本编码、实施编码、业务办理项编码", "code", group="identity", inside="equal")
    ]
    # basis
    legal_basis: Annotated[
        list[Citation],
        element(
            "设定依据",
            "法律、法规、文件；每条写标题、文号、条款",
            "documents",
            group="basis",
            relation="covers",
            columns=("by_law",),
        ),
    ]
    standards: Annotated[list[Citation], element("引用标准", "国家、行业、地方标准", "prose", group="basis")]
    # provider
    provider: Annotated[Provider, element("实施主体", "谁来办、谁主管", "prose", group="provider")]
    levels: Annotated[
        list[Member],
        element("行使层级", "concepts 中的层级", "concepts", group="provider", better="none", columns=("use_level",)),
    ]
    accepted_at: Annotated[
        list[Member],
        element("受理点", "在哪一级、哪类机构可以递交", "concepts", group="provider", better="more", relation="covers"),
    ]
    decided_at: Annotated[list[Member], element("决定层级", "由哪一级决定", "concepts", group="provider")]
    # audience and conditions
    audience: Annotated[
        list[Member],
        element(
            "服务对象",
            "自然人、企业法人等，以及服务的人群",
            "concepts",
            group="audience",
            better="more",
            relation="covers",
            columns=("server_type",),
        ),
    ]
    places: Annotated[
        list[Member],
        element(
            "可办地", "户籍地、常住地、就业地、参保地等", "concepts", group="audience", better="more", relation="covers"
        ),
    ]
    conditions: Annotated[
        list[Condition],
        element(
            "受理条件",
            "各条都要满足；一条之内满足其一",
            "criteria",
            group="audience",
            better="less",
            relation="within",
            columns=("accept_condition",),
        ),
    ]
    applicant_deadline: Annotated[
        list[Limit],
        element(
            "申请人应办时限",
            "用人单位或申请人应在多少日内办理",
            "limits",
            group="audience",
            better="more",
            relation="equal",
        ),
    ]
    # materials
    materials: Annotated[
        list[Material],
        element(
            "申请材料",
            "证明、表格、照片分别判断；空列表表示不需要任何材料",
            "asks",
            group="materials",
            better="less",
            relation="within",
        ),
    ]
    # results
    result: Annotated[Result, element("办理结果", "结果名称、样本、送达", "prose", group="results")]
    # channels
    channels: Annotated[
        list[Channel],
        element(
            "办理渠道",
            "窗口、网上、移动端、自助机、邮寄",
            "concepts",
            group="channels",
            better="more",
            relation="covers",
            columns=("handle_type",),
        ),
    ]
    online: Annotated[Online, element("网办", "是否网办和办理深度", "prose", group="channels")]
    centre: Annotated[Centre, element("政务大厅", "进驻、自助终端、预约、邮寄", "prose", group="channels")]
    contact: Annotated[Contact, element("咨询与地点", "电话、地址、窗口、时间", "prose", group="channels")]
    # steps
    steps: Annotated[
        list[Step],
        element("办理流程", "各环节", "prose", group="steps", inside="equal", ordered=True, columns=("handle_flow",)),
    ]
    # time limits
    case_type: Annotated[
        Literal["instant", "promised"],
        element("办件类型", "instant 即办件；promised 承诺件", "code", group="time", columns=("project_type",)),
    ]
    statutory_limit: Annotated[
        list[Limit],
        element(
            "法定办结时限",
            "法律规定的时限；没有就不写",
            "limits",
            group="time",
            relation="equal",
            columns=("anticipate_day", "anticipate_type", "anticipate_explain"),
        ),
    ]
    promised_limit: Annotated[
        list[Limit],
        element(
            "承诺办结时限",
            "对群众的承诺；分渠道的逐条写",
            "limits",
            group="time",
            better="less",
            relation="within",
            columns=("promise_day", "promise_type", "promise_explain"),
        ),
    ]
    # visits and fee
    visits: Annotated[
        list[Count],
        element(
            "到办事现场次数",
            "0 表示不用到现场",
            "counts",
            group="visits",
            better="less",
            relation="within",
            columns=("limit_scene_num",),
        ),
    ]
    fee: Annotated[
        Fee, element("收费", "是否收费、项目、标准、依据", "fee", group="fee", better="less", relation="within")
    ]
    # benefit
    amount: Annotated[list[Money], element("金额", "补贴、待遇的金额", "money", group="benefit", better="more")]
    ratio: Annotated[list[Ratio], element("比例", "补贴比例，用分数", "ratios", group="benefit", better="more")]
    months: Annotated[list[Months], element("期限", "享受的月数", "months", group="benefit", better="more")]
    frequency: Annotated[
        list[Count],
        element("服务频次", "多少时间内提供多少次", "counts", group="benefit", better="more", relation="covers"),
    ]
    service_standard: Annotated[
        list[Member],
        element(
            "服务标准", "承诺提供的服务、公开的内容", "concepts", group="benefit", better="more", relation="covers"
        ),
    ]
    benefit_text: Annotated[Text, element("标准说明", "补贴或待遇标准的短句，照原文", "prose", group="benefit")]
    # cross-region
    cross_region: Annotated[CrossRegion, element("通办", "范围、形式、覆盖地区", "prose", group="cross_region")]
    # follow-up
    first_contact: Annotated[
        list[Limit],
        element("首次联系", "办结后多少日内联系本人", "limits", group="follow_up", better="less", relation="within"),
    ]
    contact_interval: Annotated[
        list[Limit],
        element("定期联系间隔", "每隔多久联系一次", "limits", group="follow_up", better="less", relation="within"),
    ]
    published_within: Annotated[
        list[Limit],
        element(
            "公开时限", "信息形成或变更后多少日内公开", "limits", group="follow_up", better="less", relation="within"
        ),
    ]
    exit_rule: Annotated[Text, element("退出规定", "认定类事项的退出", "prose", group="follow_up")]
    # complaint and remedy
    complaint: Annotated[Complaint, element("监督投诉", "投诉电话和方式", "prose", group="remedy")]
    remedy: Annotated[Remedy, element("复议诉讼", "行政复议、行政诉讼的机关", "prose", group="remedy")]
    # guide
    guide: Annotated[Guide, element("指南说明", "权利义务、分类、业务规程等", "prose", group="guide")]
    faq: Annotated[list[Question], element("常见问题", "问与答", "prose", group="guide")]
    exchange: Annotated[Exchange, element("交换字段", "只供数据交换使用的列", "prose", group="exchange")]


class Record(Elements, total=False):
    """What an item, a handling item and a row of a locality have in common besides their elements."""

    implements: Annotated[list[Implements], part("对应的全国事项")]
    source: Annotated[Source, part("出处")]
    known_in_part: Annotated[
        list[Text],
        part(
            "只知道一部分的要素", "列出要素名，如 materials：名单不全，能证明有，不能证明没有；写 all 表示整份指南不全"
        ),
    ]
    applies: Annotated[
        Literal["on_application", "without_application"], part("启动方式", "without_application 免申即享")
    ]
    languages: Annotated[
        list[Language], part("用到的文字", "中文以外的文字是什么语言，写 BCP 47 标签，如 ug、kk、mn、bo、ii、ko")
    ]
    notes: Annotated[list[Text], part("录入说明", "原文中的缺陷、录入时的判断")]
    changes: Annotated[list[StatedChange], part("变更说明", "每次调整的理由、依据、实施日期，供公示附件用；以前的留着")]


class HandlingItem(Record, total=False):
    """业务办理项: the smallest unit, such as issue, change or cancel. It holds only what differs from its item."""

    id: Required[Annotated[ItemId, part("业务办理项编号")]]


class Item(Record, total=False):
    """An item of a province's list."""

    id: Required[Annotated[ItemId, part("事项编号", "省内唯一、永不再用")]]
    origin: Annotated[Literal["national", "province", "prefecture", "county"], part("来源", "特色事项写由哪一级增设")]
    state: Annotated[Literal["in_use", "suspended", "cancelled"], part("事项状态", columns=("task_state",))]
    version: Annotated[Whole, part("事项版本", columns=("task_version",))]
    effective_on: Annotated[Date, part("生效日期", columns=("plan_effective_date",))]
    cancelled_on: Annotated[Date, part("取消日期", columns=("plan_cancel_date",))]
    successor: Annotated[ItemId, part("后继事项")]
    parent: Annotated[ItemId, part("主项编号")]
    moved: Annotated[list[ItemId], part("曾用编号", "本事项过去的编号")]
    related: Annotated[list[ItemId], part("关联事项", "先办、后办的事项")]
    handling_items: Annotated[list[HandlingItem], part("业务办理项")]
