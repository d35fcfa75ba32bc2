"""Conditions: an all-of list of any-of lists of criteria. a is within b if whoever b admits, a admits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from qingdan.model.registry import plain
from qingdan.model.values import Condition, Criterion
from qingdan.model.wording import at_home
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.concepts import member_of
from qingdan.values.context import Context
from qingdan.values.kind import Kind, Members, Speaker
from qingdan.values.linking import Linked, Linker, Node
from qingdan.values.looked_up import LookedUp
from qingdan.values.members import by_id
from qingdan.values.pieces import taken_apart
from qingdan.values.printed import nothing
from qingdan.words.grammar import Lang, or_, semicolon
from qingdan.words.said import Phrases

#: A row that says that any one of several will do, or that begins as one more of them.
_ONE_OF = re.compile("之一|其一|任一|任意一|其中一|^(?:[(（]?[一二三四五六七八九十0-9]+[)）、.．])?(?:或|非本)")


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of meeting a condition.

    Attributes:
        id: Of the registry; empty where it is not known.
        text: Its words, plain.
        value: Its number, ``None`` where it states none.
        doubt: The words beside the id are not those of the id, and nobody has put a name to it.
    """

    id: str
    text: str
    value: int | None = None
    doubt: bool = False

    @property
    def name(self) -> str:
        """What a path calls it."""
        return self.id or self.text


@dataclass(frozen=True, slots=True)
class _Side:
    """Whose conditions they are: whether their ids are vouched for, and what their own place is called."""

    checked: bool
    here: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Line:
    """One condition: met by any of its ways, asked for in one case only where it names one.

    Attributes:
        ways: Ways of meeting it.
        case: The case that it is asked for in; empty for all.
        either: It may be one of several rows of which any one will do.
    """

    ways: tuple[_Way, ...]
    case: str = ""
    either: bool = False

    @property
    def name(self) -> str:
        """What a path calls the condition."""
        return "|".join(way.name for way in self.ways)


def name(condition: Condition, context: Context) -> str:
    """What a path calls the condition: the ids or plain texts of its criteria, joined by ``|``."""
    return _Line(tuple(_way(criterion, context, _Side(True)) for criterion in condition["any_of"])).name


def _a(context: Context) -> _Side:
    return _Side(context.a_checked, context.a_here)


def _b(context: Context) -> _Side:
    return _Side(context.b_checked, context.b_here)


def _way(criterion: Criterion, context: Context, side: _Side) -> _Way:
    registry = context.registries.criteria
    id, text = criterion.get("id", ""), plain(criterion.get("text", ""))
    meant = registry.wordings.one(at_home(text, side.here)) if text else None
    known = registry.resolve(id, None) if id else meant.id if meant else ""
    value = criterion.get("value", meant.value if meant and meant.id == known else None)
    doubt = bool(id and text) and not registry.vouches(id, at_home(text, side.here))
    if meant and meant.id == known and meant.value not in (None, value):
        doubt = True  # the words print another number
    return _Way(known, text, value, doubt and not side.checked and "matched_by" not in criterion)


def _lines(conditions: list[Condition], context: Context, side: _Side) -> list[_Line]:
    """The conditions one by one; a sentence that holds several known ones is taken apart."""
    rows = [list(_row(condition, context, side)) for condition in conditions]
    if side.checked or len(rows) < 2:
        return list(chain.from_iterable(rows))
    wordings = context.registries.criteria.wordings
    texts = (str(each.get("text", "")) for condition in conditions for each in condition["any_of"])
    either = set(range(len(rows))) if any(map(_ONE_OF.search, texts)) else set()
    for ids in (wordings.groups, wordings.ties):  # two rows of people, or of ties: all of them, or any one?
        told = [at for at, row in enumerate(rows) if len(row) == 1 and all(way.id in ids for way in row[0].ways)]
        either |= set(told) if len(told) > 1 else set()
    return [replace(line, either=at in either) for at, row in enumerate(rows) for line in row]


def _row(condition: Condition, context: Context, side: _Side) -> Iterator[_Line]:
    """What one entry of the list asks."""
    case = condition.get("case", "")
    ways = [_way(criterion, context, side) for criterion in condition["any_of"]]
    read = [_read(way, context, side) for way in ways]
    if len(read) == 1:
        yield from (_Line(line, case) for line in read[0])
    else:
        # of one way among others only what is met by any of several can be taken apart
        any_of_them = (lines[0] if len(lines) == 1 else (way,) for way, lines in zip(ways, read, strict=True))
        yield _Line(tuple(chain.from_iterable(any_of_them)), case)


def _read(way: _Way, context: Context, side: _Side) -> list[tuple[_Way, ...]]:
    """The conditions that the words of one way mean; the way itself where they mean nothing that is known."""
    lines = () if way.id else context.registries.criteria.wordings.read(at_home(way.text, side.here))
    return [tuple(_Way(each.id, way.text, each.value) for each in line) for line in lines] or [(way,)]


def _implies(given: _Way, wanted: _Way, context: Context) -> Answer:
    """Whether whoever meets ``given`` meets ``wanted``."""
    if given == wanted:
        return YES
    if given.doubt or wanted.doubt:
        return maybe("words", *(way.name for way in (given, wanted) if way.doubt))
    if not given.id or not wanted.id:
        same = given.text == wanted.text and given.text and not given.id and not wanted.id
        return YES if same else maybe("unmatched", wanted.text if not wanted.id else given.text)
    registry = context.registries.criteria
    if given.id != wanted.id:
        implied = wanted.id in registry.broader.get(given.id, frozenset())
        return YES if implied and wanted.value is None else no("asks_more", wanted.id)
    stricter = context.registries.stricter.get(given.id, "")
    if not stricter or (given.value is None and wanted.value is None):
        return YES if given.value == wanted.value else maybe("parameter", given.id)
    if given.value is None or wanted.value is None:
        return maybe("parameter", given.id)
    enough = given.value >= wanted.value if stricter == "more" else given.value <= wanted.value
    return YES if enough else no("stricter", given.id)


def implies(given: Criterion, wanted: Criterion, context: Context) -> Answer:
    """Whether whoever meets ``given`` meets ``wanted``."""
    return _implies(_way(given, context, _a(context)), _way(wanted, context, _b(context)), context)


def _asks_nothing(line: _Line, context: Context) -> bool:
    """Whether a condition is one that everybody meets: 城乡劳动者."""
    return any(way.id in context.registries.criteria.everybody and not way.doubt for way in line.ways)


def within(a: list[Condition], b: list[Condition], context: Context) -> Answer:
    """Whether a admits whoever b admits."""
    givens = _given(_lines(b, context, _b(context)), context)
    answers = [
        _met(line, givens, context) for line in _lines(a, context, _a(context)) if not _asks_nothing(line, context)
    ]
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def _given(lines: Iterable[_Line], context: Context) -> LookedUp[_Line]:
    """Lines looked up by what their ways are and imply; one with no way that is known leaves everything open."""
    broader = context.registries.criteria.broader
    return LookedUp(
        (
            line,
            {key for way in line.ways for key in (way.name, *broader.get(way.id, ()))},
            all(way.doubt or not way.id for way in line.ways),
        )
        for line in lines
    )


def _met(wanted: _Line, givens: LookedUp[_Line], context: Context) -> Answer:
    unknown_way = any(way.doubt or not way.id for way in wanted.ways)
    deciding = givens.deciding((way.name for way in wanted.ways), unknown_way, lambda line: _of_its_case(line, wanted))
    met = any_of((_follows(given, wanted, context) for given in deciding), no("asks_more", wanted.name))
    if met.verdict == "yes":
        return met
    if any(way.doubt for way in wanted.ways):
        return _doubted(wanted)
    if met.verdict == "no" and (unknown := [way.text for way in wanted.ways if not way.id]):
        return maybe("unmatched", *unknown)
    if met.verdict == "no" and wanted.either:
        return maybe("either", wanted.name)
    if met.verdict == "no" and not context.b_whole:
        return maybe("known_in_part", wanted.name)
    return met


def _doubted(line: _Line) -> Answer:
    """What stays open because words deny an id; what is not known beside it is told, too."""
    doubtful = tuple(way.name for way in line.ways if way.doubt)
    unknown = tuple(("unmatched", way.text) for way in line.ways if not way.id and not way.doubt)
    return Answer("maybe", "words", doubtful, open=unknown)


def _of_its_case(given: _Line, wanted: _Line) -> bool:
    """Whether what is given holds in the case of what is wanted."""
    return not given.case or given.case == wanted.case


def _follows(given: _Line, wanted: _Line, context: Context) -> Answer:
    """Whether each way of meeting ``given`` is a way of meeting ``wanted``."""
    if not _of_its_case(given, wanted):
        return no("asks_more", wanted.name)
    answers = (
        any_of((_implies(one, other, context) for other in wanted.ways), no("asks_more", wanted.name))
        for one in given.ways
    )
    return all_of(answers)


def disjoint(a: list[Condition], b: list[Condition], context: Context) -> Answer:
    """Whether a holds none of the criteria that b forbids. One of several ways to qualify is no demand."""
    broader = context.registries.criteria.broader
    forbidden = {way.id for line in _lines(b, context, _b(context)) for way in line.ways}
    answers = []
    for line in _lines(a, context, _a(context)):
        ids = [way.id for way in line.ways]
        if any(way.doubt for way in line.ways):
            answers.append(_doubted(line))
        elif ids and all(id and (id in forbidden or broader.get(id, frozenset()) & forbidden) for id in ids):
            why = "either" if line.either else "case" if line.case else ""
            answers.append(maybe(why, *ids) if why else no("forbidden", *ids))
        elif unknown := [way.text for way in line.ways if not way.id]:
            answers.append(maybe("unmatched", *unknown))
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def weighed(a: list[Condition], b: list[Condition], context: Context) -> bool:
    """Whether b may be called better than a for asking less: each condition of a is eased in b, not merely left out.

    A stated empty list asks for nothing.
    """
    eased = LookedUp((line, [way.name for way in line.ways], False) for line in _lines(b, context, _b(context)))
    broader = context.registries.criteria.broader
    return not b or all(
        any(
            _follows(line, easier, context).verdict == "yes"
            for easier in eased.holding(key for way in line.ways for key in (way.name, *broader.get(way.id, ())))
        )
        for line in _lines(a, context, _a(context))
    )


def identity(condition: Condition, context: Context) -> str:
    """What a condition is: of several ways to qualify, which is written first is no difference."""
    return "|".join(sorted(name(condition, context).split("|")))


def _says(entry: Condition, context: Context) -> dict[str, object]:
    return by_id(entry, context.registries.criteria)


def condition(entry: Condition, speaker: Speaker) -> str:
    """What is met by any one of several."""
    return _alternatives([speaker.value(each, None) for each in entry["any_of"]], speaker.lang)


def _alternatives(told: list[str], lang: Lang) -> str:
    """What is met by any one of several: two are joined by a word, more are told to be a list."""
    if len(told) < 3:
        return or_(lang).join(told)
    return Phrases("value")("any_one_of", lang) + semicolon(lang).join(told)


def linked(conditions: list[Condition], linker: Linker) -> Iterator[str]:
    """One requirement for each line; a line is met by any one of its criteria."""
    for each in conditions:
        said = linker.say([{"any_of": each["any_of"]}])
        more: Node = {"Requirement.name": [linker.text(said)]}
        if "case" in each:
            more["qd:case"] = each["case"]
        yield linker.put("condition", f"{said} {each.get('case', '')}", "Requirement", more)


def read(text: str, context: Context) -> Condition | None:
    """A condition, as printed; with its id where the words are those of the registry."""
    if nothing(text):
        return None
    id = context.registries.criteria.named(text)
    return {"any_of": [{"id": id, "text": text} if id else {"text": text}]}


#: The head of conditions of which one will do; words around it would be a condition of their own.
_ANY_ONE = re.compile(
    "(?:申请(?:人|对象|单位)?)?(?:应当?|须|需)?(?:符合|具备|满足|属于)(?:以下|下列)(?:条件|情形|人员|情况)(?:之一|中?(?:任一|任意一)(?:条|项|种)?)(?:的)?[:：]?"
)


def several(text: str, context: Context) -> list[Condition] | None:
    """One condition that is met by any one of several that are numbered: 符合下列条件之一：1.甲；2.乙."""
    head, *rest = taken_apart(text, "conditions").entries or [""]
    ways = [read(each, context) for each in rest] if _ANY_ONE.fullmatch(head) else []
    if len(ways) < 2 or not all(ways) or any(map(_ONE_OF.search, rest)):
        return None
    return [{"any_of": [each for way in ways if way for each in way["any_of"]]}]


KIND = Kind(
    name="criteria",
    within=within,
    read=read,
    several=several,
    disjoint=disjoint,
    weighed=weighed,
    registry="criteria",
    gates=True,
    members=Members(identity=identity, says=_says, called=name, apart=True),
    words={Condition: condition, Criterion: member_of("criteria")},
    linked={Condition: Linked(linked)},
)
