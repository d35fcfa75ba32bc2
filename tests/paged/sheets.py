"""Sheets to try the writers with: with every kind of text that a list may hold."""

from __future__ import annotations

from hypothesis import strategies as st

from qingdan.paged.sheet import Column, Group, Lines, Part, Sheet, Table, shown

DAY = "2026-11-22"
HOSTILE = (
    "#panic()", "$x$ *b* _i_ <a> @b", "= 标题", "- 一项", "\\ // /* `x`", "#import \"@preview/a:1.0.0\"", "]#eval(\"1\")[",
    "<w:p/> &amp; ]]>", "=1+1", "{PAGE} {{x}}", "a\x00b\x1b[31m\u202e", "\ufeff零宽\u200b", "制表\t符",
)  # fmt: skip
CODES = ("91440000MA59XXXXX0123456789", "https://www.example.gov.cn/art/2023/1/9/art_1229549508_58957754.html?a=1&b=2",
         "JY-0401-R20-ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0".zfill(60), "M" * 60)  # fmt: skip
ORDINARY = (
    "失业登记",
    "渝人社发〔2021〕12345号",
    "《中华人民共和国就业促进法》第五十二条",
    "0571-87053138、87053142",
    "App",
    "无",
)
lines = st.sampled_from([*HOSTILE, *CODES, *ORDINARY]).map(shown).filter(bool)
cells = st.lists(lines, max_size=4).map(tuple)


@st.composite
def tables(draw: st.DrawFn, grouped: bool = False) -> Table:
    """A table with some columns and rows; each row begins with its number."""
    width = draw(st.integers(1, 12))
    columns = (Column("序号", 5), *(Column(f"第{n}列", draw(st.integers(5, 20))) for n in range(width)))
    count, groups, number = draw(st.integers(1, 3)) if grouped else 1, [], 0
    for at in range(count):
        rows = []
        for _ in range(draw(st.integers(1, 12))):
            number += 1
            rows.append(((str(number),), *(draw(cells) for _ in range(width))))
        groups.append(Group(f"第{at}组" if grouped else "", tuple(rows)))
    return Table(columns, tuple(groups))


def sheet(table: Table, notes: Lines = (), title: str = "示例省就业公共服务事项清单") -> Sheet:
    """A sheet with one table."""
    return Sheet("zh", DAY, "附件", title, ("出处：示例",), (Part(table=table), Part("说明", notes, numbered=True)))
