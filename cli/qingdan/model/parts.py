"""The parts of a guide: materials, channels, steps, provider, fee, contact, remedy, sources."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import AreaCode, Date, Evidence, Id, Pattern, Prose, Seen, Strict, Text, Whole, part
from qingdan.model.values import Citation, Limit, MatchedBy, Money

YesNo = Literal["yes", "no"]
Code = Annotated[str, Pattern(r"^[0-9A-Za-z][0-9A-Za-z_-]*$", 60)]


class Option(Strict, total=False):
    """One of several papers that serve equally well."""

    id: Annotated[Id, part("证明编号", "evidence.yaml 中的编号", hidden="the text of the option stands in its place")]
    text: Annotated[Text, part("名称")]
    matched_by: MatchedBy


class Material(Strict, total=False):
    """A paper that is asked for. Several ``any_of`` options stand for "any one of these will do"."""

    id: Annotated[
        Id,
        part(
            "证明编号",
            "evidence.yaml 中的编号；local/ 开头为经人工确认的地方材料",
            hidden="the name of the paper stands in its place",
        ),
    ]
    name: Required[Annotated[Text, part("材料名称", "照原文", ("material_name",))]]
    any_of: Annotated[list[Option], part("任一即可", "名称里写着“或”时，逐个列出")]
    necessity: Annotated[
        Literal["required", "conditional", "optional", "deferrable"],
        part(
            "必要性",
            "required 必要；conditional 特定情形必要；optional 非必要；deferrable 容缺后补",
            ("is_need", "材料必要性"),
            registry="material-necessity",
        ),
    ]
    when: Annotated[Text, part("何种情形", "conditional 时写明")]
    case: Annotated[Text, part("办理情形", "材料按情形分列时写情形名", registry="case")]
    by: Annotated[
        Literal["applicant", "agency"], part("由谁提供", "applicant 申请人；agency 经办机构自行获取，不算向群众要")
    ]
    type: Annotated[
        Literal["certificate", "form", "other"],
        part(
            "材料类型",
            "certificate 证件证明；form 表格；other 其他",
            ("material_type",),
            registry="material-type",
        ),
    ]
    form: Annotated[Text, part("材料形式", "原件、复印件、电子等，照原文", ("material_format",))]
    original_copies: Annotated[Whole, part("原件份数", columns=("page_num",))]
    copies: Annotated[Whole, part("份数", columns=("page_num",))]
    size: Annotated[Text, part("纸质规格", columns=("page_format",))]
    source: Annotated[Text, part("来源渠道", "由谁核发、在哪里开", ("source_type", "source_explain"))]
    blank: Annotated[Text, part("空白表格", columns=("form_guid",))]
    sample: Annotated[Text, part("示例样表", columns=("example_guid",))]
    how_to_fill: Annotated[Text, part("填报须知", columns=("fill_explain",))]
    accepted_if: Annotated[Text, part("受理标准", columns=("accept_stand",))]
    basis: Annotated[list[Citation], part("要求提供的依据", columns=("by_law",))]
    order: Annotated[Whole, part("排序", columns=("order_num",), hidden="the order of the list says it")]
    note: Annotated[Text, part("说明")]
    matched_by: MatchedBy


class Channel(Strict, total=False):
    """A way to have the matter handled: a counter, a website, an app, the post."""

    kind: Annotated[Id, part("渠道类别", "concepts 中的渠道编号；App 和网站的名字是地方的", ("handle_type",))]
    name: Annotated[Text, part("名称", "照原文")]
    url: Annotated[Text, part("网址", columns=("link_addr", "mobile_terminal_url", "online_handle_url"))]
    address: Annotated[Text, part("地址")]
    hours: Annotated[Text, part("时间")]
    phone: Annotated[Text, part("电话")]
    single_login: Annotated[YesNo, part("单点登录", columns=("is_single_login", "app_is_single_login"))]


class Step(Strict, total=False):
    """One step of the procedure."""

    name: Required[Annotated[Text, part("环节")]]
    who: Annotated[Text, part("办理人员")]
    role: Annotated[Text, part("岗位角色")]
    limit: Annotated[Limit, part("办理时限")]
    standard: Annotated[Text, part("审查标准")]
    result: Annotated[Text, part("办理结果")]


class Provider(Strict, total=False):
    """Who implements the item (competent authority and implementing body)."""

    name: Annotated[Text, part("实施主体", columns=("dept_name",))]
    code: Annotated[Code, part("实施主体编码", "统一社会信用代码", ("dept_code",))]
    nature: Annotated[Id, part("实施主体性质", columns=("dept_type",))]
    entrusted_by: Annotated[Text, part("委托部门", columns=("entrust_name",))]
    authority: Annotated[Text, part("主管部门")]
    guided_by: Annotated[Text, part("中央业务指导部门")]
    accepts: Annotated[Text, part("受理机构")]
    decides: Annotated[Text, part("决定机构")]
    joint: Annotated[list[Text], part("联办机构", columns=("other_dept",))]
    intermediaries: Annotated[Text, part("中介服务", columns=("service_type",))]
    power_source: Annotated[Text, part("权力来源", columns=("power_source",))]
    purchased: Annotated[YesNo, part("政府购买服务")]


class Codes(Strict, total=False):
    """Codes of an item. A local code never has to follow the national schemes."""

    scheme: Annotated[
        Literal["c0109", "g108", "local"], part("编码体系", "c0109 为 12/31 位；g108 为 10/24 位；local 为地方")
    ]
    basic: Annotated[Code, part("基本编码", columns=("catalog_code",))]
    local_basic: Annotated[Code, part("地方基本编码", columns=("local_catalog_code",))]
    implementation: Annotated[Code, part("实施编码", columns=("task_code",))]
    local_implementation: Annotated[Code, part("地方实施编码", columns=("local_task_code",))]
    handling: Annotated[Code, part("业务办理项编码", columns=("task_handle_item",))]


class FeeLine(Strict, total=False):
    """One line of a list of charges."""

    name: Required[Annotated[Text, part("收费项目名称", columns=("fee_name",))]]
    standard: Required[Annotated[Text, part("收费标准", columns=("fee_stand",))]]
    money: Annotated[Money, part("金额", hidden="the standard of the line says it in words")]
    basis: Annotated[Text, part("收费依据", columns=("by_law",))]
    reducible: Annotated[YesNo, part("是否允许减免", columns=("is_desc",))]
    reduction_basis: Annotated[Text, part("允许减免依据", columns=("desc_explain",))]


class Fee(Strict, total=False):
    """Whether the citizen is charged."""

    charged: Required[Annotated[YesNo, part("是否收费", columns=("is_fee",))]]
    lines: Annotated[list[FeeLine], part("收费项目")]
    basis: Annotated[Text, part("收费依据", columns=("fee_basis",))]
    online_payment: Annotated[YesNo, part("是否支持网上支付", columns=("is_pay_online",))]
    text: Annotated[Text, part("原文")]


class Result(Strict, total=False):
    """What the applicant gets, and how."""

    type: Annotated[Text, part("结果类型", columns=("result_type",))]
    name: Annotated[Text, part("结果名称", columns=("result_name",))]
    sample: Annotated[Text, part("结果样本", columns=("result_guid",))]
    delivery: Annotated[Text, part("送达方式")]
    notice: Annotated[Text, part("结果告知方式")]
    delivery_limit: Annotated[Limit, part("送达时限")]
    by_post: Annotated[YesNo, part("结果邮寄", columns=("is_express",))]


class Online(Strict, total=False):
    """How far the matter can be handled without coming."""

    available: Annotated[YesNo, part("是否网办", columns=("is_online",))]
    depth: Annotated[Id, part("网上办理深度", columns=("online_handle_depth",))]
    text: Annotated[Text, part("原文")]


class Centre(Strict, total=False):
    """What the service centre and its machines offer."""

    in_centre: Annotated[YesNo, part("是否进驻政务大厅", columns=("is_entry_center",))]
    hall: Annotated[Text, part("大厅名称")]
    terminal: Annotated[YesNo, part("自助终端办理", columns=("is_service_terminals",))]
    appointment: Annotated[YesNo, part("预约办理", columns=("is_schedule",))]
    appointment_rules: Annotated[Text, part("预约规则说明")]
    daily_quota: Annotated[Whole, part("每天可预约办理量")]
    materials_by_post: Annotated[YesNo, part("申报材料邮寄")]
    transport: Annotated[Text, part("交通指引")]


class Contact(Strict, total=False):
    """Where a person asks and goes."""

    phone: Annotated[Text, part("咨询电话", columns=("link_way",))]
    online: Annotated[Text, part("网络咨询方式")]
    address: Annotated[Text, part("办理地点", columns=("transact_addr",))]
    window: Annotated[Text, part("窗口")]
    hours: Annotated[Text, part("办理时间", columns=("transact_time",))]


class Complaint(Strict, total=False):
    """Where a person complains."""

    phone: Annotated[Text, part("监督投诉电话", columns=("supervise_way",))]
    ways: Annotated[list[Text], part("投诉方式")]


class Office(Strict, total=False):
    """An office that hears a reconsideration or a suit."""

    name: Annotated[Text, part("部门")]
    address: Annotated[Text, part("地址")]
    phone: Annotated[Text, part("电话")]
    url: Annotated[Text, part("网址")]


class Remedy(Strict, total=False):
    """What a person can do against a decision."""

    reconsideration: Annotated[Office, part("行政复议")]
    litigation: Annotated[Office, part("行政诉讼")]


class CrossRegion(Strict, total=False):
    """Where else the matter can be handled."""

    scope: Annotated[Id, part("通办范围", columns=("handle_area",))]
    mode: Annotated[Text, part("通办形式")]
    areas: Annotated[list[Text], part("覆盖地区")]
    text: Annotated[Text, part("原文")]


class Question(Strict, total=False):
    """A common question and its answer."""

    question: Required[Annotated[Text, part("问题")]]
    answer: Required[Annotated[Prose, part("答案")]]
    order: Annotated[Whole, part("排序", columns=("order_num",), hidden="the order of the list says it")]


class Guide(Strict, total=False):
    """What the guide says beyond the compared elements."""

    steps_online: Annotated[Prose, part("网上办理流程说明")]
    steps_counter: Annotated[Prose, part("线下办理流程说明")]
    rights: Annotated[Prose, part("依法享有的权利")]
    duties: Annotated[Prose, part("依法履行的义务")]
    topics_person: Annotated[list[Text], part("面向自然人的主题分类", columns=("user_topic_type",))]
    topics_company: Annotated[list[Text], part("面向法人的主题分类", columns=("corp_topic_type",))]
    special_procedure: Annotated[Text, part("特别程序", columns=("special_procedure",))]
    operating_rule: Annotated[Text, part("业务规程")]
    window: Annotated[Text, part("申请窗口期", "如 每年一季度申报上年度")]
    published_on: Annotated[Date, part("公开日期")]
    changed_on: Annotated[Date, part("信息形成或变更日期")]
    note: Annotated[Prose, part("说明")]


class Source(Strict, total=False):
    """Where a record was read: what, by whom, when, and how well it was seen."""

    title: Required[Annotated[Text, part("标题")]]
    number: Annotated[Text, part("文号")]
    publisher: Annotated[Text, part("发布机构")]
    date: Annotated[Date, part("发布日期")]
    as_of: Annotated[Date, part("内容截至", "这份记录说的是哪一天的文字；原文没有日期就不写")]
    url: Annotated[Text, part("网址")]
    evidence: Required[Annotated[Evidence, part("证据等级")]]
    seen: Required[Annotated[Seen, part("看到多少", "whole 全文；part 部分；none 未见")]]
    wording: Annotated[Literal["printed", "paraphrase"], part("文字", "printed 照原文；paraphrase 较长的文字经过概括")]
    left_out: Annotated[list[Text], part("未录入的部分", "原文有而这里没有录入的部分，按名称列出")]
    inferred: Annotated[
        list[Literal["place", "date"]], part("推定的部分", "原文没有写、从网址等处推出来的：place 地名；date 日期")
    ]
    checked_by: Annotated[Text, part("核对人")]
    checked_on: Annotated[Date, part("核对日期")]


class StatedChange(Strict, total=False):
    """Why a record was changed, in the words of the office. It stays as the record's history; nothing is invented."""

    element: Annotated[Text, part("要素", "只说明一个要素时写要素名，如 materials；不写为说明整个事项")]
    reason: Annotated[Text, part("调整理由")]
    basis: Annotated[list[Citation], part("依据", "作出调整的文件")]
    effective_on: Annotated[Date, part("实施日期")]


class Place(Strict, total=False):
    """A place that has no code of its own, inside one that has."""

    within: Required[Annotated[AreaCode, part("所在地代码")]]
    name: Required[Annotated[Text, part("名称")]]


class Exchange(Strict, total=False):
    """Columns that only exchange tables need; nothing here is compared or shown to citizens."""

    town_name: Annotated[Text, part("乡镇街道名称", columns=("town_name",))]
    town_code: Annotated[Code, part("乡镇街道代码", columns=("town_code",))]
    village_name: Annotated[Text, part("村居社区名称", columns=("village_name",))]
    village_code: Annotated[Code, part("村居社区代码", columns=("village_code",))]
    list_number: Annotated[Text, part("清单编号")]
    record_number: Annotated[Text, part("原系统序号")]
