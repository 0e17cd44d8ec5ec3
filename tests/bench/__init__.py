"""`make bench`: how fast the pages are here, beside a bare Flask page of the same size."""
