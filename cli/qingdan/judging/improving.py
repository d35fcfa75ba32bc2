"""Whether a finding is an earlier one that has become better: a limit of ten days that is now one of five.

It says the same of the same place, and what it is about is better for citizens than it was, or less of it is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from qingdan.comparing.compare import compare
from qingdan.findings import Earlier, Finding
from qingdan.loading.schemas import faults
from qingdan.model.declarations import elements
from qingdan.model.registry import Registries
from qingdan.rules import all_rules
from qingdan.values.context import Context

_NUMBER = re.compile(r"([0-9]{1,9})(.*)", re.DOTALL)
Improved = Callable[[Finding, Earlier], bool]


def improved_by(registries: Registries) -> Improved:
    """A judge of two findings that stand at one place; the earlier one comes from a file that anybody may have written.

    Args:
        registries: Ids, names and aliases by which members are matched.
    """

    def improved(now: Finding, then: Earlier) -> bool:
        if then.id != now.id or then.severity < now.severity:
            return False
        rule = all_rules().get(now.id)
        if rule or now.told:
            return _less(now, then, rule.less_is_better if rule else ())
        same = all(now.args.get(key) == then.args.get(key) for key in ("element", "channel", "case"))
        met = now.not_met
        return same and met is not None and _better(met.element, then.stated, met.stated, registries)

    return improved


def _less(now: Finding, then: Earlier, names: tuple[str, ...]) -> bool:
    """Whether all arguments are the same, but for some of which there is less."""
    if now.args.keys() != then.args.keys():
        return False
    changed = [name for name, value in now.args.items() if value != then.args[name]]
    return bool(changed) and all(name in names and _fewer(now.args[name], then.args[name]) for name in changed)


def _fewer(now: object, then: object) -> bool:
    """Whether a number is lower, a text has a lower number before the same words, a list has fewer members."""
    if isinstance(now, list | tuple) and isinstance(then, list | tuple):
        if len(now) != len(then):
            return len(now) < len(then) and all(each in then for each in now)
        return all(a == b or _fewer(a, b) for a, b in zip(now, then, strict=True))
    if isinstance(now, str) and isinstance(then, str):
        a, b = _NUMBER.fullmatch(now), _NUMBER.fullmatch(then)
        return bool(a and b and a[2] == b[2] and int(a[1]) < int(b[1]))
    return isinstance(now, int) and isinstance(then, int) and now < then


def _better(element: str, then: object, now: object, registries: Registries) -> bool:
    """Whether a value is better for citizens than it was; one that does not fit its schema is no value."""
    if element not in elements() or then is None or now is None or not _fits(element, then):
        return False
    effects = {change.effect for change in compare(then, now, Context(registries, element)) if change.change != "same"}
    return "better" in effects and effects <= {"better", "none"}


def _fits(element: str, value: object) -> bool:
    item: Mapping[str, object] = {"id": "X", "name": "x", element: value}
    try:
        return next(iter(faults("items", {"schema": "items/1", "items": [item]})), None) is None
    except (ValueError, RecursionError):
        return False
