"""The schema.org markup of a guide, for search engines; a specimen has none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from qingdan.model.declarations import marked
from qingdan.model.fields import model_of
from qingdan.model.languages import CHINESE, language
from qingdan.model.parts import Channel, Fee, Provider, Result
from qingdan.model.registry import NameOf
from qingdan.model.values import Condition, Member
from qingdan.publishing.site import Guide
from qingdan.publishing.text import web_link
from qingdan.reports.export.as_json import dumped
from qingdan.reports.export.nodes import urn
from qingdan.values import registry_of
from qingdan.values.saying import Sayer

_FREE = {"@type": "Offer", "price": 0, "priceCurrency": "CNY"}
#: What could end the script or begin a comment; in JSON they mean the same when escaped.
_UNSAFE = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&'"}


def in_script(value: object) -> Markup:
    r"""A value as JSON that may stand in a script element.

    >>> in_script("</script><!--")
    Markup('"\\u003c/script\\u003e\\u003c!--"')
    """
    return Markup(dumped(value).translate(_UNSAFE))


def government_service(guide: Guide, names: NameOf) -> Markup:
    """A guide as a GovernmentService; empty for a specimen, which nobody must find as a service.

    Args:
        guide: The guide.
        names: What registries call an id.
    """
    if guide.specimen:
        return Markup()
    record: Any = guide.subject.record
    said = record.get("languages", [])
    value: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": urn("guide", *guide.entry.id.split("/")),
        "name": _spoken(guide.name, said),
        "alternateName": [],
        "inLanguage": ["zh-CN", *said] if said else "zh-CN",
        "areaServed": {"@type": "AdministrativeArea", "name": guide.entry.place},
    }
    for element, property in marked().items():
        if stated := record.get(element):
            make, sayer = _NODES.get(model_of(element)), Sayer("zh", names, registry_of(element))
            node = make(stated, sayer) if make else [_spoken(each, said) for each in _texts(stated)]
            value[property] = [*value.get(property, []), *node] if isinstance(node, list) else node
    return in_script({name: each for name, each in value.items() if each not in ("", [])})


def _texts(stated: str | list[str]) -> list[str]:
    return [stated] if isinstance(stated, str) else stated


def _spoken(text: str, said: Iterable[str]) -> object:
    """A text as it stands where it is Chinese; with its language where it is not."""
    spoken = language(text, said)
    return text if spoken == CHINESE else {"@language": spoken, "@value": text}


def _provider(provider: Provider, sayer: Sayer) -> object:
    office = provider.get("name") or provider.get("authority", "")
    return {"@type": "GovernmentOrganization", "name": office} if office else ""


def _audience(members: list[Member], sayer: Sayer) -> object:
    ids = ((each.get("id", ""), each.get("text", "")) for each in members)
    return [{"@type": "Audience", "audienceType": sayer.names(sayer.registry, id) or text or id} for id, text in ids]


def _result(result: Result, sayer: Sayer) -> object:
    return {"@type": "Thing", "name": result["name"]} if result.get("name") else ""


def _offer(fee: Fee, sayer: Sayer) -> object:
    return _FREE if fee.get("charged") == "no" else ""


def _terms(conditions: list[Condition], sayer: Sayer) -> object:
    return sayer.value(conditions, Condition)


def _channels(channels: list[Channel], sayer: Sayer) -> object:
    return [_channel(each, sayer) for each in channels]


def _channel(channel: Channel, sayer: Sayer) -> dict[str, object]:
    url, kind = web_link(channel.get("url", "")), channel.get("kind", "")
    value: dict[str, object] = {
        "@type": "ServiceChannel",
        "name": channel.get("name") or sayer.names(sayer.registry, kind) or kind,
        "serviceUrl": url,
        "servicePhone": {"@type": "ContactPoint", "telephone": channel["phone"]} if "phone" in channel else "",
        "serviceLocation": {"@type": "Place", "address": channel["address"]} if "address" in channel else "",
    }
    return {name: each for name, each in value.items() if each}


#: Model → how a value of an element that declares a property is marked up; texts stand as they are.
_NODES: dict[Any, Callable[[Any, Sayer], Any]] = {
    Provider: _provider,
    Member: _audience,
    Result: _result,
    Channel: _channels,
    Fee: _offer,
    Condition: _terms,
}
