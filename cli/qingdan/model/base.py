"""What every model shares: its constraints, its Chinese words, and the declaration of an element.

A model is a typed dictionary: a value that was read from a file *is* the model, nothing is copied, and an absent key
means "not stated" (there are no nulls). The models say nothing that JSON Schema cannot say too; pydantic turns them
into schemas and into validators, and is imported only where that is done. Real dates, check characters and everything
that joins two fields are rules, not structure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from typing_extensions import TypedDict

Better = Literal["less", "more", "none"]
Relation = Literal["within", "covers", "equal", "excludes", "free"]
#: Which ``within`` reads the element: see ``qingdan.values``.
Kind = Literal[
    "asks", "criteria", "concepts", "limits", "counts", "fee", "money", "ratios", "months", "documents", "name", "code",
    "prose",
]  # fmt: skip
#: The sections of a guide's page, in their order. ``not_needed`` and ``carriage`` are cut from those before them; what
#: stands in ``rest`` is for staff.
Section = Literal[
    "heading", "audience", "conditions", "materials", "not_needed", "benefit", "steps", "times", "visits", "fee",
    "channels", "carriage", "contact", "more_ways", "result", "provider", "duties", "complaint", "legal_basis", "rest",
    "faq",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = get_args(Section)
#: What links a guide to what an element says, in the order of the linked data: a property of CPSV-AP 3.2.0, of a common
#: vocabulary, or our own (``qd:``). A statement is the element in words.
Property = Literal[
    "PublicService.name", "PublicService.description", "PublicService.hasCompetentAuthority", "altLabel",
    "PublicService.keyword", "PublicService.addressee", "PublicService.holdsRequirement", "PublicService.hasInput",
    "PublicService.hasInputType", "qd:fetched", "PublicService.hasChannel", "PublicService.contactPoint",
    "PublicService.produces", "PublicService.hasCost", "PublicService.hasLegalResource", "qd:limit", "qd:visits",
    "qd:statement",
]  # fmt: skip
PROPERTIES: tuple[Property, ...] = get_args(Property)
#: By which pydantic makes the schema of what stands below an annotation.
Handler = Callable[[object], dict[str, object]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A string of a given shape.

    The expression is anchored, has explicit classes and looks neither ahead nor behind, so that every engine reads it.
    Yet in some of them, such as ``re`` of Python, ``$`` also stands before a last line feed: where the shape has no
    line feeds the schema rules them out in a second sentence, so that all of them agree.
    """

    expression: str
    longest: int
    #: Line feeds are part of the shape.
    lines: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> object:
        from pydantic_core import core_schema

        return core_schema.str_schema(pattern=self.expression, max_length=self.longest, min_length=1, strict=True)

    def __get_pydantic_json_schema__(self, core_schema: object, handler: Handler) -> dict[str, object]:
        schema = handler(core_schema)
        return schema if self.lines else {**schema, "not": {"pattern": r"\n"}}


@dataclass(frozen=True, slots=True)
class Range:
    """A whole number between two bounds, both included."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> object:
        from pydantic_core import core_schema

        return core_schema.int_schema(ge=self.least, le=self.most, strict=True)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A list with so many entries or more."""

    entries: int

    def __get_pydantic_core_schema__(self, source: object, handler: Handler) -> object:
        return {**handler(source), "min_length": self.entries}


@dataclass(frozen=True, slots=True)
class AtMost:
    """A list with so many entries or fewer."""

    entries: int

    def __get_pydantic_core_schema__(self, source: object, handler: Handler) -> object:
        return {**handler(source), "max_length": self.entries}


@dataclass(frozen=True, slots=True)
class Declaration:
    """How an element is compared. It travels into the JSON Schema as ``x-variation``.

    Attributes:
        kind: The kind of value, which owns ``within``.
        better: In which direction the citizen gains.
        relation: Default relation of a province to the nation, used where a requirement names none.
        inside: Relation of a county to its province, where that differs.
        group: The part of a guide in which a person looks for it.
        ordered: The order of its list says something, as that of the steps of a procedure does.
    """

    kind: Kind
    better: Better
    relation: Relation
    inside: Relation
    group: str
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Where readers find an element; one that none of them is shown says ``hidden`` why instead.

    Attributes:
        section: Of the page of a guide.
        property: How linked data say it.
        order: Its place among the elements of its section; those of one place stand as they are declared.
        called: What citizens call it, in Chinese and English, where that is not its title.
        office: Only offices care: citizens are not told when it changes.
    """

    section: Section
    property: Property = "qd:statement"
    order: int = 0
    called: tuple[str, str] | None = None
    office: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The Chinese words of a field, the column names seen elsewhere, and its declaration if it is an element.

    Attributes:
        hidden: Why no reader is shown it; empty for what readers are shown.
    """

    title: str
    description: str = ""
    columns: tuple[str, ...] = ()
    declaration: Declaration | None = None
    hidden: str = ""

    def __get_pydantic_json_schema__(self, core_schema: object, handler: Handler) -> dict[str, object]:
        schema = handler(core_schema)
        schema["title"] = self.title
        if self.description:
            schema["description"] = self.description
        if self.columns:
            schema["x-columns"] = list(self.columns)
        if self.declaration:
            kept = self.declaration
            directions = {"better": kept.better, "relation": kept.relation, "inside": kept.inside}
            schema["x-group"] = kept.group
            schema["x-variation"] = {"kind": kept.kind, **directions, **({"ordered": True} if kept.ordered else {})}
        return schema


def element(
    title: str,
    description: str,
    kind: Kind,
    group: str,
    better: Better = "none",
    relation: Relation = "free",
    *,
    inside: Relation | None = None,
    ordered: bool = False,
    columns: tuple[str, ...] = (),
    hidden: str = "",
) -> Words:
    """Declare a field of an item as an element: its words, its kind and its directions stand in one place."""
    declared = Declaration(kind, better, relation, inside or relation, group, ordered)
    return Words(title, description, columns, declared, hidden)


def part(title: str, description: str = "", columns: tuple[str, ...] = (), *, hidden: str = "") -> Words:
    """A field inside a part of an item, with its Chinese words and the column names seen elsewhere."""
    return Words(title, description, columns, hidden=hidden)


class Strict(TypedDict):
    """Base of every model: nothing is coerced and nothing extra is let in."""


# set from outside: a typed dictionary may hold nothing but keys, and pydantic looks for this name in the bases
setattr(Strict, "__pydantic_config__", {"strict": True, "extra": "forbid"})  # noqa: B010

# Text shows something: no control characters; tab and line feed only in prose.
Text = Annotated[str, Pattern(r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]+$", 2000)]
Prose = Annotated[str, Pattern(r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]+$", 20000, lines=True)]
#: A lower-case identifier of a registry: ``id-document``, ``local/shequ-zhengming``.
Id = Annotated[str, Pattern(r"^(local/)?[a-z0-9]+(-[a-z0-9]+)*$", 80)]
#: An identifier of an item, given by the edition or by a province: ``JY-0401``, ``ZJ-2018-57``.
ItemId = Annotated[str, Pattern(r"^[A-Z0-9]+(-[A-Z0-9]+)*$", 60)]
#: ``2024``, ``2024-12`` or ``2024-12-09``; whether the day exists is a rule.
Date = Annotated[str, Pattern(r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", 10)]
#: Six digits of GB/T 2260, or nine for a township.
AreaCode = Annotated[str, Pattern(r"^[0-9]{6}([0-9]{3})?$", 9)]
#: A language by its tag of BCP 47, with its script or country where that must be said.
Language = Annotated[str, Pattern(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", 11)]
Whole = Annotated[int, Range(0, 1_000_000_000)]

Evidence = Literal["official", "copy", "secondary", "practice", "recalled", "inferred", "sample"]
Seen = Literal["whole", "part", "none"]
