"""Rules on references: what an item points to must be there."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.catalogue import Effective
from qingdan.model.likeness import closest
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, at


def unknown_national_item(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """``implements`` must name an item of the edition."""
    for index, link in enumerate(subject.record.get("implements", [])):
        if link["item"] not in context.edition.items:
            near = closest(link["item"], context.edition.items)
            yield at(
                subject, "implements", index, "item", name=link["item"],
                args={"item": link["item"], "edition": context.edition.id},
                suggestions=(near,) if near else (),
            )  # fmt: skip


RULES = (
    Rule(
        id="REF001",
        severity=Severity.ERROR,
        scope="item",
        since="0.1",
        title=Said("对应的全国事项不存在", "The national item does not exist"),
        message=Said(
            "对应的全国事项 {item} 不在全国基准 {edition} 中", "National item {item} is not in edition {edition}"
        ),
        advice=Said(
            "核对编号；确属地方特色的事项，删去 implements 并写明 origin",
            "Check the id; if the item is local, remove implements and state its origin",
        ),
        why=Said(
            "没有对应上全国事项，就无法与全国要求比较，也会被当作缺项",
            "Without the link nothing can be compared, and the national item counts as missing",
        ),
        bad="""schema: items/1
items:
  - id: SL-01
    name: 失业登记
    implements: [{item: JY-9999}]
""",
        good="""schema: items/1
items:
  - id: SL-01
    name: 失业登记
    implements: [{item: JY-0401}]
""",
        check=unknown_national_item,
    ),
)
