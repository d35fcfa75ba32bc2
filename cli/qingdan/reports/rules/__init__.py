"""All rules, or all requirements, a line each."""
