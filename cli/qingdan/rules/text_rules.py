"""The records of the rules on wording; functions and patterns are in ``texts``."""

from __future__ import annotations

from qingdan.rules import contacts, garbled, hours, phones, texts
from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.tables import matches, reads
from qingdan.rules.words import ELEMENTS, pairs

_INFO, _WARNING = Severity.INFO, Severity.WARNING
_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
_LOST = Said("办事人照着做不成，还得再问", "People cannot act on it and have to ask")
_LISTS = ("materials[].name", "conditions[].any_of[].text")

#: What is left of what, and where it usually comes from.
LEFT = pairs("left")
#: What is wrong with a web address.
WEB = pairs("web")
#: What is wrong with a number.
COUNTED = pairs("number")
#: What is wrong with a time.
TIMES = pairs("time")

RULES = (
    Rule(
        id="TXT001", severity=_WARNING, scope="item", since="0.1",
        title=Said("用占位的话代替内容", "A placeholder instead of content"),
        message=Said("{field}里写的是“{found}”，没有内容", "{field} says '{found}', which is no content"),
        advice=Said("写上内容；确实没有的写空列表，如 materials: []；还不知道的，把这个字段删去",
                    "Write it; an empty list such as materials: [] where there is none; no key if it is not known"),
        why=_LOST,
        words={"field": ELEMENTS},
        bad=_ITEM + "    contact: {phone: 暂无}\n", good=_ITEM + '    contact: {phone: "0900-5550101"}\n',
        check=texts.placeholder,
    ),
    Rule(
        id="TXT002", severity=_WARNING, scope="item", since="0.1",
        title=Said("有乱码或网页残留", "Broken characters or remains of a web page"),
        message=Said("{field}里有“{found}”：{what}", "{field} holds '{found}': {what}"),
        advice=Said("对照原文改正；同一个来源的别处也看一遍",
                    "Mend it by the original, and look at what else came from there"),
        why=Said("这是复制、导出或转换编码时留下的，原来的字可能已经丢了",
                 "It was left by copying, exporting or converting; characters may have been lost"),
        words={"field": ELEMENTS, "what": LEFT},
        bad=_ITEM + "    contact: {address: 示例市幸福路1号&nbsp;3楼}\n",
        good=_ITEM + "    contact: {address: 示例市幸福路1号 3楼}\n", check=garbled.broken_text,
    ),
    Rule(
        id="TXT003", severity=_INFO, scope="item", since="0.1",
        title=Said("括号一边全角一边半角", "A wide bracket closed by a narrow one"),
        message=Said("{field}里“{found}”的括号全角半角不配对", "In {field} the brackets of '{found}' do not match"),
        advice=Said("改成一种括号", "Use one kind"),
        why=Said("不配对的括号让查找和比较落空", "It keeps the text from being found and compared"),
        words={"field": ELEMENTS},
        bad=_ITEM + "    contact: {address: 幸福路1号（政务中心)3楼}\n",
        good=_ITEM + "    contact: {address: 幸福路1号（政务中心）3楼}\n", check=texts.mismatched_brackets,
    ),
    Rule(
        id="TXT004", severity=_WARNING, scope="item", since="0.1",
        title=Said("数字中间有空格", "Spaces inside a number"),
        message=Said("{field}里的“{found}”中间有空格", "In {field} there are spaces inside '{found}'"),
        advice=Said("对照原文去掉空格，或补上漏掉的字", "Remove them, or add what is missing, by the original"),
        why=Said("是一个数还是几个数，读的人说不准", "Readers cannot tell one number from several"),
        words={"field": ELEMENTS},
        bad=_ITEM + "    promised_limit: [{amount: 15, unit: working_day, text: 1 5个工作日}]\n",
        good=_ITEM + "    promised_limit: [{amount: 15, unit: working_day, text: 15个工作日}]\n",
        check=texts.scattered_number,
    ),
    Rule(
        id="TXT005", severity=_WARNING, scope="item", since="0.1", reads=reads(*phones.PHONES),
        enforces="政务服务事项管理系统的校验规则（实例）",
        title=Said("电话没有区号", "A phone number without area code"),
        message=Said("电话“{found}”没有区号", "The phone number '{found}' has no area code"),
        advice=Said("补上区号，如 0571-12345678；手机号和 12333 等短号不用",
                    "Add it; mobile numbers and short numbers such as 12333 need none"),
        why=Said("外地的人打不通", "People elsewhere cannot call it"),
        bad=_ITEM + '    contact: {phone: "55501012"}\n', good=_ITEM + '    contact: {phone: "0900-55501012"}\n',
        check=phones.local_number,
    ),
    Rule(
        id="TXT006", severity=_WARNING, scope="item", since="0.1", reads=("contact", "complaint"),
        enforces="政务服务事项管理系统的校验规则（实例）",
        title=Said("咨询电话与投诉电话相同", "One phone number for questions and complaints"),
        message=Said("咨询和投诉写的都是 {phone}", "Both are {phone}"),
        advice=Said("投诉写另一个电话，如本级的监督电话或 12345", "State another number for complaints, such as 12345"),
        why=Said("投诉要有人中立地受理", "A complaint needs somebody else to hear it"),
        bad=_ITEM + '    contact: {phone: "0900-5550101"}\n    complaint: {phone: "0900-5550101"}\n',
        good=_ITEM + '    contact: {phone: "0900-5550101"}\n    complaint: {phone: "0900-12345"}\n',
        check=phones.same_phone,
    ),
    Rule(
        id="TXT007", severity=_INFO, scope="item", since="0.1", reads=("contact",),
        title=Said("办理时间没有写哪几天", "Opening hours without days"),
        message=Said("“{hours}”没有写哪几天办理", "'{hours}' does not say on which days"),
        advice=Said("写明工作日、周一至周五或每天", "Say working days, Monday to Friday, or every day"), why=_LOST,
        bad=_ITEM + "    contact: {hours: '上午9:00-12:00'}\n",
        good=_ITEM + "    contact: {hours: '工作日上午9:00-12:00'}\n", check=hours.hours_without_days,
    ),
    Rule(
        id="TXT008", severity=_INFO, scope="item", since="0.1", reads=("contact",),
        title=Said("地址没有门牌和窗口", "An address without number or window"),
        message=Said("“{address}”只写到道路", "'{address}' ends at the street"),
        advice=Said("写到门牌、楼层和窗口", "Add number, floor and window"), why=_LOST,
        bad=_ITEM + "    contact: {address: 示例市幸福路}\n",
        good=_ITEM + "    contact: {address: 示例市幸福路1号3楼}\n", check=contacts.address_without_door,
    ),
    Rule(
        id="TXT009", severity=_WARNING, scope="item", since="0.1", reads=reads(*contacts.URLS),
        title=Said("网址打不开", "An address that cannot be opened"),
        message=Said("“{found}”不是能打开的网址：{problem}", "'{found}' cannot be opened: {problem}"),
        advice=Said("写完整，以 https:// 或 http:// 开头，一处只写一个；App 和小程序写在 name",
                    "Write it out with https:// or http://, one at each place; names of apps belong in name"),
        why=_LOST,
        words={"problem": WEB},
        bad=_ITEM + "    channels: [{kind: website, url: www.example.gov.cn}]\n",
        good=_ITEM + "    channels: [{kind: website, url: 'https://www.example.gov.cn'}]\n",
        check=contacts.wrong_address,
    ),
    Rule(
        id="TXT010", severity=_INFO, scope="item", since="0.1", reads=reads(*texts.REASONS),
        enforces="《就业服务与就业管理规定》关于不得因民族、种族、性别、宗教信仰等歧视的规定",
        title=Said("条件里提到性别、民族或宗教信仰", "A condition that names sex, ethnicity or religion"),
        message=Said("条件里写了“{found}”，请核对有没有国家规定作依据",
                     "A condition says '{found}'; check whether a national rule is behind it"),
        advice=Said("有国家规定的，在 legal_basis 写明；没有的，删去这一条",
                    "Cite the national rule in legal_basis, or remove the condition"),
        why=Said("没有国家规定，不能按性别、民族、宗教信仰区别对待",
                 "Without a national rule nobody may be treated differently by sex, ethnicity or religion"),
        bad=_ITEM + "    conditions: [{any_of: [{text: 限男性}]}]\n",
        good=_ITEM + "    conditions: [{any_of: [{text: 有劳动能力}]}]\n",
        check=texts.sex_or_belief,
    ),
    Rule(
        id="TXT011", severity=_INFO, scope="item", since="0.1", reads=reads(*_LISTS),
        title=Said("以“等”结尾，没有列完", "A list that ends in 'and so on'"),
        message=Said("{field}里有一项以“{found}”结尾，没有说完",
                     "An entry of {field} ends in '{found}' and leaves something open"),
        advice=Said("把其余的列出来；已经列全的，去掉“等”",
                    "Name the rest, or drop the ending if the list is complete"),
        why=_LOST,
        words={"field": ELEMENTS},
        bad=_ITEM + "    materials: [{name: 身份证、户口簿等}]\n",
        good=_ITEM + "    materials: [{name: 身份证}, {name: 户口簿}]\n",
        check=matches(r"等(?:有关|相关)?(?:证明|申请)?(?:材料|资料|证件|手续|情形|人员)?[)）。]?$", *_LISTS),
    ),
    Rule(
        id="TXT012", severity=_WARNING, scope="item", since="0.1", reads=reads(*phones.PHONES),
        title=Said("电话的位数或区号不对", "A phone number with too few or too many figures"),
        message=Said("电话“{found}”{problem}", "The phone number '{found}' {problem}"),
        advice=Said("对照原文核对；分机写在“转”后面，几个号码用顿号分开",
                    "Compare it with the original; keep extensions and several numbers apart by words or commas"),
        why=Said("这个号码打不通", "It cannot be dialled"),
        words={"problem": COUNTED},
        bad=_ITEM + '    contact: {phone: "010-8888"}\n', good=_ITEM + '    contact: {phone: "010-88881234"}\n',
        check=phones.miscounted_number,
    ),
    Rule(
        id="TXT013", severity=_WARNING, scope="item", since="0.1", reads=reads(*hours.HOURS),
        title=Said("办理时间写错了", "Opening hours that cannot be"),
        message=Said("时间“{found}”{problem}", "In '{found}' {problem}"),
        advice=Said("对照原文改正；用 24 小时制写，如 9:00-12:00、13:30-17:00；过夜的写“次日”",
                    "Mend it by the original; write 24 hours, such as 9:00-12:00, and say where it goes on at night"),
        why=_LOST,
        words={"problem": TIMES},
        bad=_ITEM + "    contact: {hours: '工作日17:00-9:00'}\n",
        good=_ITEM + "    contact: {hours: '工作日9:00-17:00'}\n", check=hours.wrong_hours,
    ),
)  # fmt: skip
