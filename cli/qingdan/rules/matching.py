"""What is said where a name could not be matched. The finding is made by the comparison; its words are here."""

from __future__ import annotations

from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.words import ELEMENTS

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
)
