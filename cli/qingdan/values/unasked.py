"""Papers that are listed, and of which the words beside them say that they need not be brought, or not always.

户口簿（无需提交）, 缴费证明（数据共享）: who reads only the name of the paper accuses an office of asking for it,
or sends people home for it. What the words mean for certain a person says, by ``by: agency`` or by leaving the row out.
"""

from __future__ import annotations

import re

from qingdan.values.kind import Entry

_BRING = (
    "(?:再|重复|另行|群众|申请人|办事人|个人|本人|单位|企业|现场|纸质|线下)*(?:要求)?"
    "(?:提交|提供|递交|出示|携带|上传|交验|交|带|收取)"
)
_UNASKED = re.compile(
    rf"(?:无需|无须|毋需|毋须|不需要?|不用|不必|不再|不要求|免[予于]?|可不|可免|可以不|可以免|不){_BRING}"
    r"|不再(?:需要|要求)|不收(?!复印|费|取)|取消|联网核查|书面承诺|不得要求|不再索[要取]|(?:不需要|不必要|无需)(?=[)）\]】]|$)|代查|若有|鼓励|容缺|后补|补交|有则|电子证照|数据比对|(?:通过|经|由)[^,，;；。()（）]{1,12}(?:核验|查询|获取|比对)|大数据|线上核验|不作要求|非必备|停用|停止收取|"
    "可查[询到]?的|[二两三]者|选一|任选|任一|任意一|择一|其中[之一]|其一|均可|有的话?提供|选择|视情|根据情况|仅供参考|^参考$|可承诺|现场发放|无[^,，;；。()（）]{1,8}的(?:提供|提交)|共享|告知承诺(?!书)|承诺(?:制|替代|代替)|替代|代替|非必[要须需填]|选填|可选|如有|自愿"
    "|(?:网上|在线|系统|后台|内部|部门间?|经办机构|主动|自动)"
    "(?:核验|核查|查询|查验|获取|调取|调用|比对|校验)"
)
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
#: Where such words stand beside the name.
_BESIDE = ("form", "source", "accepted_if", "note", "when", "how_to_fill")
#: What holds against all that is stated beside it.
_NEVER = re.compile("(?:无需|无须|不需|不用|免于?)(?:提交|提供|递交|携带)(?!原件|复印件)")


def unasked(material: Entry) -> bool:
    """Whether the words of an entry leave open that the paper is asked at all.

    Where the list says who brings it, or in which case, that holds against all words but those in the name.

    Args:
        material: The entry, as the list states it.

    >>> unasked({"name": "户口簿（无需提交）"}), unasked({"name": "户口簿", "source": "数据共享"})
    (True, True)
    >>> unasked({"name": "身份证（不收复印件）"}), unasked({"name": "身份证", "form": "原件核验"})
    (False, False)
    """
    return bool(unasking(material))


def unasking(material: Entry) -> str:
    """The words of an entry that leave open that the paper is asked at all; empty where none do."""
    beside = ["".join(_BRACKETS.findall(str(material["name"])))]
    said = "by" in material or material.get("necessity") in ("conditional", "deferrable")
    others = [str(material.get(key, "")) for key in _BESIDE]
    found = [text for text in (beside if said else [*beside, *others]) if _UNASKED.search(text)]
    return next(iter(found), "") or next((text for text in others if _NEVER.search(text)), "")


def asked(material: Entry) -> bool:
    """Whether an entry asks for a paper for certain, always or in some case."""
    return material.get("by") != "agency" and material.get("necessity") != "optional" and not unasked(material)
