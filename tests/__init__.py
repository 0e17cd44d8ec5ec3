"""Tests: a folder for each room, and `house` for the whole."""
