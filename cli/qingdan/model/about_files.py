"""What each kind of file is for, and a short one that holds: the description and the example of its schema.

Offices, numbers and documents in the examples are fictional, but for items and laws of the nation.
"""

from __future__ import annotations

_SAMPLE = {"title": "示例省就业公共服务事项清单", "publisher": "示例省人力资源和社会保障厅", "date": "2026-11-01"}
_BAD = 'schema: items/1\nitems:\n  - {id: SL-01, name: 失业登记, online: {available: "yes"}'
_SEEN = {"evidence": "sample", "seen": "whole"}

#: Kind of file → what it is for, and an example.
FILES: dict[str, tuple[str, dict[str, object]]] = {
    "catalogue": (
        "省级清单的头：是哪个省的、什么性质、对照哪一版全国基准、文字从哪里来。放在清单文件夹里，名为 catalogue.yaml。",
        {
            "schema": "catalogue/1", "province": "990000", "name": "示例省（虚构）就业公共服务事项清单",
            "edition": "2025", "kind": "sample", "completeness": "partial", "source": {**_SAMPLE, **_SEEN},
        },
    ),
    "items": (
        "清单里的事项，一项一条：编号、名称、对应的全国事项，以及条件、材料、时限等要素。没有写的要素就是原文没有说明，"
        "不等于没有；确实没有的写空列表，如 materials: []。放在 items/ 里，可以分成几个文件。",
        {
            "schema": "items/1",
            "items": [
                {
                    "id": "SL-0401", "name": "失业登记", "implements": [{"item": "JY-0401", "relation": "exact"}],
                    "materials": [{"id": "id-document", "name": "有效身份证件", "necessity": "required"}],
                    "promised_limit": [{"amount": 3, "unit": "working_day", "start": "accepted"}],
                    "fee": {"charged": "no"},
                    "contact": {"phone": "0900-55501012", "address": "示例路1号", "hours": "工作日 8:30-12:00"},
                }
            ],
        },
    ),
    "locality": (
        "一个地方（市、县、乡镇）一个文件：承接省级清单的哪些事项，与省里不同的要素。写了的要素整个替换省里的，"
        "没有写的照省里。放在 localities/ 里。",
        {
            "schema": "locality/1", "area": "990101", "name": "样例区", "level": "county",
            "items": [
                {
                    "id": "YL-0401", "item": "SL-0401", "status": "claimed",
                    "promised_limit": [{"unit": "immediate"}],
                },
                {"id": "YL-0402", "item": "SL-0402", "status": "not_claimed", "because": "由市里统一办理"},
            ],
        },
    ),
    "waivers": (
        "豁免：哪一条规则或要求，在哪个事项上，凭什么理由，由谁批准，到哪一天为止。过期的不再算。名为 waivers.yaml。",
        {
            "schema": "waivers/1",
            "waivers": [
                {
                    "id": "JY-0401-R02", "path": "items[SL-0401].promised_limit",
                    "reason": "系统改造期间暂按五个工作日", "approved_by": "示例省人力资源和社会保障厅就业处",
                    "approved_on": "2026-10-01", "until": "2026-12-31",
                }
            ],
        },
    ),
    "own-rules": (
        "省里自己的规则：哪里写了什么，就要有什么，或者不能有什么。级别和话由省里定，一条带正反两个例子。"
        "放在清单文件夹里，名为 rules.yaml。",
        {
            "schema": "own-rules/1",
            "rules": [
                {
                    "id": "ZJX001", "severity": "warning",
                    "title": {"zh": "能网上办，没有写网址", "en": "Online, without an address"},
                    "message": {"zh": "写明可以网上办理，没有写网址"}, "advice": {"zh": "在 channels 写网址"},
                    "why": {"zh": "办事人要找得到网上的入口"},
                    "where": {"path": "online.available", "among": ["yes"]}, "must_have": ["channels[].url"],
                    "bad": _BAD + "}\n", "good": _BAD + ", channels: [{kind: website, url: https://example.gov.cn/}]}\n",
                }
            ],
        },
    ),
    "profile": (
        "检查方案：运行哪些规则，各是什么级别。全国要求的级别由证据决定，读不成、不合格式的总要说，都不能改。"
        "放在清单的 profiles/ 里，用 --profile 名称；别处的用 --profile 文件。",
        {
            "schema": "profile/1", "name": "公布以前", "select": ["TIM", "FEE", "ZJX"], "ignore": ["FEE004"],
            "severity": {"TIM003": "error"},
        },
    ),
    "edition": (
        "一版全国基准的头：编号、名称、性质、来源和主题。放在基准文件夹里，名为 edition.yaml。",
        {
            "schema": "edition/1", "id": "example", "name": "示例基准（虚构）", "kind": "sample",
            "source": {"title": "示例基准", **_SEEN}, "themes": [{"id": "registration", "name": "登记"}],
        },
    ),
    "national-items": (
        "全国基准里的事项：编号、名称、主题、证据等级，可以附上要求。编号是本项目自己编的，不是基本编码。",
        {
            "schema": "national-items/1",
            "items": [{"id": "JY-0401", "name": "失业登记", "theme": "registration", "evidence": "copy"}],
        },
    ),
    "requirements": (
        "全国对事项的要求：哪个要素、什么关系、什么值、依据哪份文件的哪一条、哪天起有效。",
        {
            "schema": "requirements/1",
            "requirements": [
                {
                    "id": "JY-0401-R02", "element": "promised_limit", "relation": "within",
                    "value": {"limits": [{"amount": 3, "unit": "working_day"}]},
                    "basis": [
                        {"document": "example-notice", "article": "第一部分", "evidence": "copy", "seen": "part"}
                    ],
                    "items": ["JY-0401"], "explains": "失业登记最长三个工作日办结。",
                }
            ],
        },
    ),
    "evidence": (
        "证明材料登记表：每种证明的编号、名称、别名、类别和包含关系；名称或别名逐字相同的材料才算同一种。",
        {
            "schema": "evidence/1",
            "evidence": [
                {"id": "id-document", "name": "有效身份证件", "kind": "proof", "aliases": ["居民身份证"]},
                {"id": "photo", "name": "照片", "kind": "photo"},
            ],
        },
    ),
    "criteria": (
        "条件登记表：每个条件的编号、表述、别名，有参数的写明越大还是越小更严，满足它的必然满足哪些别的条件。",
        {
            "schema": "criteria/1",
            "criteria": [
                {"id": "able-to-work", "wording": "有劳动能力", "aliases": ["具有劳动能力"]},
                {"id": "insured-months", "wording": "累计缴费满若干个月", "parameter": "月", "stricter": "more"},
            ],
        },
    ),
    "concepts": (
        "一类概念（渠道、办理地、服务对象等）的编号和名称，用在哪些要素里。",
        {
            "schema": "concepts/1", "name": "渠道", "elements": ["channels"],
            "concepts": [{"id": "online", "name": "网上"}, {"id": "counter", "name": "窗口", "aliases": ["现场"]}],
        },
    ),
    "documents": (
        "文件登记表：法律、法规、规章和规范性文件的标题、文号、状态和前后继，以及看到了多少原文。",
        {
            "schema": "documents/1",
            "documents": [
                {
                    "id": "employment-promotion-law", "title": "中华人民共和国就业促进法", "kind": "law",
                    "status": "in_force", "evidence": "copy", "seen": "whole",
                }
            ],
        },
    ),
    "groups": (
        "重点群体：编号、名称和国家文件里的口径。",
        {
            "schema": "groups/1",
            "groups": [{"id": "g01-graduates", "name": "高校毕业生", "evidence": "secondary"}],
        },
    ),
    "crosswalk": (
        "对照表：一份官方清单的每一行，对应全国基准的哪些事项。",
        {
            "schema": "crosswalk/1", "id": "example-list", "name": "示例清单里的就业项目", "document": "example-notice",
            "rows": [
                {
                    "id": "E01", "name": "就业信息服务", "items": [{"item": "JY-0101", "relation": "part"}],
                    "evidence": "sample",
                }
            ],
        },
    ),
    "ambiguous": (
        "一名多义的事项名称：可能是哪几个全国事项，看什么能分清；只凭这样的名称什么也不认定。",
        {
            "schema": "ambiguous/1",
            "ambiguous": [
                {"names": ["灵活就业社会保险补贴"], "items": ["JY-0602", "JY-0703"], "decides": "看给谁。"},
            ],
        },
    ),
    "gaps": (
        "清单里有、而哪个全国事项都不是的就业服务：是什么，为什么没有全国事项，见过哪些名称。",
        {
            "schema": "gaps/1",
            "gaps": [{"id": "example-gap", "name": "示例服务", "because": "没有全国文件。", "names": ["示例服务申请"]}],
        },
    ),
    "ways": (
        "群众怎样找到事项：日常说法、我是谁、遇到了什么事。只用来查找和做首页，不是事项的名称；每一处写着怎么来的。",
        {
            "schema": "ways/1", "evidence": "inferred", "source": "编写的人的估计，不出自任何文件",
            "everyday": [{"item": "JY-0401", "words": ["下岗"]}],
            "groups": [
                {"id": "graduate", "group": "g01-graduates", "concepts": ["graduates"], "en": "Graduate"}
            ],
            "events": [{"id": "lost-job", "zh": "失业了", "en": "I lost my job", "items": ["JY-0401"]}],
        },
    ),
    "left-out": (
        "看过而没有写成要求的研究记录，以及原因。",
        {"schema": "left-out/1", "rows": [{"id": "UB-18", "because": "一份指南没有写不等于没有进驻。"}]},
    ),
}  # fmt: skip
