"""One item of the benchmark with every element filled, drawn at random from a seed and close to what the nation asks."""

from __future__ import annotations

from random import Random
from typing import Any

from qingdan.loading.edition import Edition
from tests.benchmarks import phrases

Record = dict[str, Any]
#: One value in so many departs from the national one, so that there is something to find.
_DEPARTS = 12
#: Long elements that are not in every guide: one in so many leaves each of them out.
_SELDOM = ("guide", "faq", "centre", "remedy", "steps", "exchange", "aliases", "cross_region", "complaint", "online")
_LEFT_OUT = 3


class Drawer:
    """Draws items for one edition; the same seed gives the same items."""

    def __init__(self, edition: Edition, seed: str) -> None:
        self._edition = edition
        self._random = Random(seed)
        self._national = list(edition.items)
        names, kinds = edition.registries.evidence.names, edition.registries.evidence_kinds
        self._papers = [(id, name) for id, name in names.items() if kinds.get(id) == "proof"]
        self._criteria = [(id, name) for id, name in edition.registries.criteria.names.items()]
        self._documents = list(edition.registries.documents.by_id.values())

    def item(self, province: str, short: str, number: int) -> Record:
        """One item: its own values first, the national ones laid over them."""
        national = self._national[number % len(self._national)]
        name = self._edition.items[national]["name"]
        own = {
            **self._identity(province, short, number, name, national),
            **self._audience(),
            "materials": self._materials(),
            **self._handling(province),
            **self._time_and_money(),
            **self._follow_up(province),
            **self._prose(province, name),
        }
        left_out = {key for key in _SELDOM if not self._random.randrange(_LEFT_OUT)}
        return self._as_the_nation_asks({key: part for key, part in own.items() if key not in left_out}, national)

    def _as_the_nation_asks(self, own: Record, national: str) -> Record:
        """Take the national value of each requirement, save one in a dozen."""
        taken: dict[str, Any] = {}
        for requirement in self._edition.requirements.get(national, ()):
            value = next(iter(requirement["value"].values()))
            if requirement["relation"] not in ("within", "covers", "equal") or not self._random.randrange(_DEPARTS):
                continue
            if requirement.get("channel") or requirement.get("case") or requirement["element"] == "channels":
                continue  # what is kept by channel or case, and channels themselves, stay as they are
            if isinstance(value, list):
                taken.setdefault(requirement["element"], []).extend(value)
            else:
                taken[requirement["element"]] = value
        return {**own, **taken}

    def _identity(self, province: str, short: str, number: int, name: str, national: str) -> Record:
        return {
            "id": f"{short}-{number + 1:04d}",
            "name": name if number < len(self._national) else f"{name}（{self._random.choice(phrases.GROUPS)}）",
            "everyday_name": f"我要办{name}",
            "aliases": [f"办理{name}", f"{name}服务"],
            "type": self._random.choice(("public-service", "benefit", "confirmation")),
            "codes": {"scheme": "local", "local_basic": f"{province}{number:06d}"},
            "implements": [{"item": national, "relation": "exact" if number < len(self._national) else "part"}],
            "state": "in_use",
            "version": self._random.randint(1, 6),
            "effective_on": "2025-03-01",
            "legal_basis": [self._cited(document) for document in self._random.sample(self._documents, 2)],
            "standards": [{"title": "公共就业服务 总则", "number": "GB/T 33527-2017"}],
        }

    def _cited(self, document: Any) -> Record:
        kept = {"document": document["id"], "title": document["title"], "number": document.get("number")}
        return {**{key: value for key, value in kept.items() if value}, "article": f"第{self._random.randint(2, 60)}条"}

    def _audience(self) -> Record:
        own = [{"any_of": [{"id": id, "text": text}]} for id, text in self._random.sample(self._criteria, 2)]
        own.append({"any_of": [{"text": text} for text in self._random.sample(phrases.LOCAL_CONDITIONS, 2)]})
        return {
            "audience": [{"id": "natural-person", "text": "自然人"}, {"id": "legal-person", "text": "企业法人"}],
            "places": [
                {"id": "hukou-place", "text": "户籍地"},
                {"id": "usual-residence", "text": "常住地"},
                {"id": "workplace", "text": "就业地"},
                {"id": "insured-place", "text": "参保地"},
            ],
            "conditions": own,
            "applicant_deadline": [
                {"amount": 30, "unit": "calendar_day", "start": "hired", "text": "自招用之日起30日内"}
            ],
        }

    def _materials(self) -> list[Record]:
        drawn = self._random.sample(self._papers, 4)
        rows: list[Record] = [
            {"id": "id-document", "name": "有效身份证件", "necessity": "required", "by": "applicant", "form": "原件"},
            {
                "name": f"{drawn[0][1]}或{drawn[1][1]}",
                "any_of": [{"id": id, "text": text} for id, text in drawn[:2]],
                "necessity": "conditional",
                "when": f"{self._random.choice(phrases.GROUPS)}申请时提供",
            },
            {
                "id": drawn[2][0],
                "name": drawn[2][1],
                "necessity": "required",
                "by": "agency",
                "note": "经办机构自行核验",
            },
            {"name": self._random.choice(phrases.LOCAL_PAPERS), "necessity": "optional", "by": "applicant"},
        ]
        rows[0].update(
            type="certificate", original_copies=1, size="A4", source="公安机关核发", accepted_if="在有效期内",
            how_to_fill="不用填写", basis=[self._cited(self._random.choice(self._documents))],
        )  # fmt: skip
        return rows

    def _handling(self, province: str) -> Record:
        street = self._random.choice(phrases.STREETS)
        return {
            "provider": {
                "name": f"{province[:2]}市公共就业服务中心", "nature": "statutory-body", "authority": "人力资源社会保障局",
                "accepts": f"{street}街道便民服务中心", "decides": "县级公共就业服务机构", "joint": ["财政局", "民政局"],
                "power_source": "法定本级行使", "purchased": "no",
            },
            "levels": [{"id": "county", "text": "县级"}, {"id": "township", "text": "镇(乡、街道)级"}],
            "accepted_at": [
                {"id": "public-employment-agency", "text": "公共就业服务机构"},
                {"id": "township-agency", "text": "街道、乡镇公共就业服务机构"},
                {"id": "community-station", "text": "社区、村服务站"},
            ],
            "decided_at": [{"id": "county", "text": "县级"}],
            "result": {
                "type": "证照", "name": "办理结果告知书", "delivery": "当场领取、邮寄、网上下载", "by_post": "yes",
                "notice": "短信和站内消息", "delivery_limit": {"amount": 3, "unit": "working_day", "start": "decided"},
            },
            "channels": [
                {"kind": "counter", "name": "窗口办理", "address": self._address(street), "hours": "工作日9:00—17:00"},
                {"kind": "online", "name": "政务服务网", "url": "https://example.invalid/service", "single_login": "yes"},
                {"kind": "mobile", "name": "手机应用", "url": "https://example.invalid/app"},
                {"kind": "terminal", "name": "自助服务终端"},
            ],
            "online": {"available": "yes", "depth": "level-4", "text": "可以全程网上办理"},
            "centre": {
                "in_centre": "yes", "hall": f"{street}路政务服务中心", "terminal": "yes", "appointment": "yes",
                "appointment_rules": "提前一个工作日预约，每人每日限约一次", "daily_quota": 60, "materials_by_post": "yes",
                "transport": f"乘坐公共汽车{self._random.randint(1, 199)}路到{street}路站下车",
            },
            "contact": {
                "phone": self._phone(), "online": "政务服务网智能客服", "address": self._address(street),
                "window": f"{self._random.randint(1, 40)}号窗口", "hours": "工作日上午9:00—12:00，下午13:30—17:00",
            },
            "steps": [
                {"name": name, "role": self._random.choice(phrases.ROLES), "limit": {"amount": 1, "unit": "working_day"}}
                for name in phrases.STEPS[: self._random.randint(4, 6)]
            ],
        }  # fmt: skip

    def _time_and_money(self) -> Record:
        days = self._random.randint(2, 8)
        rate = self._random.choice(("1/2", "2/3", "80/100"))
        return {
            "case_type": "promised",
            "statutory_limit": [{"amount": 20, "unit": "working_day", "start": "accepted", "text": "20个工作日"}],
            "promised_limit": [
                {"amount": days, "unit": "working_day", "channel": "counter", "text": f"{days}个工作日"},
                {"amount": days - 1, "unit": "working_day", "channel": "online", "text": f"{days - 1}个工作日"},
            ],
            "visits": [
                {"amount": 0, "channel": "online", "text": "不用到现场"},
                {"amount": 1, "channel": "counter", "text": "到现场一次", "reason": "现场核验身份"},
            ],
            "fee": {"charged": "no", "text": "不收费"},
            "amount": [{"yuan": self._random.randrange(500, 5000, 100), "bound": "max", "per": "人", "text": "一次性"}],
            "ratio": [{"value": rate, "base": "实际缴纳的社会保险费", "bound": "max"}],
            "months": [{"amount": 36, "bound": "max", "text": "最长三年"}],
            "frequency": [{"amount": 1, "per": "month", "text": "每月一次"}],
            "service_standard": [{"id": "job-recommendation", "text": "岗位推荐"}, {"text": "上门送岗"}],
            "benefit_text": "按规定标准享受",
        }

    def _follow_up(self, province: str) -> Record:
        office = {"name": "人民政府行政复议机构", "address": self._address("和平"), "phone": self._phone()}
        court = {"name": "人民法院", "address": self._address("建设"), "phone": self._phone()}
        return {
            "cross_region": {"scope": "province-wide", "mode": "全程网办", "areas": ["全省各县（市、区）"], "text": "全省通办"},
            "first_contact": [{"amount": 5, "unit": "working_day", "start": "registered"}],
            "contact_interval": [{"amount": 1, "unit": "month"}],
            "published_within": [{"amount": 20, "unit": "working_day", "start": "information-made"}],
            "exit_rule": "不再符合条件的，次月起停止享受",
            "complaint": {"phone": self._phone(), "ways": ["电话投诉", "窗口投诉", "来信来访"]},
            "remedy": {"reconsideration": office, "litigation": court},
            "applies": "on_application",
            "source": {
                "title": f"基准测试用清单（{province}）", "date": "2025-06-01", "as_of": "2025-06-01",
                "evidence": "sample", "seen": "whole",
            },
        }  # fmt: skip

    def _prose(self, province: str, name: str) -> Record:
        asked = self._random.sample(phrases.QUESTIONS, self._random.randint(1, 2))
        return {
            "guide": {
                "steps_online": "\n".join(self._random.sample(phrases.SENTENCES, 2)),
                "steps_counter": self._sentence(),
                "rights": "知情、陈述", "duties": "如实提供信息", "topics_person": ["就业创业", "社会保障"],
                "operating_rule": f"《{name}业务规程》", "window": "全年受理", "published_on": "2025-03-10",
                "changed_on": "2025-03-01",
            },
            "faq": [
                {"question": question, "answer": self._sentence(), "order": order}
                for order, question in enumerate(asked, start=1)
            ],
            "exchange": {"list_number": f"{province}-{name}", "record_number": str(self._random.randrange(10**8))},
        }  # fmt: skip

    def _sentence(self) -> str:
        return self._random.choice(phrases.SENTENCES)

    def _address(self, street: str) -> str:
        return f"{street}路{self._random.randint(1, 999)}号政务服务中心{self._random.randint(1, 5)}楼"

    def _phone(self) -> str:
        return f"0000-{self._random.randrange(10**7, 10**8)}"
