"""What is said where a name could not be matched.

The finding on members is made by the comparison; its words are here. Those on names of items come from ``item_names``.
"""

from __future__ import annotations

from qingdan.rules import item_names
from qingdan.rules.item_name_rules import GUESSED
from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.words import ELEMENTS

_LIST = "--- file: items/a.yaml\nschema: items/1\nitems:\n"
_READS = ("name", "aliases", "implements")
_NONE = Said("都不是的写 implements: []", "if it is none of the national items write implements: []")

RULES: tuple[Rule, ...] = (
    Rule(
        id="CNF001",
        severity=Severity.INFO,
        scope="reading",
        since="0.1",
        title=Said("名称没有对应上登记表，没有判断", "A name is not in the registry and was not judged"),
        message=Said(
            "{element}里的“{member}”没有对应上登记表，所以没有拿它与全国要求 {requirement} 比较",
            "'{member}' in {element} is not in the registry, so it was not compared with requirement {requirement}",
        ),
        advice=Said(
            "是登记表里的一项，写上它的 id；一个名称里写了几样，用 any_of 或分几条写；确属本地的，写 id: local/名称",
            "If it is one of the registry, write its id; if it names several things, use any_of or several entries; "
            "if it is local, write id: local/name",
        ),
        why=Said(
            "名称只按编号、别名或同样的文字对应，不靠相似猜测；没有对应上的既不算符合，也不算不符",
            "Names match by id, alias or equal text only; what is not matched is neither right nor wrong",
        ),
        words={"element": ELEMENTS},
    ),
    Rule(
        id="CNF002", severity=Severity.INFO, scope="item", since="0.1", reads=_READS, softens=False,
        title=Said("名称有几种意思，没有写对应", "A name with several meanings and no link"),
        message=Said("只凭“{text}”分不清是 {called}，所以什么也没有比较",
                     "'{text}' alone may be {called}; nothing was compared"),
        advice=Said("{decides}看清以后写 implements；" + _NONE.zh, "{decides} Then write implements; " + _NONE.en),
        why=GUESSED,
        bad=_LIST + "  - {id: SL-01, name: 职业技能提升补贴, origin: province}\n",
        good=_LIST + "  - {id: SL-01, name: 职业技能提升补贴, implements: [{item: JY-1103}]}\n",
        check=item_names.several_meanings,
    ),
    Rule(
        id="CNF003", severity=Severity.INFO, scope="item", since="0.1", reads=_READS, softens=False,
        title=Said("名称与全国事项只差申领、办理一类的字", "Like a national item but for words of asking"),
        message=Said("“{text}”与 {called} 只差申领、办理一类的字，没有写对应，所以什么也没有比较",
                     "But for words of asking '{text}' is {called}; without a link nothing was compared"),
        advice=Said("是同一件事的，写 implements: [{{item: {item}}}]；" + _NONE.zh,
                    "If it is the same write implements: [{{item: {item}}}]; " + _NONE.en),
        why=Said("相似不等于相同，要由人确认", "Alike is not the same; a person must say"),
        bad=_LIST + "  - {id: SL-01, name: 提供公益性岗位补贴, origin: province}\n",
        good=_LIST + "  - {id: SL-01, name: 提供公益性岗位补贴, origin: province, implements: []}\n",
        check=item_names.nearly_named,
    ),
    Rule(
        id="CNF004", severity=Severity.INFO, scope="reading", since="0.1",
        title=Said("旁边的字还说了别的，没有判断", "The words beside a value say something else; it was not judged"),
        message=Said("{element}写着“{text}”，除了填的内容还说了别的，所以没有拿它与全国要求 {requirement} 比较",
                     "{element}: '{text}' says more than what is entered, so it was not compared with requirement "
                     "{requirement}"),
        advice=Said("照字的意思写：延长的、另一步的各写一条（case、step），起算的写 start；部门核验的材料写 by: "
                    "agency，可交可不交的写 necessity: optional；另收费的写 charged: yes；没有开通的渠道删去",
                    "Enter what the words mean: an extension or step as an entry of its own, the start under start, "
                    "by: agency or necessity: optional for a paper, charged: yes for costs, no row for a closed "
                    "channel; or remove words that say nothing"),
        why=Said("只看填的内容会夸错、也会冤枉；办事人看的是字",
                 "By what is entered alone an office is praised or blamed wrongly; people read the words"),
        words={"element": ELEMENTS},
    ),
)  # fmt: skip
