"""Prove that nobody ends empty-handed: every path, every municipality, every way of contact."""
