"""Benchmarks: `make bench` runs them; they are no tests and time nothing in the test run."""
