"""The words of what is found while tables become lists. The findings are made by ``qingdan.importing``."""

from __future__ import annotations

from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.words import CELLS

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
_KEPT = Said(
    "没有读懂的不猜：原文留在事项的说明里，由人来定",
    "What is not understood is not guessed: the text is kept as a note, for a person to decide",
)
_MAPPING = Said(
    "写进 mapping.yaml（导入时会写好一份，改了用 --mapping 交回来），或者改表头",
    "Say so in mapping.yaml (importing writes one; hand it back with --mapping), or change the heading",
)

RULES: tuple[Rule, ...] = (
    Rule(
        id="TBL001",
        severity=_ERROR,
        scope="table",
        since="0.1",
        title=Said("格里的内容靠不住", "What a cell shows cannot be relied on"),
        message=Said("“{text}”没有当作值：{why}", "“{text}” was not taken as a value: {why}"),
        advice=Said(
            "回到原来的系统或文件核对，把这一格改成文字再导入",
            "Look it up where it came from, type it as text, and import again",
        ),
        why=Said(
            "表格软件会把长编码变成科学记数、把日期变成数字，看上去像值，其实已经不是原来的内容",
            "Spreadsheets turn long codes into powers of ten and dates into numbers: what is left looks like a value",
        ),
        words={"why": CELLS},
    ),
    Rule(
        id="TBL002",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("格里有删除线", "A cell is struck through"),
        message=Said(
            "“{text}”有删除线，不知道还算不算，写进了说明",
            "“{text}” is struck through; whether it still holds is not known, and it was kept as a note",
        ),
        advice=Said("不算的删掉，算的去掉删除线，再导入", "Delete it, or take away the line, and import again"),
        why=Said(
            "删除线在别的程序里会消失，废止的内容就会当成有效的发布出去",
            "The line is lost in other programs, and what was withdrawn would be published as valid",
        ),
    ),
    Rule(
        id="TBL003",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("格里的内容没有读懂", "A cell was not understood"),
        message=Said("“{text}”没有读懂，照原文留着", "“{text}” was not understood and stays as it is printed"),
        advice=Said(
            "照同一列别的写法改成一个说法，或者把多出来的话移到备注列",
            "Write it the way the others of its column are, or move what is extra to a column of remarks",
        ),
        why=_KEPT,
        bad="事项名称,金额\n失业登记,1000元左右，看情况\n",
        good="事项名称,金额\n失业登记,1000元\n",
    ),
    Rule(
        id="TBL004",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("像是别的系统导出时的错误", "It looks like an error of the system that wrote the table"),
        message=Said("“{text}”不是内容，没有当作值", "“{text}” is no content and was not taken as a value"),
        advice=Said(
            "回到原来的系统核对这一格，没有内容就留空",
            "Look it up in that system; leave the cell empty where it has nothing",
        ),
        why=Said(
            "null、NaN 是程序写的“没有值”，不能当作文字发布出去",
            "null and NaN are how programs write that there is no value; nobody wants to publish them",
        ),
        bad="事项名称,办理地点\n失业登记,null\n",
        good="事项名称,办理地点\n失业登记,\n",
    ),
    Rule(
        id="TBL005",
        severity=_ERROR,
        scope="table",
        since="0.1",
        title=Said("这一行没有事项名称", "A row has no name"),
        message=Said(
            "这一行没有事项名称（从“{text}”起），没有写入",
            "This row has no name (it begins with “{text}”) and was left out",
        ),
        advice=Said(
            "补上名称；是上一行事项接着写的，把名称那一格向下合并",
            "Fill in the name; where it goes on with the matter above, merge the cell of the name down",
        ),
        why=Said(
            "没有名称的行不知道说的是哪个事项，接到上一行会把话安到别的事项头上",
            "Nobody can tell of what it speaks; joined to the row above it would speak of the wrong matter",
        ),
        bad="事项名称,办理地点\n失业登记,某路1号\n,某路2号\n",
        good="事项名称,办理地点\n失业登记,某路1号\n",
    ),
    Rule(
        id="TBL006",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("合并单元格下面盖着内容", "A merged cell covers content"),
        message=Said(
            "合并单元格盖住了“{text}”，表上看不见，没有写入",
            "“{text}” is covered by a merged cell; nobody sees it, and it was left out",
        ),
        advice=Said("取消合并看一看：要的挪出来，不要的删掉", "Unmerge to look at it: move it, or delete it"),
        why=Said("看不见的内容没有人核对过", "Nobody has checked what nobody can see"),
    ),
    Rule(
        id="TBL007",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("不在认出的表里", "Content outside of the tables that were found"),
        message=Said(
            "这张表里有的格不在认出的表格里，没有写入，第一处是“{text}”",
            "Some cells of this sheet are in no table that was found and were left out; the first is “{text}”",
        ),
        advice=Said(
            "要导入的，用 --header 写明表头在第几行，或者把它单独放一张表",
            "To have them, say where the headings are (--header), or put them on a sheet of their own",
        ),
        why=Said(
            "表格以外的内容也可能是事项，不能悄悄丢掉", "It may be content as well, and is not to be lost in silence"
        ),
    ),
    Rule(
        id="TBL008",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("重复的行", "A row stands twice"),
        message=Said(
            "这一行（{text}）和前面的一行一字不差，没有再写入",
            "This row ({text}) says the same as an earlier one and was left out",
        ),
        advice=Said(
            "删去一行；是两件事的，写出不同在哪里", "Delete one; where they are two matters, say how they differ"
        ),
        why=Said("同一件事写两次，以后改一处漏一处", "What is written twice is mended in one place only"),
        bad="事项名称,办理地点\n失业登记,某路1号\n失业登记,某路1号\n",
        good="事项名称,办理地点\n失业登记,某路1号\n",
    ),
    Rule(
        id="TBL009",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("只有名称的行，另有一行写全了", "A row with a name alone, beside one that is filled in"),
        message=Said(
            "“{text}”这一行只有名称，另有一行同名的写了内容，这一行没有写入",
            "This row has nothing but the name {text}, and another one of that name is filled in; it was left out",
        ),
        advice=Said("删去空的一行；是另一件事的，写上内容", "Delete it; where it is another matter, fill it in"),
        why=Said("空着的同名行多半是录入时留下的", "An empty twin is mostly a leftover of typing"),
        bad="事项名称,办理地点\n失业登记,某路1号\n失业登记,\n",
        good="事项名称,办理地点\n失业登记,某路1号\n",
    ),
    Rule(
        id="TBL010",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("不认得这一列", "A column is not known"),
        message=Said(
            "不认得“{heading}”这一列，整列写进了说明",
            "The column “{heading}” is not known; all of it was kept as notes",
        ),
        advice=_MAPPING,
        why=_KEPT,
        bad="事项名称,办理地点,上级备案号\n失业登记,某路1号,BA-17\n",
        good="事项名称,办理地点\n失业登记,某路1号\n",
    ),
    Rule(
        id="TBL011",
        severity=_ERROR,
        scope="table",
        since="0.1",
        title=Said("两列写到同一处", "Two columns go to one place"),
        message=Said(
            "“{heading}”和另一列是同一个要素，不知道用哪一列，都写进了说明",
            "“{heading}” and another column are the same element; it is not known which one holds; both are notes",
        ),
        advice=_MAPPING,
        why=_KEPT,
    ),
    Rule(
        id="TBL012",
        severity=_ERROR,
        scope="table",
        since="0.1",
        title=Said("列和表头错开了", "Columns stand beside their headings"),
        message=Said(
            "从“{heading}”起，各列的内容像是旁边一列的（{headings}），都写进了说明",
            "From “{heading}” on, columns hold what their neighbours are called ({headings}); all were kept as notes",
        ),
        advice=Said(
            "打开表格对一下：多半是多了或者少了一格，挪回去再导入",
            "Look at the table: most often one cell is missing or one too many; move them back, and import again",
        ),
        why=Said(
            "错开一列，电话就成了时限，地址就成了电话",
            "Moved by one, a telephone becomes a limit, and an address a telephone",
        ),
        bad="事项名称,承诺办结时限,咨询电话,备注\n失业登记,某路1号,3个工作日,0571-12345678\n就业登记,某路2号,5个工作日,0571-12345679\n"
        "档案查询,某路3号,即办,0571-12345670\n",
        good="事项名称,承诺办结时限,咨询电话\n失业登记,3个工作日,0571-12345678\n就业登记,5个工作日,0571-12345679\n档案查询,即办,0571-12345670\n",
    ),
    Rule(
        id="TBL013",
        severity=_INFO,
        scope="table",
        since="0.1",
        title=Said("有隐藏的行或列", "Rows or columns are hidden"),
        message=Said(
            "这张表里有 {cells} 格是隐藏的，也一起读了",
            "{cells} cells of this sheet are hidden; they were read as well",
        ),
        advice=Said("取消隐藏看一看，不要的删掉", "Unhide them to look, and delete what is not wanted"),
        why=Said(
            "隐藏的内容打开时看不见，导入以后人人看得见", "Nobody sees it in the table, and everybody in the list"
        ),
    ),
    Rule(
        id="TBL014",
        severity=_ERROR,
        scope="table",
        since="0.1",
        title=Said("写给不在这里的事项", "It speaks of a matter that is not here"),
        message=Said(
            "“{text}”这一行写的事项或者地方，工作簿里没有，没有写入",
            "The row of “{text}” names a matter or place that the workbook does not have; it was left out",
        ),
        advice=Said("对一下第一列的编号", "Look at the id in the first column"),
        why=Said(
            "材料、流程挂错了编号，就成了别的事项的材料",
            "With a wrong id a paper becomes that of another matter",
        ),
    ),
    Rule(
        id="TBL015",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("一格里像是几个事项", "One cell seems to name several matters"),
        message=Said(
            "“{text}”像是几个事项的名称，只当作一个事项写入",
            "“{text}” seems to name several matters; it was taken as one",
        ),
        advice=Said(
            "是几个事项的，一行写一个再导入；是一个事项的，名称里不要分行编号",
            "Give each matter a row of its own; where it is one, write its name without numbers and line breaks",
        ),
        why=Said("几个事项挤在一格里，就少了几个事项", "Where several share a cell, all but one of them are missing"),
        bad='事项名称,办理地点\n"1.失业登记\n2.就业登记",某路1号\n',
        good="事项名称,办理地点\n1.失业登记,某路1号\n2.就业登记,某路1号\n",
    ),
    Rule(
        id="TBL016",
        severity=_WARNING,
        scope="table",
        since="0.1",
        title=Said("同一处，两格说的不一样", "Two cells say different things of one place"),
        message=Said(
            "“{text}”和这个事项另一格说的不一样，不知道用哪一个，后面的写进了说明",
            "“{text}” says otherwise than another cell of this matter; the later one was kept as a note",
        ),
        advice=Said(
            "核对哪一个对，另一个删掉或者写进备注",
            "Find out which is right, and delete the other or make it a remark",
        ),
        why=Said(
            "两个电话、两个时限，悄悄取一个就可能取错",
            "Of two telephones or limits, one taken in silence may be the wrong one",
        ),
        bad="事项名称,咨询电话,办理地点\n失业登记,0571-12345678,电话：0571-87654321 地址：某路1号\n",
        good="事项名称,咨询电话,办理地点\n失业登记,0571-12345678,电话：0571-12345678 地址：某路1号\n",
    ),
)
