"""The records of the rules on codes; their functions are in ``coding``."""

from __future__ import annotations

from qingdan.rules import coding
from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.words import pairs

_WARNING = Severity.WARNING
_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
_FILE = "--- file: items/a.yaml\n" + _ITEM
#: A real code of a real body, as published.
_CODE = "12441500196720244T3442199806003"
_SCHEME = "政务服务事项编码（ZWFW C0109.1—2018、GB/T 39554.1—2020），据公开的实例和数据表结构"
_AGREE = Said(
    "编码里包含地区、类型、主体和层级，两处不一致说明有一处填错了",
    "A code holds region, type, body and level; where it disagrees with the item one of them is wrong",
)
_BOTH = Said("核对编码和事项，改正填错的一处", "Check both and mend the one that is wrong")
PROBLEMS = pairs("credit_code")


def _item(lines: str) -> str:
    return _ITEM + lines


RULES = (
    Rule(
        id="COD001", severity=_WARNING, scope="item", since="0.1", reads=("codes",), enforces=_SCHEME,
        title=Said("基本编码的写法与编码体系不符", "The basic code is not of its scheme"),
        message=Said("基本编码 {code} 不合编码体系 {scheme} 的写法",
                     "The basic code {code} is not of the scheme {scheme}"),
        advice=Said("c0109 是 12 位数字，g108 是 10 位；本地自编的把 scheme 写成 local",
                    "c0109 has 12 digits, g108 ten characters; for a code of your own write scheme: local"),
        why=Said("系统之间靠编码对上同一个事项", "Systems find the same item by its code"),
        bad=_item('    codes: {scheme: c0109, basic: "4421998060"}\n'),
        good=_item('    codes: {scheme: c0109, basic: "442199806003"}\n'), check=coding.wrong_basic,
    ),
    Rule(
        id="COD002", severity=_WARNING, scope="item", since="0.1", reads=("codes",), enforces=_SCHEME,
        title=Said("实施编码的写法不符", "The implementation code has the wrong form"),
        message=Said("实施编码 {code} 有 {length} 位，应当是 31 位：信用代码 18 位、层级 1 位、基本编码 12 位",
                     "{code} has {length} characters; it should have 31: body 18, level 1, basic code 12"),
        advice=Said("对照系统里的编码补全；本地自编的写到 local_implementation",
                    "Complete it; a code of your own belongs in local_implementation"),
        why=Said("系统之间靠编码对上同一个事项", "Systems find the same item by its code"),
        bad=_item("    codes: {scheme: c0109, implementation: 12441500196720244T344219980600}\n"),
        good=_item(f"    codes: {{scheme: c0109, implementation: {_CODE}}}\n"), check=coding.wrong_implementation,
    ),
    Rule(
        id="COD003", severity=_WARNING, scope="item", since="0.1", reads=("codes",), enforces=_SCHEME,
        title=Said("实施编码里的基本编码不一致", "Another basic code inside the implementation code"),
        message=Said("实施编码里的基本编码是 {inside}，事项写的是 {basic}",
                     "The implementation code holds {inside}, the item says {basic}"),
        advice=_BOTH, why=_AGREE,
        bad=_item(f'    codes: {{basic: "442199806004", implementation: {_CODE}}}\n'),
        good=_item(f'    codes: {{basic: "442199806003", implementation: {_CODE}}}\n'), check=coding.other_basic,
    ),
    Rule(
        id="COD004", severity=_WARNING, scope="item", since="0.1", reads=("codes", "provider"), enforces=_SCHEME,
        title=Said("实施编码里的信用代码不是实施主体的", "The implementation code names another body"),
        message=Said("实施编码里的信用代码是 {inside}，实施主体的是 {body}",
                     "The implementation code holds {inside}, the body has {body}"),
        advice=_BOTH, why=_AGREE,
        bad=_item(f"    codes: {{implementation: {_CODE}}}\n    provider: {{code: 11511301008778183N}}\n"),
        good=_item(f"    codes: {{implementation: {_CODE}}}\n    provider: {{code: 12441500196720244T}}\n"),
        check=coding.other_body,
    ),
    Rule(
        id="COD005", severity=_WARNING, scope="item", since="0.1", reads=("codes", "provider"),
        enforces="GB 32100-2015 法人和其他组织统一社会信用代码编码规则",
        title=Said("统一社会信用代码要核对", "A unified social credit code to be compared"),
        message=Said("统一社会信用代码 {code}：{problem}",
                     "The unified social credit code {code}: {problem}"),
        advice=Said("对照登记证书核对；证书上就是这样的，照证书写，并豁免这一条",
                    "Compare it with the certificate; if that says the same, keep it and waive this finding"),
        why=Said("校验码对不上的，多半有一位抄错了；抄错的代码会指到别的单位",
                 "A code that does not check was most likely miscopied, and may then name another body"),
        words={"problem": PROBLEMS},
        bad=_item("    provider: {code: 11500382774856013E}\n"),
        good=_item("    provider: {code: 11500382774856013D}\n"), check=coding.wrong_uscc,
    ),
    Rule(
        id="COD006", severity=_WARNING, scope="item", since="0.1", reads=("codes", "levels"), enforces=_SCHEME,
        title=Said("实施编码里的层级不在行使层级之内", "The level inside the code is not among the levels"),
        message=Said("实施编码的层级位 {code} 表示 {level}，行使层级写的是 {stated}",
                     "Place 19 of the implementation code, {code}, means {level}; the levels are {stated}"),
        advice=_BOTH, why=_AGREE,
        bad=_item(f"    codes: {{implementation: {_CODE}}}\n    levels: [{{id: county}}]\n"),
        good=_item(f"    codes: {{implementation: {_CODE}}}\n    levels: [{{id: county}}, {{id: prefecture}}]\n"),
        check=coding.other_level,
    ),
    Rule(
        id="COD007", severity=_WARNING, scope="item", since="0.1", reads=("codes", "type"), enforces=_SCHEME,
        title=Said("编码里的类型与事项类型不一致", "The type inside the code is not that of the item"),
        message=Said("基本编码的类型位 {inside} 表示 {meant}，事项类型写的是 {type}",
                     "The basic code says {inside}, which means {meant}; the type of the item is {type}"),
        advice=_BOTH, why=_AGREE,
        bad=_item('    type: public-service\n    codes: {basic: "310750019000"}\n'),
        good=_item('    type: confirmation\n    codes: {basic: "310750019000"}\n'), check=coding.other_type,
    ),
    Rule(
        id="COD008", severity=_WARNING, scope="item", since="0.1", reads=("codes",), enforces=_SCHEME,
        title=Said("基本编码的地区位不是本省", "The region of the basic code is another province"),
        message=Said("基本编码的地区位是 {region}，应当是 00（全国）或 {province}（本省）",
                     "The region is {region}; it should be 00 (the nation) or {province} (this province)"),
        advice=_BOTH, why=_AGREE,
        bad=_FILE + '    codes: {basic: "442099806003"}\n', good=_FILE + '    codes: {basic: "002099806003"}\n',
        check=coding.other_region,
    ),
    Rule(
        id="COD009", severity=_WARNING, scope="catalogue", since="0.1",
        title=Said("编码重复", "A code is used twice"),
        message=Said("编码 {code} 已经用在另一处", "The code {code} is used elsewhere already"),
        advice=Said("核对两处；取消事项的编码不再使用", "Check both; codes of cancelled items are not used again"),
        why=Said("一个编码只能对应一个主体的一个事项", "A code belongs to one item of one body"),
        bad=_FILE + f"    codes: {{implementation: {_CODE}}}\n"
                    f"  - {{id: SL-02, name: 就业登记, codes: {{implementation: {_CODE}}}}}\n",
        good=_FILE + f"    codes: {{implementation: {_CODE}}}\n  - {{id: SL-02, name: 就业登记}}\n",
        check=coding.duplicate_code,
    ),
)  # fmt: skip
