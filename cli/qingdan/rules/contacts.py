"""Addresses of offices: of the house, and on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingdan.loading.catalogue import Effective
from qingdan.model import web
from qingdan.rules.fixes import rewritten
from qingdan.rules.paths import stated
from qingdan.rules.record import Hit, RuleContext, at
from qingdan.rules.tables import hit

URLS = ("channels[].url", "remedy.reconsideration.url", "remedy.litigation.url", "source.url")


def wrong_address(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A web address that cannot be opened as it is written."""
    for below, address in stated(subject, *URLS):
        if problem := web.problem(address):
            meant, certain = web.meant(address)
            args, near = {"field": str(below[0]), "found": address[:60]}, (meant,) if meant else ()
            fix = rewritten(subject, context, below, address, meant, safe=certain)
            yield hit(subject, below, args=args, extra={"problem": problem}, suggestions=near, fix=fix)


def address_without_door(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """An address that ends at a street: no number, building, hall or window."""
    contact = subject.record.get("contact", {})
    address = contact.get("address", "")
    if address and "window" not in contact and re.search("(?:路|街|道|巷|大道)$", address.rstrip("。 ")):
        yield at(subject, "contact", "address", name="address", args={"address": address})
