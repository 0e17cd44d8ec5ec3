"""The language of a page, texts shown in it, and the state of the catalogues."""
