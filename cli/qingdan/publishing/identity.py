"""What the site is called and what it looks like: one file, which can be replaced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from qingdan.reading import read_document

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True)
class Identity:
    """Name, slogan, logo, colours and footer.

    Attributes:
        name: Language → name of the site.
        slogan: Language → one line under it.
        logo: A file below the site's root, or empty.
        colours: Name of a colour of the theme → CSS colour.
        footer: Language → what the foot of every page says.
    """

    name: Mapping[str, str]
    slogan: Mapping[str, str]
    logo: str
    colours: Mapping[str, str]
    footer: Mapping[str, str]

    @property
    def stylesheet(self) -> str:
        """The colours as CSS variables."""
        return ":root{" + "".join(f"--{name}:{colour};" for name, colour in self.colours.items()) + "}\n"


def identity(path: str | None = None) -> Identity:
    """The identity of the site.

    Args:
        path: A file of one's own; without it the one that comes with the package.

    Raises:
        OSError: The file cannot be read.
        ValueError: It is no YAML, or a part of the identity is missing.
    """
    own = resources.files("qingdan.publishing") / "identity.yaml"
    data = Path(path).read_bytes() if path else own.read_bytes()
    value = read_document(path or "identity.yaml", data).value
    try:
        found = Identity(*(value[key] for key in ("name", "slogan", "logo", "colours", "footer")))
        colours = [name for name, colour in found.colours.items() if not _COLOUR.fullmatch(colour)]
    except (KeyError, TypeError, AttributeError):
        raise ValueError(f"{path or 'identity.yaml'}: name, slogan, logo, colours and footer are all needed") from None
    if colours:
        raise ValueError(f"{path or 'identity.yaml'}: write colours as #0b4f8a: {', '.join(colours)}")
    return found
