"""Web addresses as people write them: what keeps one from being opened, and what was meant.

Only form is looked at: nothing is asked of the network.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from qingdan.model.folding import folded

#: Another address behind the first; one that is handed over in a query or a path is part of it.
_AGAIN = re.compile(r"(?<=[^=&?/%:：])https?[:：]//", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?![0-9])", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/?#].*)?")
_CUT = re.compile(r"(?:…|\.{2,})$")
_INSIDE = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_INSIDE_LEFT = re.compile(r"[!-~]")
_BEFORE = "《〈“‘（(【[「『<\"'：:，,、；;。 \u3000"
_BEHIND = "》〉”’】」』>\"'：:，,、；;。.！!？ \u3000"
_CLOSING = {")": "(", "）": "（", "]": "["}
_PUNCTUATION = re.compile(r"[，。；、：！？“”‘’（）《》〈〉【】「」『』…\u3000<>\"]")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}\w)?")
_TOP = re.compile(r"[a-z][a-z0-9-]+|[^\W\d_a-z]+", re.IGNORECASE)
#: What people type for a scheme → the scheme, and whether nothing else can be meant.
_SCHEMES = (
    (re.compile(r"(https?)\s*[:：;；]?\s*[/／\\]{1,3}\s*(?=[^\s/])", re.IGNORECASE), r"\1://", True),
    (re.compile(r"https?://(https?://)", re.IGNORECASE), r"\1", False),
    (re.compile(r"(?:h*t+p+|htp+t?|hpt+)s+[:：]//", re.IGNORECASE), "https://", False),
    (re.compile(r"(?:h*t+p+|htp+t?|hpt+)[:：]//", re.IGNORECASE), "http://", False),
)


def problem(text: str) -> str:
    """What is wrong with an address.

    Returns:
        ``""`` where nothing is; ``several`` addresses; ``cut`` short; a ``scheme`` that is missing or miswritten; an
        ``other_scheme``; something ``around`` or ``inside`` it that is no part of it; a ``space``; a name before an @
        (``userinfo``); no sound ``host`` or ``port``; a host inside a ``private`` network; ``none`` where it is none.

    >>> problem("https://a.gov.cn/x，https://b.gov.cn/y。"), problem("https://a.gov.cn/x?u=https://b.gov.cn")
    ('several', '')
    """
    address = text.strip()
    if _AGAIN.search(address, 7):
        return "several"
    if _CUT.search(address):
        return "cut"
    bare = _bare(address)
    if not _SCHEME.match(bare):
        return _without_scheme(bare)
    return "around" if bare != address else _inside(address)


def meant(text: str) -> tuple[str, bool]:
    """The address that was meant, and whether only its writing would change; ``""`` where nobody can say.

    >>> meant("https：//a.gov.cn/x。"), meant("www.a.gov.cn"), meant("官网https://a.gov.cn")
    (('https://a.gov.cn/x', True), ('', False), ('https://a.gov.cn', False))
    """
    address = text.strip()
    bare = _bare(address)
    tries = [(bare, True)]
    tries += [(form.sub(scheme, bare, count=1), sure) for form, scheme, sure in _SCHEMES if form.match(bare)]
    tries += [(re.sub(r"\s+", "", bare), False), (bare.replace("。", "."), False)]
    if (found := _INSIDE.search(bare)) and not _INSIDE_LEFT.search(bare, found.end()):
        tries.append((_bare(found[0]), False))
    if problem(address) in ("", "several", "cut", "userinfo"):
        return "", False
    return next(((each, sure) for each, sure in tries if each and not problem(each)), ("", False))


def _bare(address: str) -> str:
    """The address without the punctuation around it; brackets that close what the address opened are its own."""
    bare = address.lstrip(_BEFORE)
    while bare and (bare[-1] in _BEHIND or bare.count(bare[-1]) > bare.count(_CLOSING.get(bare[-1], bare[-1]))):
        bare = bare[:-1]
    return bare


def _without_scheme(address: str) -> str:
    if any(form.match(address) for form, _, _ in _SCHEMES) or _BARE.fullmatch(folded(address)):
        return "scheme"
    if _INSIDE.search(address):
        return "around"
    return "other_scheme" if _OTHER_SCHEME.match(address) else "none"


def _inside(address: str) -> str:
    """What is wrong between the scheme and the end."""
    if re.search(r"\s", address):
        return "space"
    if "\\" in address or not address.isprintable() or _PUNCTUATION.search(address):
        return "inside"
    authority = re.split(r"[/?#]", address, maxsplit=3)[2]
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "port" if re.search(r":[^\]]*$", authority) else "host"
    if "@" in authority:
        return "userinfo"
    if port == 0 or authority.endswith(":"):
        return "port"
    return _host(parts.hostname or "")


def _host(host: str) -> str:
    if ":" in host or re.fullmatch(r"[0-9.]+", host):
        try:
            return "" if ip_address(host).is_global else "private"
        except ValueError:
            return "host"
    *labels, top = host.split(".")
    return "" if labels and _TOP.fullmatch(top) and all(map(_LABEL.fullmatch, labels)) else "host"
