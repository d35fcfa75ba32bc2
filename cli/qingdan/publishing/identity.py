"""What the site is called and what it looks like: one file, which can be replaced."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from qingdan.problems import BadIdentity
from qingdan.publishing import logo
from qingdan.reading import read_document
from qingdan.words.grammar import LANGS

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_PARTS = ("name", "slogan", "logo", "colours", "footer")
#: The languages in which an identity has to say itself.
_ASKED = ("zh", "en")


@dataclass(frozen=True)
class Identity:
    """Name, slogan, logo, colours and footer.

    Attributes:
        name: Language → name of the site.
        slogan: Language → one line under it.
        logo: Its address below the site's root, or empty.
        colours: Name of a colour of the theme → CSS colour.
        footer: Language → what the foot of every page says.
        picture: The logo itself; nothing where there is none.
    """

    name: Mapping[str, str]
    slogan: Mapping[str, str]
    logo: str
    colours: Mapping[str, str]
    footer: Mapping[str, str]
    picture: bytes = field(default=b"", repr=False)

    @property
    def stylesheet(self) -> str:
        """The colours as CSS variables."""
        return ":root{" + "".join(f"--{name}:{colour};" for name, colour in self.colours.items()) + "}\n"


def identity(path: str | None = None) -> Identity:
    """The identity of the site.

    Args:
        path: A file of one's own; without it the one that comes with the package.

    Raises:
        BadIdentity: The file cannot be used; it says why.
    """
    own = resources.files("qingdan.publishing") / "identity.yaml"
    named = path or "identity.yaml"
    if path and os.path.exists(path) and not os.path.isfile(path):
        raise BadIdentity(named, "missing")  # a pipe would be waited for without end
    try:
        document = read_document(named, Path(path).read_bytes() if path else own.read_bytes())
    except OSError as error:
        raise BadIdentity(named, "missing", error=error) from error
    value = document.value
    if not isinstance(value, dict) or any(finding.severity for finding in document.findings):
        raise BadIdentity(named, "unread")
    strange = set(value) - set(_PARTS)
    if strange:
        raise BadIdentity(named, "unknown", "、".join(sorted(map(str, strange)))[:80])
    for part in ("name", "slogan", "footer"):
        if not _in_both_languages(value.get(part)):
            raise BadIdentity(named, "part", part)
    given, colours = value.get("colours") or {}, _own_colours()
    for name, colour in given.items() if isinstance(given, dict) else [("", given)]:
        if name not in colours or not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise BadIdentity(named, "colour", f"{name}: {colour}")
        colours[name] = colour
    found = _logo(named, value.get("logo", ""))
    address = f"img/logo{found.ending}" if found else ""
    picture = found.data if found else b""
    return Identity(_said(value["name"]), _said(value["slogan"]), address, colours, _said(value["footer"]), picture)


def _in_both_languages(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(lang), str) and value[lang].strip() for lang in _ASKED)


def _said(value: Mapping[str, str]) -> Mapping[str, str]:
    """What is said in each language; in English where a further one is not there."""
    return {lang: str(value.get(lang) or value[_ASKED[-1]]) for lang in LANGS}


def _own_colours() -> dict[str, str]:
    """The colours that the theme asks for, as they are in the identity that comes with the package."""
    own = resources.files("qingdan.publishing") / "identity.yaml"
    return dict(read_document("identity.yaml", own.read_bytes()).value["colours"])


def _logo(named: str, name: object) -> logo.Logo | None:
    """The picture, looked for beside the file that names it."""
    if name in ("", None):
        return None
    if not isinstance(name, str):
        raise BadIdentity(named, "logo", str(name)[:80])
    try:
        return logo.logo_of(Path(named).parent, name)
    except logo.BadLogo as error:
        raise BadIdentity(named, error.why, f"{name[:80]} {error.what}".rstrip()) from error
