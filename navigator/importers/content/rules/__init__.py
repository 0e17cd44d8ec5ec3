"""Rules over all content files, one subject a module, each `check(reading, day)`."""
