"""One way from files to findings: read, structure, rules, conformance, waivers, report."""
