"""Guides as data, and as linked data."""
