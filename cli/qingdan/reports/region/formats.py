"""Several provinces side by side: for a terminal, as Markdown, as a page, and for machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from qingdan.model.declarations import titled
from qingdan.printing.data import head
from qingdan.printing.escape import markdown
from qingdan.printing.page import page, table, text
from qingdan.printing.paint import Paint, plain
from qingdan.reports.diff import words
from qingdan.reports.diff.as_html import STYLE
from qingdan.reports.region.facts import STANDINGS, Point, Region
from qingdan.values import kind_of
from qingdan.values.saying import of_key, say
from qingdan.words.grammar import Lang, bracketed, colon, comma, joined, semicolon
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

FORMAT = "region/1"
_said = Phrases("region")
_STYLES = {"differs": "error", "unsettled": "info", "not_stated": "dim", "agreed": "good"}


def render(region: Region, lang: Lang, paint: Paint = plain, silent: bool = False) -> str:
    """For a person at a terminal; what agrees, and what someone does not state, is counted unless ``silent``."""
    lines = [paint(joined([visible(name) for name in region.names], lang), "bold"), *_notes(region, lang)]
    for id, points in _by_item(region, silent):
        lines += ["", f"  {paint(visible(region.items[id]), 'bold')}  {paint(visible(id), 'dim')}"]
        lines += [f"    {told}" for told in _gaps(id, region, lang)]
        for point in points:
            lines.append(
                f"    {paint(_said(point.standing, lang), _STYLES[point.standing])}  {titled(point.element, lang)}"
            )
            lines += [f"      {visible(name)}  {told}" for name, told in _told(point, region, lang)]
    return "\n".join([*lines, "", _totals(region, lang)]) + "\n"


def render_markdown(region: Region, lang: Lang, silent: bool = False) -> str:
    """As Markdown, one table an item."""
    lines = [f"# {markdown(joined(region.names, lang))}", ""]
    lines += [line for told in _notes(region, lang) for line in (f"**{markdown(told)}**", "")]
    lines += [markdown(_totals(region, lang)), ""]
    for id, points in _by_item(region, silent):
        lines += [f"## {markdown(region.items[id])} {markdown(id)}", ""]
        lines += [line for told in _gaps(id, region, lang) for line in (markdown(told), "")]
        if points:
            heads = [words.said(code, lang) for code in ("result", "element")] + [markdown(x) for x in region.names]
            lines += ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
        for point in points:
            cells = [
                _said(point.standing, lang),
                titled(point.element, lang),
                *(told for _, told in _told(point, region, lang)),
            ]
            lines.append("| " + " | ".join(map(markdown, cells)) + " |")
        lines += [""] if points else []
    return "\n".join(lines).rstrip() + "\n"


def render_html(region: Region, lang: Lang, silent: bool = False) -> str:
    """As one page, one table an item."""
    return page(joined(region.names, lang), STYLE, _body(region, lang, silent), lang)


def _body(region: Region, lang: Lang, silent: bool) -> Iterator[str]:
    for told in _notes(region, lang):
        yield f'<p class="note">{text(told)}</p>'
    yield f"<p>{text(_totals(region, lang))}</p>"
    heads = [text(words.said(code, lang)) for code in ("element", "result")] + [text(name) for name in region.names]
    classes = {"differs": "no", "agreed": "yes", "unsettled": "unsettled", "not_stated": "unregulated"}
    for id, points in _by_item(region, silent):
        body = []
        for point in points:
            cells = "".join(f"<td>{text(told)}</td>" for _, told in _told(point, region, lang))
            standing = f'<td class="{classes[point.standing]}">{text(_said(point.standing, lang))}</td>'
            body.append(f'<tr><th scope="row">{text(titled(point.element, lang))}</th>{standing}{cells}</tr>')
        yield from table(f"{region.items[id]} {id}", heads, body)
        yield from (f"<p>{text(told)}</p>" for told in _gaps(id, region, lang))


def value(region: Region, lang: Lang) -> dict[str, object]:
    """As plain data, shaped by ``schemas/1/region.schema.json``."""
    return {
        **head(FORMAT),
        "lang": lang,
        "as_of": region.as_of,
        "provinces": list(region.names),
        "edition": region.edition,
        "notes": [{"code": note.code, "values": list(note.values.values())} for note in region.notes],
        "complete": region.complete,
        "unread": region.unread,
        "left_out": region.left_out,
        "counts": {standing: region.counts[standing] for standing in STANDINGS},
        "absent": region.absent,
        "several": region.several,
        "points": [_point(point, region, lang) for point in region.points],
    }


def _point(point: Point, region: Region, lang: Lang) -> dict[str, object]:
    voices = []
    for number, (stated, place, (_, told)) in enumerate(
        zip(point.values, point.places, _told(point, region, lang), strict=True)
    ):
        known = {"value": stated, "place": asdict(place) if place else None}
        kept = {name: each for name, each in known.items() if each is not None}
        voices.append({"province": number, "text": told, **kept})
    head = {"item": point.item, "name": region.items[point.item], "element": point.element}
    return {**head, "standing": point.standing, "voices": voices}


def _by_item(region: Region, silent: bool) -> Iterator[tuple[str, list[Point]]]:
    """Items with something to show: by default what is to be agreed on and what nobody can compare."""
    wanted = STANDINGS if silent else ("differs", "unsettled")
    for id in region.items:
        points = [point for point in region.points if point.item == id and point.standing in wanted]
        if points or silent:
            yield id, points


def _told(point: Point, region: Region, lang: Lang) -> list[tuple[str, str]]:
    """Province and its value in words, with the channel and the case of each part."""
    keyed = kind_of(point.element).keyed
    told = []
    for name, stated in zip(region.names, point.values, strict=True):
        if keyed and isinstance(stated, list) and stated:
            parts = [_entry(entry, point, region, lang) for entry in stated]
            told.append((name, semicolon(lang).join(parts)))
        else:
            told.append((name, say(stated, lang, region.registered, point.element)))
    return told


def _entry(entry: dict[str, object], point: Point, region: Region, lang: Lang) -> str:
    key = str(entry.get("channel", "")), str(entry.get("case", ""))
    inner = visible(joined(of_key(key, region.registered), lang))
    return say(entry, lang, region.registered, point.element) + (bracketed(inner, lang) if inner else "")


def _gaps(id: str, region: Region, lang: Lang) -> list[str]:
    """Which provinces have no item, or several, for a national one."""
    lines = []
    for code, found in (("absent", region.absent), ("several", region.several)):
        if id in found:
            who = joined([visible(region.names[number]) for number in found[id]], lang)
            lines.append(_said(code, lang) + colon(lang) + who)
    return lines


def _notes(region: Region, lang: Lang) -> list[str]:
    lines = [visible(words.said(note.code, lang, **note.values)) for note in region.notes]
    if all(sum(each is not None for each in point.values) < 2 for point in region.points):
        lines.append(_said("nothing", lang))
    return [*lines, *words.missed(region, lang)]


def _totals(region: Region, lang: Lang) -> str:
    told = [f"{_said(standing, lang)} {region.counts[standing]}" for standing in STANDINGS]
    return comma(lang).join(told)
