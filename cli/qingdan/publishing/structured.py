"""The schema.org markup of a guide, for search engines; a specimen has none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from qingdan.model.languages import CHINESE, language
from qingdan.model.registry import NameOf
from qingdan.publishing.site import Guide
from qingdan.publishing.text import web_link
from qingdan.reports.export.as_json import dumped
from qingdan.reports.export.nodes import urn
from qingdan.values.saying import say

_FREE = {"@type": "Offer", "price": 0, "priceCurrency": "CNY"}
#: What could end the script or begin a comment; in JSON they mean the same when escaped.
_UNSAFE = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&'"}


def in_script(value: Any) -> Markup:
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
    record, entry = guide.subject.record, guide.entry
    provider, said = record.get("provider", {}), record.get("languages", [])
    office = provider.get("name") or provider.get("authority", "")
    audience = [_named(each, names) for each in record.get("audience", [])]
    result = record.get("result", {}).get("name", "")
    value = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": urn("guide", *entry.id.split("/")),
        "name": _spoken(guide.name, said),
        "alternateName": [
            *([_spoken(record["everyday_name"], said)] if "everyday_name" in record else []),
            *(_spoken(alias, said) for alias in record.get("aliases", [])),
        ],
        "inLanguage": ["zh-CN", *said] if said else "zh-CN",
        "areaServed": {"@type": "AdministrativeArea", "name": entry.place},
        "provider": {"@type": "GovernmentOrganization", "name": office} if office else "",
        "audience": [{"@type": "Audience", "audienceType": each} for each in audience],
        "serviceOutput": {"@type": "Thing", "name": result} if result else "",
        "availableChannel": [_channel(each, names) for each in record.get("channels", [])],
        "offers": _FREE if record.get("fee", {}).get("charged") == "no" else "",
        "termsOfService": say(record["conditions"], "zh", names, "conditions") if record.get("conditions") else "",
    }
    return in_script({name: each for name, each in value.items() if each not in ("", [])})


def _spoken(text: str, said: Iterable[str]) -> Any:
    """A text as it stands where it is Chinese; with its language where it is not."""
    spoken = language(text, said)
    return text if spoken == CHINESE else {"@language": spoken, "@value": text}


def _named(member: Any, names: NameOf) -> str:
    return str(names("audience", member.get("id", "")) or member.get("text", "") or member.get("id", ""))


def _channel(channel: Any, names: NameOf) -> dict[str, Any]:
    url, kind = web_link(channel.get("url", "")), channel.get("kind", "")
    value: dict[str, Any] = {
        "@type": "ServiceChannel",
        "name": channel.get("name") or names("channels", kind) or kind,
        "serviceUrl": url,
        "servicePhone": {"@type": "ContactPoint", "telephone": channel["phone"]} if "phone" in channel else "",
        "serviceLocation": {"@type": "Place", "address": channel["address"]} if "address" in channel else "",
    }
    return {name: each for name, each in value.items() if each}
