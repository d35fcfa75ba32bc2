"""The ways to an item of people who do not know its name: everyday words, who a person is, what happened."""

from __future__ import annotations

from typing import Annotated, Literal, Required

from qingdan.model.base import AtLeast, Evidence, Id, ItemId, Strict, Text, part


class EverydayWords(Strict, total=False):
    """What people type for an item. These words only find: nothing takes them for its name."""

    item: Required[Annotated[ItemId, part("全国事项编号")]]
    words: Required[Annotated[list[Text], AtLeast(1), part("日常说法")]]


class GroupWay(Strict, total=False):
    """People who ask for themselves as a group. Name and definition stand in ``groups.yaml``."""

    id: Required[Annotated[Id, part("编号", "也是网页的名字：for/编号.html")]]
    group: Required[Annotated[Id, part("重点群体", "groups.yaml 中的编号")]]
    concepts: Required[Annotated[list[Id], AtLeast(1), part("服务对象", "是这些服务对象")]]
    en: Required[Annotated[Text, part("英文名称")]]


class LifeEvent(Strict, total=False):
    """Something that happens in a life or a business, and the items that it leads to."""

    id: Required[Annotated[Id, part("编号", "也是网页的名字：life/编号.html")]]
    zh: Required[Annotated[Text, part("名称", "照群众说的写")]]
    en: Required[Annotated[Text, part("英文名称")]]
    items: Required[Annotated[list[ItemId], AtLeast(1), part("通到的全国事项", "先办的在前")]]
    business: Annotated[bool, part("是单位的事", "不写为个人的事")]


class WaysFile(Strict, total=False):
    """``ways.yaml``: the ways in that the site for citizens offers."""

    schema: Required[Annotated[Literal["ways/1"], part("格式版本")]]
    evidence: Required[Annotated[Evidence, part("证据等级", "这些说法是怎么来的")]]
    source: Annotated[Text, part("出处")]
    everyday: Required[Annotated[list[EverydayWords], part("日常说法", "供查找")]]
    groups: Required[Annotated[list[GroupWay], part("群体", "首页的“我是”")]]
    events: Required[Annotated[list[LifeEvent], part("生活事件", "首页的“我要”")]]


#: Of an edition without the file.
NO_WAYS: WaysFile = {"schema": "ways/1", "evidence": "inferred", "everyday": [], "groups": [], "events": []}
