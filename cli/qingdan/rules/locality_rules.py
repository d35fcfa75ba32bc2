"""The records of the rules on the rows of a place; their functions are in ``localities``."""

from __future__ import annotations

from qingdan.rules import localities
from qingdan.rules.record import Rule, Said, Severity

_ITEMS = "--- file: items/a.yaml\nschema: items/1\nitems:\n  - {id: SL-01, name: 失业登记}\n"
_GONE = _ITEMS.replace("失业登记}", '失业登记, state: cancelled, cancelled_on: "2025-06-30"}')
_PLACE = '--- file: localities/{0}.yaml\nschema: locality/1\narea: "{0}"\nname: 示例地\nlevel: {1}\nitems:\n'
_CITY, _COUNTY = _PLACE.format("990100", "prefecture"), _PLACE.format("990101", "county")
_CLAIMED = "  - {id: SL-A, item: SL-01, status: claimed}\n"
_DECLINED = "  - {id: SL-B, item: SL-01, status: not_claimed, because: 由市里统一办理}\n"
_DELEGATED = "  - {id: SL-A, item: SL-01, status: delegated}\n"

RULES = (
    Rule(
        id="CAT012", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("又写承接，又写未承接", "Claimed and not claimed"),
        message=Said("{place}又写承接“{name}”（{item}），又写未承接",
                     "{place} claims '{name}' ({item}) and says that it does not"),
        advice=Said("核对后只留一条", "Check, and keep one of the two rows"),
        why=Said("办事人看到的两句话相反，不知道能不能来办", "People are told two opposite things"),
        bad=_ITEMS + _CITY + _CLAIMED + _DECLINED, good=_ITEMS + _CITY + _CLAIMED,
        check=localities.claims_and_declines,
    ),
    Rule(
        id="CAT013", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("同一事项写了两条", "Two rows for one item"),
        message=Said("{place}的“{name}”（{item}）写了不止一条", "{place} has more than one row for '{name}' ({item})"),
        advice=Said("是同一件事的合成一条；分情形办理的，各写一个名称",
                    "Join them; for different cases give each a name"),
        why=Said("两条写得不一样时，谁也说不准哪条算数", "Where the two differ nobody can tell which one counts"),
        bad=_ITEMS + _CITY + _CLAIMED + _CLAIMED.replace("SL-A", "SL-B"), good=_ITEMS + _CITY + _CLAIMED,
        check=localities.claimed_twice,
    ),
    Rule(
        id="CAT014", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("写了委托，没有看到由谁办", "Delegated, and nobody takes it on"),
        message=Said("{place}的“{name}”（{item}）写明委托，下面没有一个地方写承接",
                     "{place} delegates '{name}' ({item}), and no place below it says that it takes it on"),
        advice=Said("补上下级的地方文件；或者在这一条写 provider、accepted_at，说明由谁办、到哪里办",
                    "Add the files of the places below, or say by whom and where in provider and accepted_at"),
        why=Said("办事人需要知道该去哪里", "People need to know where to go"),
        bad=_ITEMS + _CITY + _DELEGATED, good=_ITEMS + _CITY + _DELEGATED + _COUNTY + _CLAIMED,
        check=localities.delegated_to_nobody,
    ),
    Rule(
        id="CAT015", severity=Severity.WARNING, scope="catalogue", since="0.1",
        title=Said("省里已取消，地方还写承接", "Claimed, and cancelled by the province"),
        message=Said("“{name}”（{item}）省里已经取消，{place}还写着承接",
                     "The province has cancelled '{name}' ({item}); {place} still claims it"),
        advice=Said("核对；确已不办的，把这一条改为 not_claimed 并写 because；省里没有取消的，改省里的 state",
                    "Check; where it is over write not_claimed and because, else mend state in the province's item"),
        why=Said("办事人会去办一件已经没有的事", "People would come for what is no longer there"),
        bad=_GONE + _CITY + _CLAIMED, good=_GONE + _CITY + _DECLINED,
        check=localities.claimed_though_cancelled,
    ),
)  # fmt: skip
