"""The ways in from the home page: who a person is and what happened, as two tables.

A life event leads to national items, a group to the people whom items name as theirs. What an edition of one's own does
not know is left out of its pages.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """People who ask for themselves as a group.

    Attributes:
        slug: In the URL of the page.
        group: Id of the key group in ``groups.yaml``; its name and definition stand there.
        concepts: Ids of the audience.
        en: Its name in English.
    """

    slug: str
    group: str
    concepts: tuple[str, ...]
    en: str


@dataclass(frozen=True)
class Event:
    """Something that happens in a life or a business.

    Attributes:
        slug: In the URL of the page.
        zh: As a person says it.
        en: The same in English.
        items: National items that it leads to, the first thing to do first.
        business: Whether it happens to an employer.
    """

    slug: str
    zh: str
    en: str
    items: tuple[str, ...]
    business: bool = False


#: 我是…
GROUPS: tuple[Group, ...] = (
    Group("graduate", "g01-graduates", ("graduates",), "Graduate"),
    Group("migrant-worker", "g02-migrant-workers", ("migrant-workers",), "Migrant worker"),
    Group("registered-unemployed", "g10-registered-unemployed", ("registered-unemployed",), "Registered as unemployed"),
    Group("hard-to-employ", "g04-hard-to-employ", ("hard-to-employ",), "Person who finds it hard to get work"),
    Group("older", "g08-older-unemployed", ("older-unemployed",), "Older and unemployed"),
    Group("long-term", "g09-long-term-unemployed", ("long-term-unemployed",), "Unemployed for long"),
    Group("youth", "g11-unemployed-youth", ("unemployed-youth",), "Unemployed, 16 to 24 years old"),
    Group("long-term-youth", "g12-long-term-unemployed-youth", ("long-term-unemployed-youth",),
          "Young, unemployed for long"),
    Group("veteran", "g06-veterans", ("veterans",), "Veteran"),
    Group("disabled", "g07-disabled", ("disabled",), "Person with a disability"),
    Group("lifted-out-of-poverty", "g03-lifted-out-of-poverty",
          ("lifted-out-of-poverty", "poverty-monitored", "registered-poor"), "Lifted out of poverty"),
    Group("low-income", "g13-low-income-family", ("low-income-family",), "Family on minimum living allowance"),
    Group("zero-employment", "g05-zero-employment-family", ("zero-employment-family",), "Family in which nobody works"),
    Group("land-lost", "g14-land-lost-farmers", ("land-lost-farmers",), "Farmer who lost land"),
    Group("employer", "g15-employers", ("employer",), "Employer"),
)  # fmt: skip

#: 我要…
EVENTS: tuple[Event, ...] = (
    Event("lost-job", "失业了", "I lost my job",
          ("JY-0401", "JY-1101", "JY-0403", "JY-0201", "JY-0601", "JY-1102", "JY-0606")),
    Event("graduated", "毕业了", "I graduated",
          ("JY-0704", "JY-0701", "JY-0705", "JY-0604", "JY-0703", "JY-1001", "JY-1008")),
    Event("find-work", "找工作", "I look for work",
          ("JY-0102", "JY-0103", "JY-0201", "JY-0202", "JY-0302", "JY-0301", "JY-0105")),
    Event("started-work", "上班了、自己干了", "I found work",
          ("JY-0402", "JY-0403", "JY-1102", "JY-1002", "JY-0602", "JY-0703")),
    Event("start-business", "想创业", "I start a business", ("JY-0203", "JY-0501", "JY-0502", "JY-1201")),
    Event("learn-skill", "学技术、考证", "I learn a skill",
          ("JY-0104", "JY-1201", "JY-1203", "JY-1202", "JY-1103")),
    Event("hardship", "家里困难", "My family is in need",
          ("JY-0601", "JY-0602", "JY-0608", "JY-0606", "JY-0607", "JY-0609")),
    Event("move-file", "转档案", "My personnel file must move",
          ("JY-1002", "JY-1001", "JY-1003", "JY-1004", "JY-1005", "JY-1006", "JY-1007", "JY-1008")),
    Event("moved", "换了地方生活", "I moved to another place", ("JY-0401", "JY-1102", "JY-1002", "JY-1008")),
    Event("from-abroad", "从境外来工作", "I come from abroad to work", ("JY-0901", "JY-0902")),
    Event("ask", "问政策", "I have a question", ("JY-0101", "JY-0106", "JY-0105")),
    Event("hire", "招人", "I hire",
          ("JY-0102", "JY-0302", "JY-0402", "JY-1105", "JY-0605", "JY-0602", "JY-0703", "JY-0603", "JY-0901"), True),
    Event("trainees", "招见习生", "I take trainees", ("JY-0705", "JY-0702"), True),
    Event("keep-staff", "稳岗、培训员工", "I keep and train staff", ("JY-1104", "JY-1201", "JY-1103"), True),
    Event("provide-service", "承接政府购买的服务", "I provide services that the government buys", ("JY-0801",), True),
)  # fmt: skip
