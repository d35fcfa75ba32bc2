"""The terms of the JSON-LD: those of CPSV-AP 3.2.0 under their official names, and those of our own vocabulary.

They stand in ``terms.json`` as a context has them. The names and meanings of ``classes`` and ``properties`` are those
of the context that SEMIC publishes with CPSV-AP 3.2.0, so that a file reads the same with the official context in place
of this one; a test compares the two. Texts are written with their language: the official context types them
``rdf:langString``, which has no meaning without one. ``common`` are terms of common vocabularies that CPSV-AP leaves to
others; ``own`` is what it cannot say, each declared in ``vocabulary.ttl``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_TERMS: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("terms.json").read_bytes())
PREFIXES: dict[str, str] = _TERMS["prefixes"]
#: The context of every file; a term of our own without a type needs no row in it.
CONTEXT: dict[str, Any] = {
    **PREFIXES,
    **_TERMS["classes"],
    **_TERMS["properties"],
    **_TERMS["common"],
    **{name: row for name, row in _TERMS["own"].items() if "@type" in row},
}
#: Languages of China in the list that the context refers to.
LISTED: dict[str, str] = _TERMS["languages"]
OWN = tuple(name.removeprefix("qd:") for name in _TERMS["own"])
OFFICIAL = (*_TERMS["classes"], *_TERMS["properties"])
