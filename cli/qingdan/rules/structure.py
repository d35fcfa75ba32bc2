from qingdan.rules.record import Rule

RULES: tuple[Rule, ...] = ()
