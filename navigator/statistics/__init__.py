"""Counts of use by day, without personal data."""
