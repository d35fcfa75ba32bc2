"""The sentences that citizens read, in Chinese and English."""

from __future__ import annotations

#: code → (zh, en); the sentences of whole services, of elements, and what stands around them.
SAID: dict[str, tuple[str, str]] = {
    "title": ("办事有哪些变化", "What changes when you apply"),
    "of": ("这里说的是“{name}”。", "This is about: {name}."),
    "h_new": ("新开办的服务", "New services"),
    "h_cancelled": ("不再办理的服务", "Services that end"),
    "h_suspended": ("暂停和恢复的服务", "Services that pause or return"),
    "h_renamed": ("改了名字的服务", "Services with a new name"),
    "h_changed": ("办法有变化的服务", "Services that are handled differently"),
    "h_places": ("各地的变化", "Changes in places"),
    "new": ("新开办“{name}”。", "New: {name}."),
    "split": ("“{name}”从“{before}”分出来，单独办理。", "{name} is now a service of its own; it was part of {before}."),
    "new_for": ("谁可以办：{value}。", "Who can apply: {value}."),
    "cancelled": ("“{name}”不再办理。", "{name} ends."),
    "follows": ("需要的话，可以办“{name}”。", "You can apply for {name} instead."),
    "merged": (
        "“{name}”不再单独办理，并入“{after}”。",
        "{name} is no longer a service of its own; it is now part of {after}.",
    ),
    "unlisted": (
        "“{name}”不再列在清单里。是不是停办，清单没有写，请先打电话问。",
        "{name} is no longer in the list. The list does not say that it ends; please ask.",
    ),
    "suspended": ("“{name}”暂停办理。", "{name} is suspended."),
    "resumed": ("“{name}”恢复办理。", "{name} is offered again."),
    "renamed": (
        "“{before}”改叫“{after}”，还是同一项服务。",
        "{before} is now called {after}; it is the same service.",
    ),
    "moved": ("现在由{after}办（原来是{before}）。", "Now handled at: {after} (before: {before})."),
    "taken_up": ("{place}开始办“{name}”。", "{place} now offers {name}."),
    "given_up": ("{place}不再办“{name}”。", "{place} no longer offers {name}."),
    "because": ("原因：{reason}。", "Why: {reason}."),
    "from": ("从{day}起。", "From {day}."),
    "also": ("{places}也一样。", "The same in: {places}."),
    "faster": ("比原来快", "faster than before"),
    "slower": ("比原来慢", "slower than before"),
    "longer": ("比原来长", "longer than before"),
    "shorter": ("比原来短", "shorter than before"),
    "more": ("比原来多", "more than before"),
    "fewer": ("比原来少", "less than before"),
    "easier": ("比原来宽", "easier to meet than before"),
    "stricter": ("比原来严", "stricter than before"),
    "unclear": ("哪个更好说不准", "which is better cannot be said"),
    "nothing": ("这次调整没有改变办事的人要做的事。", "Nothing changes for people who apply."),
    "h_ask": ("到哪里问", "Where to ask"),
    "ask": ("{name}：{phone}", "{name}: {phone}"),
    "no_phone": (
        "清单没有写咨询电话，请到当地公共就业服务窗口问。",
        "The list states no phone; please ask at the counter.",
    ),
    "places": ("各地另有规定的，以当地的为准。", "Where a place has rules of its own, those hold there."),
    "incomplete": (
        "清单有一部分没有读成，这份说明可能不全。",
        "A part of the list could not be read; more may have changed.",
    ),
    "source": ("根据：{files}。", "Source: {files}."),
    "made": (
        "本说明由清单文件自动整理，整理日期 {day}，以正式公布的为准。",
        "Made from the files of the list on {day}; what is published officially holds.",
    ),
}  # fmt: skip
#: Element → sentences for: added, removed, changed, newly stated. ``{value}`` is the member or the new value.
SENTENCES: dict[str, dict[str, tuple[str, str]]] = {
    "materials": {
        "added": ("要多带一样：{value}。", "You need one more paper: {value}."),
        "removed": ("以后不用带{value}了。", "You no longer need: {value}."),
        "changed": ("材料有变化：原来 {before}；现在 {after}。", "A paper changes: {before} → {after}."),
        "stated": ("现在写明了要带什么：{value}。", "The papers are now stated: {value}."),
        "fetched": ("{value}由窗口自己查，不用您带。", "{value}: the office looks it up, you need not bring it."),
        "not_fetched": (
            "{value}窗口不再自己查，要您自己带。",
            "{value}: the office no longer looks it up, please bring it.",
        ),
        "form_added": ("要多填一份：{value}。", "There is one more form: {value}."),
        "form_removed": ("以后不用填{value}了。", "You no longer fill in: {value}."),
    },
    "promised_limit": {
        "changed": (
            "办理时限{key}从{before}改为{after}，{effect}。",
            "Handling time{key}: {before} → {after}, {effect}.",
        ),
        "stated": ("现在写明了办理时限{key}：{value}。", "The handling time{key} is now stated: {value}."),
    },
    "applicant_deadline": {
        "changed": (
            "申请期限{key}从{before}改为{after}，{effect}。",
            "Time to apply{key}: {before} → {after}, {effect}.",
        ),
        "stated": ("现在写明了申请期限{key}：{value}。", "The time to apply{key} is now stated: {value}."),
    },
    "visits": {
        "changed": ("要跑的次数{key}从{before}改为{after}，{effect}。", "Visits{key}: {before} → {after}, {effect}."),
        "stated": ("现在写明了要跑几次{key}：{value}。", "The number of visits{key} is now stated: {value}."),
    },
    "fee": {
        "free": ("现在不收费了。", "It is now free of charge."),
        "charged": ("现在要收费，多少钱请先问清楚。", "There is now a charge; please ask how much."),
        "changed": ("收费有变化：原来 {before}；现在 {after}。", "The charge changes: {before} → {after}."),
        "stated": ("现在写明了收不收费：{value}。", "Whether there is a charge is now stated: {value}."),
    },
    "channels": {
        "added": ("现在也可以这样办：{value}。", "You can now also apply by: {value}."),
        "removed": ("不能再这样办：{value}。", "You can no longer apply by: {value}."),
        "changed": ("办理方式有变化：原来 {before}；现在 {after}。", "A way to apply changes: {before} → {after}."),
        "stated": ("现在写明了怎么办：{value}。", "How to apply is now stated: {value}."),
    },
    "accepted_at": {
        "added": ("现在也可以到这里办：{value}。", "You can now also apply at: {value}."),
        "removed": ("不能再到这里办：{value}。", "You can no longer apply at: {value}."),
        "changed": ("到哪里办有变化：原来 {before}；现在 {after}。", "Where to apply: {before} → {after}."),
        "stated": ("现在写明了到哪里办：{value}。", "Where to apply is now stated: {value}."),
    },
    "places": {
        "added": ("现在在{value}也可以办。", "You can now also apply in: {value}."),
        "removed": ("在{value}不能再办。", "You can no longer apply in: {value}."),
        "changed": ("在哪里可以办有变化：原来 {before}；现在 {after}。", "You can apply in: {before} → {after}."),
        "stated": ("现在写明了在哪里可以办：{value}。", "Where you can apply is now stated: {value}."),
    },
    "audience": {
        "added": ("现在这些人也可以办：{value}。", "Now open to: {value}."),
        "removed": ("这些人不能再办：{value}。", "No longer open to: {value}."),
        "changed": ("可以办的人从“{before}”改为“{after}”。", "Who can apply: {before} → {after}."),
        "stated": ("现在写明了谁可以办：{value}。", "Who can apply is now stated: {value}."),
    },
    "conditions": {
        "added": ("多了一个条件：{value}。", "One more condition: {value}."),
        "removed": ("少了一个条件，不再要求：{value}。", "One condition less: {value}."),
        "changed": ("条件从“{before}”改为“{after}”，{effect}。", "A condition: {before} → {after}, {effect}."),
        "stated": ("现在写明了条件：{value}。", "The conditions are now stated: {value}."),
    },
    "amount": {
        "changed": ("发的钱{key}从{before}改为{after}，{effect}。", "The amount{key}: {before} → {after}, {effect}."),
        "stated": ("现在写明了发多少钱{key}：{value}。", "The amount{key} is now stated: {value}."),
    },
    "ratio": {
        "changed": (
            "发放的比例{key}从{before}改为{after}，{effect}。",
            "The share{key}: {before} → {after}, {effect}.",
        ),
        "stated": ("现在写明了发放的比例{key}：{value}。", "The share{key} is now stated: {value}."),
    },
    "months": {
        "changed": (
            "能享受的时间{key}从{before}改为{after}，{effect}。",
            "How long{key}: {before} → {after}, {effect}.",
        ),
        "stated": ("现在写明了能享受多久{key}：{value}。", "How long{key} is now stated: {value}."),
    },
    "frequency": {
        "changed": ("次数{key}从{before}改为{after}，{effect}。", "How often{key}: {before} → {after}, {effect}."),
        "stated": ("现在写明了次数{key}：{value}。", "How often{key} is now stated: {value}."),
    },
    "contact": {
        "changed": ("咨询和办理的地点、电话有变化：{after}。", "Where to go and ask changes: {after}."),
        "stated": ("现在写明了到哪里问：{value}。", "Where to ask is now stated: {value}."),
    },
}  # fmt: skip
#: What is said of every other element that people read. What only offices need (codes, levels, bases) is not told.
OTHERS: dict[str, tuple[str, str]] = {
    "added": ("{element}里新写了“{value}”。", "New under {element}: {value}."),
    "removed": ("{element}里不再写“{value}”，请先打电话问清楚。",
                "No longer mentioned under {element}: {value}. Please ask first."),
    "changed": ("{element}{key}有变化：原来 {before}；现在 {after}。", "{element}{key} changes: {before} → {after}."),
    "stated": ("现在写明了{element}{key}：{value}。", "{element}{key} is now stated: {value}."),
}  # fmt: skip
#: What is said where the comparison is not sure that anything was given or taken.
UNSURE: dict[str, tuple[str, str]] = {
    "added_unsure": ("{element}里新写了“{value}”。", "New under {element}: {value}."),
    "removed_unsure": (
        "{element}里不再写“{value}”，请先打电话问清楚。",
        "No longer mentioned under {element}: {value}. Please ask first.",
    ),
}
_GAIN = {"better": "more", "worse": "fewer"}
#: Element → what better and worse mean for it.
EFFECTS: dict[str, dict[str, str]] = {
    "promised_limit": {"better": "faster", "worse": "slower"},
    "applicant_deadline": {"better": "longer", "worse": "shorter"},
    "visits": {"better": "fewer", "worse": "more"},
    "conditions": {"better": "easier", "worse": "stricter"},
    "amount": _GAIN,
    "ratio": _GAIN,
    "months": _GAIN,
    "frequency": _GAIN,
}
