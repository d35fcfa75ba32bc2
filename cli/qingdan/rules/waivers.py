"""Checks of waivers: what names nothing, what does not hold, what is about to end. Each is given one waiver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Unpack

from qingdan.findings import Related
from qingdan.model import dates
from qingdan.model.likeness import closest
from qingdan.rules.numbers import NUMBER
from qingdan.rules.record import Besides, Hit, RuleContext, on
from qingdan.rules.waiving import NEVER, Met

#: So many days before its end a waiver gives notice.
NOTICE_DAYS = 30
#: A document is called by a title, by a number, or by what documents of an office are called.
_DOCUMENT = re.compile(
    r"《.+》|[0-9A-Z] ?/? ?[0-9]{3,}|法|条例|规定|办法|细则|通知|通告|公告|意见|决定|方案|规划|标准|规范|规程|目录|"
    r"清单|指南|函|批复|批示|请示|签报|纪要|会议|令|号|文件|合同|协议"
)
_DOCUMENT_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def place_of(met: Met) -> str:
    """What a waiver names besides a rule or requirement; ``""`` where that is nothing."""
    return " ".join(met.waiver.record[name] for name in ("path", "fingerprint") if name in met.waiver.record)


def _hit(met: Met, field: str, *fields: str, **more: Unpack[Besides]) -> Iterator[Hit]:
    """A hit at a field of the waiver; its arguments are the waiver itself and some of its fields."""
    record = met.waiver.record
    args = {"waived": record["id"], "place": place_of(met), **{name: record[name] for name in fields}}
    yield on(met.waiver, field, path=f"waivers[{record['id']}].{field}".removesuffix(".id"), args=args, **more)


def expired(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A waiver past its last day: its finding is back."""
    if met.state == "expired":
        yield from _hit(met, "until", "until")


def expiring(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A waiver that ends soon, while there is time to act; a partial date is taken for its first day."""
    today, until = dates.parse(context.as_of), dates.parse(met.waiver.record["until"])
    if met.state == "holds" and today and until and until.first - today.last <= timedelta(days=NOTICE_DAYS):
        yield from _hit(met, "until", "until", extra={"days": (until.first - today.last).days})


def covers_nothing(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A waiver that names neither a place nor a fingerprint covers nothing, so that none can hide a whole rule."""
    if not place_of(met):
        yield from _hit(met, "id")


def names_nothing(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A waiver of a rule or requirement that does not exist; one that was retired still has its id."""
    if not _known(met, context):
        near = closest(met.waiver.record["id"], [*context.rules, *context.edition.by_id])
        yield from _hit(met, "id", suggestions=(near,) if near else ())


def retired(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A waiver of a rule that is no longer run; the one that took its place needs a waiver of its own."""
    rule = context.rules.get(met.waiver.record["id"])
    if rule and not _in_use(met, context):
        extra = {"successor": rule.successor, "by": "successor" if rule.successor else ""}
        yield from _hit(met, "id", extra=extra, suggestions=(rule.successor,) if rule.successor else ())


def matches_nothing(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A waiver in force whose finding is not there any more, or that was never written as the report writes it."""
    unused = met.state == "holds" and met.asked and not met.findings and place_of(met)
    if unused and _waivable(met, context) and _in_use(met, context):
        path = met.waiver.record.get("path", "")
        wrong = "path" if path and path not in met.others else "fingerprint"
        near = closest(path, met.others) if wrong == "path" else ""
        yield from _hit(met, wrong, suggestions=met.followed or ((near,) if near else ()))


def not_yet(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A waiver whose day of approval is still to come."""
    if met.state == "not_yet":
        yield from _hit(met, "approved_on", "approved_on", extra={"as_of": context.as_of})


def ends_before_it_begins(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A waiver that was approved after its own end holds on no day."""
    if met.state == "never":
        yield from _hit(met, "until", "approved_on", "until")


def vague(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A year or a month in which the day asked for lies: whether the waiver holds cannot be told. It does not."""
    texts = {field: met.waiver.record[field] for field in ("approved_on", "until")}
    if met.state == "unclear" and all(map(dates.parse, texts.values())):
        field = next((name for name, text in texts.items() if dates.known_before(text, context.as_of) is None), "until")
        yield from _hit(met, field, extra={"date": texts[field], "as_of": context.as_of})


def unwaivable(met: Met, context: RuleContext) -> Iterator[Hit]:
    """What was not read cannot be accepted, and no waiver can hide what is said of waivers."""
    if _known(met, context) and not _waivable(met, context):
        yield from _hit(met, "id")


def doubled(met: Met, context: RuleContext) -> Iterator[Hit]:
    """Two waivers of one finding: nobody knows which end counts."""
    if met.earlier is not None:
        related = (Related(met.earlier.locate("id"), "first_defined"),)
        yield from _hit(met, "id", extra={"until": met.earlier.record["until"]}, related=related)


def unknown_basis(met: Met, context: RuleContext) -> Iterator[Hit]:
    """A basis by which nobody finds a document. Papers of a province are in no table: any title or number will do."""
    basis = met.waiver.record.get("basis", "")
    documents = context.edition.registries.documents
    if not basis or documents.resolve(basis, basis, basis):
        return
    id = bool(_DOCUMENT_ID.fullmatch(basis))
    if id or not (_DOCUMENT.search(basis) or NUMBER.search(basis)):
        near = closest(basis, documents.by_id) if id else ""
        yield from _hit(met, "basis", "basis", suggestions=(near,) if near else ())


def _known(met: Met, context: RuleContext) -> bool:
    return met.waiver.record["id"] in context.rules or met.waiver.record["id"] in context.edition.by_id


def _waivable(met: Met, context: RuleContext) -> bool:
    return _known(met, context) and not met.waiver.record["id"].startswith(NEVER)


def _in_use(met: Met, context: RuleContext) -> bool:
    """Whether a rule or requirement can still find anything."""
    rule = context.rules.get(met.waiver.record["id"])
    return rule is None or rule.status == "active"
