"""Rules on fees: parts of one statement that go together. That a service is free of charge is a requirement."""

from __future__ import annotations

from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.tables import Stated, demands, rules_out

_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 档案复印\n"
_PRACTICE = "政务服务事项管理系统的校验规则（实例）"
_CHECK = Said("核对是否收费；改正填错的一处", "Check whether there is a charge and mend the wrong one")
_YES = Stated("fee.charged", ("yes",))
_NO = Stated("fee.charged", ("no",))
_FREE = Said("写着不收费又列出收费的内容，办事人不知道该信哪个", "People cannot tell which of the two to believe")

RULES = (
    Rule(
        id="FEE001", severity=Severity.WARNING, scope="item", since="0.1", reads=("fee",), enforces=_PRACTICE,
        title=Said("收费没有写依据", "A charge without its basis"),
        message=Said("写明收费，没有写收费依据", "There is a charge, and its basis is not stated"),
        advice=Said("写明依据文件和文号；没有依据的不得收费，请核实",
                    "State the document; without one check whether it is due"),
        why=Said("收费要有法定依据，办事人有权知道", "A charge needs a legal basis, and people may ask for it"),
        bad=_ITEM + '    fee: {charged: "yes", lines: [{name: 工本费, standard: 5元}]}\n',
        good=_ITEM + '    fee: {charged: "yes", basis: 示例价〔2020〕1号, lines: [{name: 工本费, standard: 5元}]}\n',
        check=demands(_YES, "fee.basis", "fee.lines[].basis"),
    ),
    Rule(
        id="FEE002", severity=Severity.WARNING, scope="item", since="0.1", reads=("fee",), enforces=_PRACTICE,
        title=Said("收费没有写项目和标准", "A charge without what and how much"),
        message=Said("写明收费，没有写收费项目和标准", "There is a charge; for what and how much is not stated"),
        advice=Said("在 fee.lines 逐项写名称和标准", "State name and standard in fee.lines"),
        why=Said("办事人要知道带多少钱、付的是什么", "People need to know what they pay and how much"),
        bad=_ITEM + '    fee: {charged: "yes", basis: 示例价〔2020〕1号}\n',
        good=_ITEM + '    fee: {charged: "yes", basis: 示例价〔2020〕1号, lines: [{name: 工本费, standard: 5元}]}\n',
        check=demands(_YES, "fee.lines[]"),
    ),
    Rule(
        id="FEE003", severity=Severity.WARNING, scope="item", since="0.1", reads=("fee",), enforces=_PRACTICE,
        title=Said("不收费又列了收费项目", "Free of charge, and yet lines of charges"),
        message=Said("写明不收费，又列了收费项目", "It says that there is no charge and lists charges"),
        advice=_CHECK, why=_FREE,
        bad=_ITEM + '    fee: {charged: "no", lines: [{name: 工本费, standard: 5元}]}\n',
        good=_ITEM + '    fee: {charged: "no"}\n', check=rules_out(_NO, Stated("fee.lines[]")),
    ),
    Rule(
        id="FEE004", severity=Severity.WARNING, scope="item", since="0.1", reads=("fee",), enforces=_PRACTICE,
        title=Said("不收费又支持网上支付", "Free of charge, and yet online payment"),
        message=Said("写明不收费，又写支持网上支付", "It says that there is no charge and that one can pay online"),
        advice=_CHECK, why=_FREE,
        bad=_ITEM + '    fee: {charged: "no", online_payment: "yes"}\n',
        good=_ITEM + '    fee: {charged: "no", online_payment: "no"}\n',
        check=rules_out(_NO, Stated("fee.online_payment", ("yes",))),
    ),
)  # fmt: skip
