"""Rules on codes: their form, and what they say inside, beside what the item says.

Only codes whose scheme is stated, or whose form leaves no doubt, are looked into: a province's own codes have no
structure that could be checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.model.codes import (
    BasicCode,
    ImplementationCode,
    looks_like_uscc,
    parse_basic_code,
    parse_handling_code,
    parse_implementation_code,
    uscc_meant,
    uscc_problem,
)
from qingdan.rules.catalogue import identified
from qingdan.rules.fixes import rewritten
from qingdan.rules.record import Hit, Related, RuleContext, at, on

#: Schemes in which an implementation code has 31 characters.
_INSIDE_KNOWN = ("c0109",)


def basic_of(subject: Effective) -> BasicCode | None:
    """The basic code, where it is of a known scheme: the one stated, or twelve digits."""
    codes = subject.record.get("codes", {})
    parsed = parse_basic_code(codes.get("basic", ""))
    scheme = codes.get("scheme", "c0109")
    return parsed if parsed and parsed.scheme == scheme else None


def implementation_of(subject: Effective) -> ImplementationCode | None:
    """The implementation code, its own or inside the code of the handling item."""
    codes = subject.record.get("codes", {})
    if codes.get("scheme", "c0109") not in _INSIDE_KNOWN:
        return None
    parsed = parse_implementation_code(codes.get("implementation", ""))
    handling = parse_handling_code(codes.get("handling", "")) if "implementation" not in codes else None
    return parsed or (handling.implementation if handling else None)


def wrong_basic(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A basic code has the form of the scheme that the item states."""
    codes = subject.record.get("codes", {})
    scheme, code = codes.get("scheme", "local"), codes.get("basic", "")
    parsed = parse_basic_code(code)
    if code and scheme != "local" and (parsed is None or parsed.scheme != scheme):
        yield at(subject, "codes", "basic", name="basic", args={"code": code, "scheme": scheme})


def wrong_implementation(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """An implementation code has 31 characters where the scheme says so."""
    codes = subject.record.get("codes", {})
    code = codes.get("implementation", "")
    if code and codes.get("scheme") in _INSIDE_KNOWN and parse_implementation_code(code) is None:
        args = {"code": code}
        yield at(subject, "codes", "implementation", name="implementation", args=args, extra={"length": len(code)})


def other_basic(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The last segment of the implementation code is the basic code."""
    implementation = implementation_of(subject)
    basic = subject.record.get("codes", {}).get("basic", "")
    if implementation and basic_of(subject) and str(implementation.basic) != basic:
        args = {"inside": str(implementation.basic), "basic": basic}
        yield at(subject, "codes", "basic", name="basic", args=args)


def other_body(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The first segment of the implementation code is the code of the implementing body."""
    implementation = implementation_of(subject)
    body = subject.record.get("provider", {}).get("code", "")
    if implementation and len(body) == 18 and implementation.uscc != body:
        args = {"inside": implementation.uscc, "body": body}
        yield at(subject, "provider", "code", name="code", args=args)


def wrong_uscc(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """Form and check characters of unified social credit codes; one finding where the code stands twice."""
    body = subject.record.get("provider", {}).get("code", "")
    implementation = implementation_of(subject)
    inside = implementation.uscc if implementation else ""
    if looks_like_uscc(body) and (problem := uscc_problem(body)):
        meant = uscc_meant(body)
        args, near = {"code": body, "problem": problem}, (meant,) if meant else ()
        fix = rewritten(subject, context, ("provider", "code"), body, meant, safe=True)
        yield at(subject, "provider", "code", name="code", args=args, suggestions=near, fix=fix)
    if inside and inside != body and (problem := uscc_problem(inside)):
        key = "implementation" if "implementation" in subject.record["codes"] else "handling"
        yield at(subject, "codes", key, name=key, args={"code": inside, "problem": problem})


def _coded(context: RuleContext, element: str, code: str) -> str:
    """The concept with a code of the set c0109 in the list of an element; ``""`` where there is none, or several."""
    name = context.edition.registries.lists.get(element, "")
    for file in context.edition.files.files.get("concepts", []):
        if file.document.name.endswith(f"/{name}.yaml") or file.document.name == f"{name}.yaml":
            found = [
                row["id"]
                for row in file.record["concepts"]
                for each in (row or {}).get("codes", [])
                if each["set"] == "c0109" and each["code"] == code
            ]
            return found[0] if len(found) == 1 else ""
    return ""


def _name(context: RuleContext, element: str, id: str) -> str:
    return context.edition.registries.name(element, id) or id


def other_level(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The level inside the implementation code is one of the levels of the item."""
    implementation = implementation_of(subject)
    stated = {member.get("id", "") for member in subject.record.get("levels", [])}
    if implementation is None or not stated or "" in stated or not subject.known_in_whole("levels"):
        return
    level = _coded(context, "levels", implementation.level)
    if level and level not in stated and not stated & {"graded"}:
        said = {
            "level": _name(context, "levels", level),
            "stated": [_name(context, "levels", id) for id in sorted(stated)],
        }
        yield at(subject, "levels", args={"code": implementation.level}, extra=said)


def other_type(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The type inside the basic code is the type of the item; types from 21 on are extensions that differ by place."""
    basic = basic_of(subject)
    type = subject.record.get("type", "")
    if basic is None or basic.scheme != "c0109" or not type or type.startswith("local/"):
        return
    inside = _coded(context, "type", basic.item_type)
    if inside and inside != type:
        args = {"inside": basic.item_type, "type": _name(context, "type", type)}
        yield at(subject, "type", args=args, extra={"meant": _name(context, "type", inside)})


def other_region(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """The region of a basic code is 00 for the nation, or the province."""
    basic = basic_of(subject)
    province = (context.catalogue.province if context.catalogue else "")[:2]
    if basic and basic.scheme == "c0109" and province and basic.region not in ("00", province):
        args = {"region": basic.region, "province": province}
        yield at(subject, "codes", "basic", name="basic", args=args)


def duplicate_code(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """An implementation code and the code of a handling item belong to one record each, cancelled ones included."""
    seen: dict[tuple[str, str], Hit] = {}
    for _, path, placed in identified(catalogue):
        for key in ("implementation", "handling"):
            code = placed.record.get("codes", {}).get(key, "")
            if not code or (key == "implementation" and "handling_items" in placed.pointer):
                continue
            here = on(placed, "codes", key, path=f"{path}.codes[{key}]", args={"code": code})
            first = seen.setdefault((key, code), here)
            if first is not here:
                related = (Related(first.location, "first_defined"),)
                yield on(placed, "codes", key, path=here.path, args=here.args, related=related)
