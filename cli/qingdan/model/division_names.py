"""Short names of divisions: the name as people write it, without the ending of its kind."""

from __future__ import annotations

import re

_KINDS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "省", "市", "区", "县", "旗", "盟")
#: Names of the ethnic groups as they stand in names of divisions; some appear there without 族.
_GROUPS = (
    "各|满|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春"
)
_WITHOUT_ENDING = "维吾尔|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯"
_PEOPLES = re.compile(rf"(?:(?:{_GROUPS})族)+$|(?:{_WITHOUT_ENDING})$")
#: What stays must still be a name: 内蒙古 less 蒙古 is none, nor is 东乡族自治县 less its people.
_SHORTEST = 2


def short_names(name: str) -> tuple[str, ...]:
    """The short forms of a full name: 吉首市 gives 吉首; 湘西土家族苗族自治州 gives 湘西 and 湘西州.

    A form of a single character is none (城区, 沙县), since it would match by chance.
    """
    kind = next((each for each in _KINDS if name.endswith(each)), "")
    if not kind:
        return ()
    stem = name[: -len(kind)]
    if not kind.startswith("自治"):
        return (stem,) if len(stem) >= _SHORTEST else ()
    place = _PEOPLES.sub("", stem)
    if len(place) < _SHORTEST:
        place = stem.removesuffix("族")
    return (place,) if kind == "自治区" else (place, place + kind[-1])
