"""Changes of the schema: one a file in `versions/`, numbered and named; `running` runs them."""
