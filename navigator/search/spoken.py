"""Finnish words as they are spoken, in the spellings that a dictionary may know."""

import re
from collections.abc import Iterator

_TURNS = tuple(
    (re.compile(spoken), written)
    for spoken, *each in (
        (r"([aeiouyäö])\1+$", r"\1\1n", r"\1"),  # kotii: kotiin; lyöö: lyö
        (r"(.)\1{2,}", r"\1\1"),  # tuleee: tulee
        (r"s$", "si"),  # raiskas: raiskasi
        (r"([aä])s$", r"\1isi"),  # potkas: potkaisi
        (r"is(in|it)?$", r"ais\1", r"äis\1", r"aisi"),  # haluisin: haluaisin
        (r"([nlrs][uy])$", r"\1t"),  # ollu: ollut
        (r"([oöuy])$", r"\1i"),  # kaatu: kaatui
        (r"uu(?=n?$)", "ua"),  # haluun: haluan
        (r"oo(?=n?$)", "oa"),
        (r"ee(?=n?$)", "ea", "eä"),  # vaikee: vaikea
        (r"nen$", "inen"),  # nälkänen: nälkäinen
        (r"^itt", "its"),  # itteni: itseni
        (r"h(?=[aä])", "hd"),  # tehä: tehdä
        (r"^e[nm](mä+|oo)$", "en"),  # emmä: en minä
    )
    for written in each
)
_FRONT = str.maketrans("ao", "äö")


def written(word: str) -> Iterator[str]:
    """Yield what an unknown word may be in writing: endings said short, dots left out."""
    for spoken, how in _TURNS:
        turned, is_other = spoken.subn(how, word)
        if is_other:
            yield turned
    if (dotted := word.translate(_FRONT)) != word:
        yield dotted
