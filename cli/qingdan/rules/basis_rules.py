"""The records of the rules on the legal basis; their functions are in ``basis``."""

from __future__ import annotations

from qingdan.rules import basis
from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.tables import reads
from qingdan.rules.words import pairs

_WARNING = Severity.WARNING
_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 灵活就业社会保险补贴申领\n"
_OLD = """--- file: catalogue.yaml
schema: catalogue/1
province: "990000"
name: 示例存档
edition: "2025"
kind: archive
completeness: partial
as_of: "2022-11-18"
source: {title: 示例, evidence: sample, seen: whole}
--- file: items/a.yaml
"""
_READS = reads(*basis.CITATIONS)
STATUS = pairs("status")
_FORM = {"": Said("“发文机关代字〔年份〕顺序号”，缺的对照原件补", "issuer〔year〕number; complete it by the original")}
_NONE = {"": Said("没有记录", "not recorded")}
PROBLEMS = pairs("document_number")

RULES = (
    Rule(
        id="BAS001", severity=_WARNING, scope="item", since="0.1", reads=_READS,
        enforces="GB/T 9704 党政机关公文格式（发文字号的写法）",
        title=Said("文号的写法不规范", "An unusual document number"),
        message=Said("文号“{number}”{problem}", "The number '{number}': {problem}"),
        advice=Said("规范的写法是 {usual}；存档的原文照印的保留",
                    "The usual form is {usual}; printed texts stay as they are"),
        why=Said("文号写得一样，才能认出是同一份文件、是否还有效",
                 "Only with one form can a document be recognised and its state be told"),
        words={"problem": PROBLEMS, "usual": _FORM},
        bad=_ITEM + "    legal_basis: [{number: '人社部发[2010] 29 号'}]\n",
        good=_ITEM + "    legal_basis: [{number: 人社部发〔2010〕29号}]\n", check=basis.document_number,
    ),
    Rule(
        id="BAS002", severity=_WARNING, scope="item", since="0.1", reads=_READS[:2], softens=False,
        title=Said("依据的文件已不再有效", "A document that is no longer in force"),
        message=Said("{name} 已{status}（{status_on}）；后继文件：{successor}",
                     "{name} was {status} ({status_on}); its successor: {successor}"),
        advice=Said("核对原件后改引现行文件；仍需保留旧文件的，与后继文件一并列出",
                    "Cite the document in force; if the old one must stay, list both"),
        why=Said("依据失效，办事人和经办人都找不到现行规定", "Nobody finds the rule in force by a dead citation"),
        words={"status": STATUS, "status_on": _NONE, "successor": _NONE},
        bad=_ITEM + "    legal_basis: [{number: 财社〔2017〕164号}]\n",
        good=_ITEM + "    legal_basis: [{number: 财社〔2026〕1号}]\n", check=basis.replaced_before,
    ),
    Rule(
        id="BAS003", severity=Severity.INFO, scope="item", since="0.1", reads=_READS[:2],
        title=Said("依据的文件后来被替代", "Cited documents were replaced since"),
        message=Said("引用的 {names} 后来已被替代（文字日期：{day}）；后继文件：{successors}",
                     "{names} was replaced after this was written ({day}); successors: {successors}"),
        advice=Said("存档不必改；照它办事之前先看后继文件",
                    "Leave the archive as it is; read the successors before using it"),
        why=Said("旧文字在它的那一天没有错，今天照办可能就错了",
                 "An old text was right on its day and may be wrong today"),
        words={"day": {"": Said("不明", "not known")}},
        bad=_OLD + _ITEM + "    legal_basis: [{number: 财社〔2017〕164号}]\n",
        good=_OLD + _ITEM + "    legal_basis: [{number: 人社部发〔2019〕94号}]\n", check=basis.replaced_since,
    ),
    Rule(
        id="BAS004", severity=_WARNING, scope="item", since="0.1", reads=_READS,
        title=Said("引用没有写是哪份文件", "A citation that names no document"),
        message=Said("这一条没有标题、文号，也没有文件编号", "There is no title, number or id of a document"),
        advice=Said("写标题和文号；确实没有依据的，删去这一条", "Write its title and number, or remove the row"),
        why=Said("只写条款找不到原文", "An article alone cannot be found"),
        bad=_ITEM + "    legal_basis: [{article: 第三条}]\n",
        good=_ITEM + "    legal_basis: [{title: 中华人民共和国就业促进法, article: 第三条}]\n",
        check=basis.empty_citation,
    ),
    Rule(
        id="BAS005", severity=_WARNING, scope="item", since="0.1", reads=_READS,
        title=Said("标题和文号是两份文件的", "Title and number of two documents"),
        message=Said("文号“{number}”是《{other}》的；《{title}》的文号是 {own}",
                     "The number '{number}' is that of '{other}'; '{title}' has {own}"),
        advice=Said("对照原件，改正标题或文号；两份都引用的，写成两条",
                    "Mend title or number by the original; cite both in two rows if both are meant"),
        why=Said("照文号找到的是另一份文件", "By the number people find another document"),
        words={"own": _NONE},
        bad=_ITEM + "    legal_basis: [{title: 失业保险条例, number: 人社部发〔2019〕94号}]\n",
        good=_ITEM + "    legal_basis: [{title: 失业保险条例, number: 国务院令第258号}]\n", check=basis.other_document,
    ),
    Rule(
        id="BAS006", severity=_WARNING, scope="item", since="0.1", reads=_READS, softens=False,
        title=Said("文号的年份还没有到", "A document number of a year to come"),
        message=Said("文号“{number}”的年份在 {as_of} 之后", "The year of the number '{number}' lies after {as_of}"),
        advice=Said("对照原件核对年份；以哪一天为准，看 --as-of 和清单的 as_of，取晚的一个",
                    "Compare the year with the original; the later of --as-of and the list's own as_of counts"),
        why=Said("多半是录错了年份", "Most likely the year is mistyped"),
        bad=_ITEM + "    legal_basis: [{number: 人社部发〔2052〕21号}]\n",
        good=_ITEM + "    legal_basis: [{number: 人社部发〔2025〕21号}]\n", check=basis.year_ahead,
    ),
    Rule(
        id="BAS010", severity=Severity.INFO, scope="item", since="0.1", reads=_READS[:2],
        title=Said("引用的国家文件不再有效，同时引用的文件照旧",
                   "A national document has ended; what is cited beside it goes on"),
        message=Said("{name} 已{status}（{status_on}）；后继文件：{successor}。同时引用的 {others} 没有看到被替代",
                     "{name} was {status} ({status_on}); its successor: {successor}. Of {others}, cited beside it, no "
                     "replacement is known"),
        advice=Said("各地依据旧文件制定的文件，在自己被替代以前照旧有效，不必改；改引现行的国家文件，"
                    "或者写明各地文件何时跟着修改",
                    "What a place issued under the old document holds until it is replaced itself; cite the national "
                    "document in force beside it, or say when the local one will follow"),
        why=Said("国家文件换了，各地的标准是否还在国家规定之内，要看到新文件才知道",
                 "Whether local standards are still within the nation's can be told once the new document is seen"),
        words={"status": STATUS, "status_on": _NONE, "successor": _NONE},
        bad=_ITEM + "    legal_basis: [{number: 财社〔2023〕181号}, {number: 示财社〔2024〕2号}]\n",
        good=_ITEM + "    legal_basis: [{number: 财社〔2026〕1号}, {number: 示财社〔2024〕2号}]\n",
        check=basis.replaced_above,
    ),
)  # fmt: skip
