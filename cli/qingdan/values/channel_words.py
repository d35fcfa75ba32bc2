"""The printed name and hours of a channel: is it one by which this matter is handled, now and for everybody?

Names are the place's own, so that they cannot be read to the end: words that close or narrow a way leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

#: A way that is named and cannot be gone, or only for something else: 网上办理（暂未开通）, 仅供查询.
_CLOSED = re.compile(
    # it is not, or not yet; 不动产, 无锡, 未来 and 是否 say nothing of the kind
    "不(?!动产|限|见面|打烊|断|跑)|无(?!锡|为|棣|极|忧|障碍|形|感|人|纸)|未(?!来|央|成年)|(?<!是)否|停(?!车|靠)|暂|撤|取消|关闭|×|[:：]N$"
    "|(?<!线)下线(?!上)|升级|即将|敬请|拟于|(?:建设|维护|调试|筹建|规划|开发)中(?![路心])|[年月日]开通|测试|阶段|非网上"
    # for some only
    "|仅|只[能限可供受办]|限(?:于|本)|部分|试点|[(（][^)）]*(?:除外|人员|企业|单位|个人|户籍|区县)[^)）]*[)）]"
    # for something else
    "|指南|投诉|进度|信息发布|[:：][一二]级|请到|领证|核验$|(?:下载|填报|预约|申报|申请|初审|预审|查询)[^窗]{0,6}窗口"
    "|^(?!.*(?:办理|申请|申报|受理|大厅)).*(?:公示|下载|初审|预审|查询|咨询|预约)"
)

#: Words of ways that need no coming, and of those that do.
_ONLINE = re.compile("网上|线上|在线|网办|网站|网厅|APP|app|小程序|掌上|手机")
_ON_SITE = re.compile(
    "窗口|现场|线下|柜台|(?<!网上)(?<!办事)(?<!服务)(?<!办理)大厅|(?<!网上)(?:办事|服务|政务)大厅|服务中心"
)
#: Only by a counter is still by a counter.
_ONLY_THERE = re.compile(
    "(?:仅限?|只[能可]|仅支持)(?:在|到|去|通过)?(?:线下)?(?:各?[^,，;；。()（）]{0,8}窗口|线下|现场)(?:办理|申请|受理)?$"
)
#: Hours that are none; those at which it closes in the evening or over a holiday are hours.
_SHUT = re.compile("(?:暂未|尚未|未)(?:开通|开放|启用)|暂停(?:办理|服务|受理|使用|开放)|停用|^停止受理|不对外")


def closed(channel: Mapping[str, object]) -> bool:
    """Whether the words of a channel say that nobody can have the matter handled by it now."""
    return bool(_CLOSED.search(_ONLY_THERE.sub("", str(channel.get("name", ""))))) or bool(
        _SHUT.search(str(channel.get("hours", "")))
    )


def of_both_kinds(name: str) -> bool:
    """Whether a name speaks of ways that need no coming and of those that do: 线上线下均可办理."""
    return bool(_ONLINE.search(name) and _ON_SITE.search(name))
