"""Readings of the comparison: conformance now; diff, change log, coverage and upgrade read the same changes."""
