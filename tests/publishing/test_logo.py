"""The logo: a plain file of the same folder, a picture by its content, and an SVG only as far as it is a picture."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

from qingdan.publishing.drawing import NotPlain, redrawn
from qingdan.publishing.logo import BadLogo, logo_of
from qingdan.publishing.pictures import ending_of
from tests.app.running import run, start, write
from tests.publishing.pictures import GIF, JPEG, PNG, SVG, WEBP, chunk

DAY = "2026-11-22"
SPACE = "http://www.w3.org/2000/svg"
IDENTITY = "name: {zh: 指南, en: Guides}\nslogan: {zh: 一句, en: A line}\nfooter: {zh: 页脚, en: Foot}\nlogo: %s\n"


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (PNG, ".png"), (JPEG, ".jpg"), (WEBP, ".webp"),
        (GIF, ""), (b"", ""), (b"<html><script>alert(1)</script>", ""), (b"PK\3\4", ""), (b"%PDF-1.7", ""), (SVG, ""),
        (PNG[:-1], ""), (PNG + b"PK\3\4", ""), (PNG[:8] + b"<script>", ""), (PNG.replace(b"IHDR", b"IHDX"), ""),
        (PNG[:20] + b"\1" + PNG[21:], ""), (PNG[:8] + chunk(b"IEND", b""), ""), (PNG + PNG, ""),
        (JPEG + b"<script>", ""), (b"\xff\xd8\xff\xe0<script>\xff\xd9", ""), (JPEG[:4], ""), (b"\xff\xd8\xff\xd9", ""),
        (WEBP + b"x", ""), (WEBP[:12] + b"ICCP" + WEBP[16:], ""), (b"RIFF\0\0\0\0WAVE", ""),
    ],
)  # fmt: skip
def test_a_picture_is_known_by_its_content_from_the_first_byte_to_the_last(data: bytes, ending: str) -> None:
    assert ending_of(data) == ending


def drawn(inside: str, root: str = f"xmlns='{SPACE}' xmlns:xlink='http://www.w3.org/1999/xlink'") -> str:
    return redrawn(f"<svg {root}>{inside}</svg>".encode()).decode()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<g id='a'/><use xlink:href='#a'/>", '<g id="a"></g><use href="#a"></use>'),
        ("<rect fill='url(#g)' style='stroke:rgb(1,2,3)'/>", '<rect fill="url(#g)" style="stroke:rgb(1,2,3)"></rect>'),
        ("<style>.a{fill:#fff;mask:url('#m')}</style>", "<style>.a{fill:#fff;mask:url('#m')}</style>"),
        ("<text xml:space='preserve'>A &amp; B &lt;</text>", '<text xml:space="preserve">A &amp; B &lt;</text>'),
        ("<!-- made by hand --><metadata><x/></metadata><title>印</title>", "<title>印</title>"),
        ("<image href='data:image/png;base64,AA=='/>", '<image href="data:image/png;base64,AA=="></image>'),
        ("<g transform='translate(1 2) rotate(45)' aria-label='(a)' data-name='b'/>",
         '<g transform="translate(1 2) rotate(45)" aria-label="(a)" data-name="b"></g>'),
        ("<i:guide xmlns:i='http://www.inkscape.org/namespaces/inkscape'><i:x/></i:guide><g i:label='l' "
         "xmlns:i='http://www.inkscape.org/namespaces/inkscape'/>", "<g></g>"),
    ],
)  # fmt: skip
def test_a_picture_is_written_anew(given: str, kept: str) -> None:
    assert drawn(given) == f'<svg xmlns="{SPACE}">{kept}</svg>'
    assert redrawn(drawn(given).encode()).decode() == drawn(given)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "iso-8859-1"])
def test_whatever_encoding_it_comes_in_it_is_utf_8_afterwards(encoding: str) -> None:
    text = (
        f"<?xml version='1.0' encoding='{encoding.removesuffix('-sig')}'?><svg xmlns='{SPACE}'><title>é</title></svg>"
    )
    if encoding == "gbk":  # of several bytes a character, and not one of XML's own: refused
        with pytest.raises(NotPlain):
            redrawn(text.replace("é", "印").encode(encoding))
    else:
        assert redrawn(text.encode(encoding)).decode("utf-8") == f'<svg xmlns="{SPACE}"><title>é</title></svg>'


def test_what_is_written_is_xml_of_one_namespace() -> None:
    text = drawn("<s:g xmlns:s='http://www.w3.org/2000/svg'><s:path d='M0 0'/></s:g>")
    assert {each.tag for each in ElementTree.fromstring(text).iter()} == {
        f"{{{SPACE}}}{tag}" for tag in ("svg", "g", "path")
    }


REFUSED = {
    "a script": "<script>alert(1)</script>",
    "a script under another prefix": f"<x:script xmlns:x='{SPACE}'>alert(1)</x:script>",
    "a script of HTML": "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
    "HTML inside": "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
    "an event": "<rect onclick='alert(1)'/>",
    "an event in capitals": "<rect ONLOAD='alert(1)'/>",
    "an event of another namespace": "<rect e:onclick='a' xmlns:e='http://www.w3.org/2001/xml-events'/>",
    "a link": "<a href='https://example.org/'><rect/></a>",
    "a link that is a script": "<a xlink:href='java&#10;script:alert(1)'><rect/></a>",
    "another prefix for links": "<image l:href='//example.org/x.png' xmlns:l='http://www.w3.org/1999/xlink'/>",
    "a picture elsewhere": "<image href='https://example.org/x.png'/>",
    "a picture that is an SVG": "<image href='data:image/svg+xml;base64,AA=='/>",
    "a page as a picture": "<image href='data:text/html,x'/>",
    "a part of another file": "<use href='other.svg#a'/>",
    "a base for addresses": "<g xml:base='https://example.org/'/>",
    "an animation": "<rect><animate attributeName='href' to='javascript:alert(1)'/></rect>",
    "a setting": "<rect><set attributeName='onclick' to='alert(1)'/></rect>",
    "an import of styles": "<style>@import 'https://example.org/a.css';</style>",
    "an address in a style": "<style>.a{fill:url(https://example.org/#a)}</style>",
    "an address in an attribute": "<rect fill='url(https://example.org/#a)'/>",
    "an address in a style attribute": "<rect style='background:url(//example.org)'/>",
    "an escape in a style": "<style>.a{fill:u\\72l(https://example.org)}</style>",
    "a set of pictures": "<style>.a{background:image-set('https://example.org/a' 1x)}</style>",
    "an address with blanks": "<rect fill='url( \"https://example.org\" )'/>",
    "a comment within a name": "<style>.a{fill:url<!-- -->(https://example.org)}</style>",
    "a style sheet elsewhere": "<link xmlns='http://www.w3.org/1999/xhtml' rel='stylesheet' href='x'/>",
    "a picture of a filter": "<filter><feImage href='https://example.org/x'/></filter>",
    "a picture within": "<svg/>",
    "parts that show parts": "<g id='a'><rect/></g><g id='b'><use href='#a'/><use href='#a'/></g><use href='#b'/>",
    "too deep": "<g>" * 80 + "</g>" * 80,
    "not closed": "<g>",
    "an unknown entity": "<g>&x;</g>",
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_whatever_a_picture_has_no_need_of_is_refused(what: str) -> None:
    with pytest.raises(NotPlain):
        drawn(REFUSED[what])


@pytest.mark.parametrize(
    "text",
    [
        "", "plain text", "<html/>", "<metadata/>", "<g/>", f"<svg xmlns='{SPACE}x'/>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>", "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x'>]><svg/>",
        "<?xml-stylesheet href='https://example.org/a.css'?><svg/>", "<svg/><script/>", "<?xml version='1.0' encoding='no-such'?><svg/>",
    ],
)  # fmt: skip
def test_what_is_no_svg_or_declares_something_is_refused(text: str) -> None:
    with pytest.raises(NotPlain):
        redrawn(text.encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-7", "utf-8-sig"])
def test_a_script_is_found_in_any_encoding(encoding: str) -> None:
    text = f"<svg xmlns='{SPACE}'><script>alert(1)</script></svg>"
    with pytest.raises(NotPlain):
        redrawn(text.encode(encoding))


def test_a_document_type_that_declares_nothing_is_left_out() -> None:
    public = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert redrawn(public.encode() + SVG).startswith(b"<svg xmlns=")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a picture, and one outside of it."""
    write(tmp_path, "outside.png", PNG)
    write(tmp_path / "own", "mark.png", PNG)
    write(tmp_path / "own/below", "mark.png", PNG)
    return tmp_path / "own"


def test_a_plain_file_of_the_folder_or_below_it_is_taken(folder: Path) -> None:
    assert logo_of(folder, "mark.png").data == logo_of(folder, "below/mark.png").data == PNG


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../outside.png", "link"), ("below/../../outside.png", "link"), ("/etc/hostname", "link"), ("C:mark.png", "link"),
        ("C:\\mark.png", "link"), ("below\\mark.png", "link"), ("\\\\server\\mark.png", "link"),
        ("none.png", "logo"), ("below", "link"), ("below/none/mark.png", "logo"), ("mark.png\0", "logo"), ("x" * 300, "logo"),
    ],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder(folder: Path, name: str, why: str) -> None:
    with pytest.raises(BadLogo) as caught:
        logo_of(folder, name)
    assert caught.value.why == why


@pytest.mark.parametrize("how", ["file", "relative", "within", "folder", "circle", "pipe"])
def test_links_and_special_files_are_refused(folder: Path, how: str) -> None:
    name = "linked.png"
    if how == "file":
        (folder / name).symlink_to(folder.parent / "outside.png")
    elif how == "relative":
        (folder / name).symlink_to("../outside.png")
    elif how == "within":
        (folder / name).symlink_to("mark.png")
    elif how == "circle":
        (folder / name).symlink_to(name)
    elif how == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("needs named pipes")
        os.mkfifo(folder / name)
    else:
        (folder / "linked").symlink_to(folder.parent)
        name = "linked/outside.png"
    with pytest.raises(BadLogo) as caught:
        logo_of(folder, name)
    assert caught.value.why == "link"


@pytest.mark.parametrize(
    ("data", "name", "ending"), [(PNG, "mark.svg", "png"), (SVG, "mark", "svg"), (JPEG, "a.jpeg", "jpg")]
)
def test_the_site_has_the_picture_under_a_name_that_fits_its_content(
    tmp_path: Path, data: bytes, name: str, ending: str
) -> None:
    write(tmp_path, f"own/{name}", data)
    own = write(tmp_path, "own/identity.yaml", IDENTITY % name)
    done = run("publish", tmp_path / "site", start(tmp_path / "little"), "--as-of", DAY, "--identity", own)
    assert done.code == 0, done.err
    assert ending_of((tmp_path / f"site/img/logo.{ending}").read_bytes()) == (f".{ending}" if ending != "svg" else "")
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert f'src="./img/logo.{ending}"' in home and f'rel="icon" href="./img/logo.{ending}"' in home


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html></html>", ("<html>",)), (GIF, ("按内容看", "by its content")),
        (b"<svg><a href='https://example.org'/></svg>", ("<a>", "外面的地址", "addresses elsewhere")),
        (PNG + b"\0" * 200_001, ("200 KB",)),
    ],
)  # fmt: skip
def test_why_a_logo_is_refused_is_said_and_what_next(tmp_path: Path, data: bytes, words: tuple[str, ...]) -> None:
    write(tmp_path, "own/mark.png", data)
    own = write(tmp_path, "own/identity.yaml", IDENTITY % "mark.png")
    little = start(tmp_path / "little")
    told = [
        run("publish", tmp_path / "site", little, "--as-of", DAY, "--identity", own, "--lang", lang)
        for lang in ("zh", "en")
    ]
    assert {each.code for each in told} == {2} and not (tmp_path / "site").exists()
    said = "".join(each.err for each in told)
    assert all(word in said for word in (*words, "mark.png", "下一步", "Next")), said
