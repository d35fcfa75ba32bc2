"""The elements of an item (事项): each field below that is made by ``element`` is one element of the comparison.

The order is the order of a guide: identity, basis, provider, audience and conditions, materials, results, channels,
steps, time limits, visits, fee, benefit, cross-region, follow-up, complaint and remedy, guide, sources.
"""

from __future__ import annotations

from typing import Annotated, Literal

from qingdan.findings import Said
from qingdan.model.base import Id, Strict, Text, Told, element
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
    Step,
)
from qingdan.model.values import Citation, Condition, Count, Limit, Member, Money, Months, Ratio


class Elements(Strict, total=False):
    """The elements of an item, all of them optional: silence is not refusal, it is "not stated"."""

    # identity
    name: Annotated[
        Text,
        element("事项名称", "照原文", "name", "identity", relation="equal", columns=("task_name",)),
        Told("heading", "PublicService.name", office=True),
    ]
    everyday_name: Annotated[
        Text,
        element("通俗名称", "群众的说法", "prose", "identity"),
        Told("heading", "PublicService.keyword", markup="alternateName"),
    ]
    aliases: Annotated[
        list[Text],
        element("别名", "曾用名、其他叫法", "prose", "identity"),
        Told("rest", "altLabel", office=True, markup="alternateName"),
    ]
    type: Annotated[
        Id,
        element("事项类型", "concepts 中的事项类型编号", "code", "identity", inside="equal", columns=("task_type",)),
        Told("rest", office=True),
    ]
    codes: Annotated[
        Codes,
        element("事项编码", "基本编码、实施编码、业务办理项编码", "code", "identity", inside="equal"),
        Told("rest", office=True),
    ]
    # basis
    legal_basis: Annotated[
        list[Citation],
        element(
            "设定依据",
            "法律、法规、文件；每条写标题、文号、条款",
            "documents",
            "basis",
            relation="covers",
            columns=("by_law",),
        ),
        Told("legal_basis", "PublicService.hasLegalResource", office=True),
    ]
    standards: Annotated[
        list[Citation], element("引用标准", "国家、行业、地方标准", "prose", "basis"), Told("rest", office=True)
    ]
    # provider
    provider: Annotated[
        Provider,
        element("实施主体", "谁来办、谁主管", "prose", "provider"),
        Told("provider", "PublicService.hasCompetentAuthority", markup="provider"),
    ]
    levels: Annotated[
        list[Member],
        element("行使层级", "concepts 中的层级", "concepts", "provider", columns=("use_level",)),
        Told("rest", office=True),
    ]
    accepted_at: Annotated[
        list[Member],
        element("受理点", "在哪一级、哪类机构可以递交", "concepts", "provider", "more", "covers", worded=True),
        Told("audience", order=1, called=Said("递交到", "Handed in at")),
    ]
    decided_at: Annotated[
        list[Member], element("决定层级", "由哪一级决定", "concepts", "provider"), Told("rest", office=True)
    ]
    # audience and conditions
    audience: Annotated[
        list[Member],
        element(
            "服务对象",
            "自然人、企业法人等，以及服务的人群",
            "concepts",
            "audience",
            "more",
            "covers",
            columns=("server_type",),
            worded=True,
        ),
        Told("audience", "PublicService.addressee", called=Said("对象", "Who"), markup="audience"),
    ]
    places: Annotated[
        list[Member],
        element("可办地", "户籍地、常住地、就业地、参保地等", "concepts", "audience", "more", "covers", worded=True),
        Told("audience", called=Said("哪里的人", "From where")),
    ]
    conditions: Annotated[
        list[Condition],
        element(
            "受理条件",
            "各条都要满足；一条之内满足其一",
            "criteria",
            "audience",
            "less",
            "within",
            columns=("accept_condition",),
            worded=True,
        ),
        Told("conditions", "PublicService.holdsRequirement", markup="termsOfService", felt=("easier", "stricter")),
    ]
    applicant_deadline: Annotated[
        list[Limit],
        element("申请人应办时限", "用人单位或申请人应在多少日内办理", "limits", "audience", "more", "equal"),
        Told(
            "times",
            "qd:limit",
            order=3,
            called=Said("应在什么时间内办", "By when to apply"),
            felt=("longer", "shorter"),
        ),
    ]
    # materials
    materials: Annotated[
        list[Material],
        element(
            "申请材料",
            "证明、表格、照片分别判断；空列表表示不需要任何材料",
            "asks",
            "materials",
            "less",
            "within",
            worded=True,
        ),
        Told("materials", "PublicService.hasInput"),
    ]
    # results
    result: Annotated[
        Result,
        element("办理结果", "结果名称、样本、送达", "prose", "results"),
        Told("result", "PublicService.produces", markup="serviceOutput"),
    ]
    # channels
    channels: Annotated[
        list[Channel],
        element(
            "办理渠道",
            "窗口、网上、移动端、自助机、邮寄",
            "concepts",
            "channels",
            "more",
            "covers",
            columns=("handle_type",),
        ),
        Told("channels", "PublicService.hasChannel", markup="availableChannel"),
    ]
    online: Annotated[
        Online,
        element("网办", "是否网办和办理深度", "prose", "channels"),
        Told("more_ways", called=Said("网上", "Online")),
    ]
    centre: Annotated[
        Centre, element("政务大厅", "进驻、自助终端、预约、邮寄", "prose", "channels"), Told("more_ways", order=2)
    ]
    contact: Annotated[
        Contact,
        element("咨询与地点", "电话、地址、窗口、时间", "prose", "channels"),
        Told("contact", "PublicService.contactPoint"),
    ]
    # steps
    steps: Annotated[
        list[Step],
        element("办理流程", "各环节", "prose", "steps", inside="equal", ordered=True, columns=("handle_flow",)),
        Told("steps"),
    ]
    # time limits
    case_type: Annotated[
        Literal["instant", "promised"],
        element("办件类型", "instant 即办件；promised 承诺件", "code", "time", columns=("project_type",)),
        Told("rest", office=True),
    ]
    statutory_limit: Annotated[
        list[Limit],
        element(
            "法定办结时限",
            "法律规定的时限；没有就不写",
            "limits",
            "time",
            relation="equal",
            columns=("anticipate_day", "anticipate_type", "anticipate_explain"),
        ),
        Told("times", "qd:limit", order=2, called=Said("法律规定最长", "Longest by law")),
    ]
    promised_limit: Annotated[
        list[Limit],
        element(
            "承诺办结时限",
            "对群众的承诺；分渠道的逐条写",
            "limits",
            "time",
            "less",
            "within",
            columns=("promise_day", "promise_type", "promise_explain"),
        ),
        Told("times", "qd:limit", order=1, called=Said("多久办好", "How long it takes"), felt=("faster", "slower")),
    ]
    # visits and fee
    visits: Annotated[
        list[Count],
        element(
            "到办事现场次数", "0 表示不用到现场", "counts", "visits", "less", "within", columns=("limit_scene_num",)
        ),
        Told("visits", "qd:visits", felt=("fewer", "more")),
    ]
    fee: Annotated[
        Fee,
        element("收费", "是否收费、项目、标准、依据", "fee", "fee", "less", "within"),
        Told("fee", "PublicService.hasCost", markup="offers"),
    ]
    # benefit
    amount: Annotated[
        list[Money],
        element("金额", "补贴、待遇的金额", "money", "benefit", "more"),
        Told("benefit", order=1, felt=("more", "fewer")),
    ]
    ratio: Annotated[
        list[Ratio],
        element("比例", "补贴比例，用分数", "ratios", "benefit", "more"),
        Told("benefit", order=1, felt=("more", "fewer")),
    ]
    months: Annotated[
        list[Months],
        element("期限", "享受的月数", "months", "benefit", "more"),
        Told("benefit", order=1, felt=("more", "fewer")),
    ]
    frequency: Annotated[
        list[Count],
        element("服务频次", "多少时间内提供多少次", "counts", "benefit", "more", "covers"),
        Told("benefit", order=1, felt=("more", "fewer")),
    ]
    service_standard: Annotated[
        list[Member],
        element("服务标准", "承诺提供的服务、公开的内容", "concepts", "benefit", "more", "covers"),
        Told("benefit", order=1),
    ]
    benefit_text: Annotated[
        Text,
        element("标准说明", "补贴或待遇标准的短句，照原文", "prose", "benefit"),
        Told("benefit", "PublicService.description"),
    ]
    # cross-region
    cross_region: Annotated[
        CrossRegion,
        element("通办", "范围、形式、覆盖地区", "prose", "cross_region"),
        Told("more_ways", order=1, called=Said("异地办", "Elsewhere")),
    ]
    # follow-up
    first_contact: Annotated[
        list[Limit],
        element("首次联系", "办结后多少日内联系本人", "limits", "follow_up", "less", "within"),
        Told("times", "qd:limit", order=4, called=Said("办好以后多久联系您", "When you are first contacted")),
    ]
    contact_interval: Annotated[
        list[Limit],
        element("定期联系间隔", "每隔多久联系一次", "limits", "follow_up", "less", "within"),
        Told("times", "qd:limit", order=5, called=Said("以后多久联系一次", "How often after that")),
    ]
    published_within: Annotated[
        list[Limit],
        element("公开时限", "信息形成或变更后多少日内公开", "limits", "follow_up", "less", "within"),
        Told("rest", "qd:limit", office=True),
    ]
    exit_rule: Annotated[
        Text,
        element("退出规定", "认定类事项的退出", "prose", "follow_up"),
        Told("result", called=Said("什么时候退出", "When it ends")),
    ]
    # complaint and remedy
    complaint: Annotated[Complaint, element("监督投诉", "投诉电话和方式", "prose", "remedy"), Told("complaint")]
    remedy: Annotated[Remedy, element("复议诉讼", "行政复议、行政诉讼的机关", "prose", "remedy"), Told("complaint")]
    # guide
    guide: Annotated[Guide, element("指南说明", "权利义务、分类、业务规程等", "prose", "guide"), Told("duties")]
    faq: Annotated[list[Question], element("常见问题", "问与答", "prose", "guide"), Told("faq")]
    exchange: Annotated[
        Exchange,
        element(
            "交换字段", "只供数据交换使用的列", "prose", "exchange", hidden="columns that only tables for exchange need"
        ),
    ]
