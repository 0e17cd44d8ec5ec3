"""Makes the table of Swedish lemmas. Only for its making: the dictionary takes 94 MB."""

from collections.abc import Iterable

from simplemma import lemmatize
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from Stemmer import Stemmer


def table_of_forms(words: Iterable[str]) -> str:
    """Return every form of the lemmas of `words` whose stem is not the lemma's own, in order."""
    lemmas = {lemmatize(word, lang="sv").casefold() for word in words}
    stem = Stemmer("swedish", 0).stemWord
    pairs = sorted(
        (form, lemma)
        for form, lemma in _dictionary()
        if lemma in lemmas and form.replace("-", "").isalpha() and stem(form) != stem(lemma)
    )
    return "".join(f"{form}\t{lemma}\n" for form, lemma in dict(pairs).items())


def _dictionary() -> Iterable[tuple[str, str]]:
    """Yield every form and its lemma that simplemma knows."""
    for form, lemma in DefaultDictionaryFactory().get_dictionary("sv").items():
        yield _text(form), _text(lemma)


def _text(value: str | bytes) -> str:
    return (value.decode() if isinstance(value, bytes) else value).casefold()
