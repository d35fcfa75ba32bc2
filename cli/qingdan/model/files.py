"""Which kinds of file there are, and which model each one has. ``schema: items/1`` in a file names its row here."""

from __future__ import annotations

from qingdan.model import catalogue, edition, own, ways

#: Major version of the file formats; the folder of the schemas.
MAJOR = "1"

MODELS: dict[str, type] = {
    "catalogue": catalogue.CatalogueHead,
    "items": catalogue.ItemsFile,
    "locality": catalogue.LocalityFile,
    "waivers": catalogue.WaiversFile,
    "own-rules": own.OwnRulesFile,
    "profile": own.ProfileFile,
    "edition": edition.EditionHead,
    "national-items": edition.NationalItemsFile,
    "requirements": edition.RequirementsFile,
    "evidence": edition.EvidenceFile,
    "criteria": edition.CriteriaFile,
    "concepts": edition.ConceptsFile,
    "documents": edition.DocumentsFile,
    "groups": edition.GroupsFile,
    "crosswalk": edition.CrosswalkFile,
    "left-out": edition.LeftOutFile,
    "ambiguous": edition.AmbiguousFile,
    "gaps": edition.GapsFile,
    "ways": ways.WaysFile,
}
#: Chinese titles of the files.
TITLES = {
    "catalogue": "省级清单的头文件 catalogue.yaml",
    "items": "事项文件 items/*.yaml",
    "locality": "地方文件 localities/*.yaml",
    "waivers": "豁免文件 waivers.yaml",
    "own-rules": "自己的规则 rules.yaml",
    "profile": "检查方案 profiles/*.yaml",
    "edition": "全国基准的头文件 edition.yaml",
    "national-items": "全国事项文件 items/*.yaml",
    "requirements": "全国要求文件 requirements/*.yaml",
    "evidence": "证明材料登记表 evidence.yaml",
    "criteria": "条件登记表 criteria.yaml",
    "concepts": "概念表 concepts/*.yaml",
    "documents": "文件登记表 documents.yaml",
    "groups": "重点群体 groups.yaml",
    "crosswalk": "对照表 crosswalks/*.yaml",
    "left-out": "未收录的研究记录 left-out.yaml",
    "ambiguous": "一名多义的事项名称 ambiguous.yaml",
    "gaps": "没有全国事项的服务 gaps.yaml",
    "ways": "日常说法和首页的入口 ways.yaml",
}
#: The list in a file whose entries stand or fall one by one: a broken entry is left out by name, the others go on.
ENTRIES = {
    **{
        kind: kind for kind in "waivers requirements evidence criteria concepts documents groups ambiguous gaps".split()
    },
    **dict.fromkeys(("items", "locality", "national-items"), "items"),
    **dict.fromkeys(("crosswalk", "left-out"), "rows"),
    "own-rules": "rules",
}
