"""Documents that are visibly made up, and a small index of them."""

from navigator.domain.hours import Hours
from navigator.search import Document, Reader, rebuild

OFFICE = Hours.from_json({"weekly": [{"days": "mon-fri", "from": "08:00", "to": "16:00"}]})
ALWAYS = Hours.from_json({"always": True})


def document(number, title, *, hours=(), swedish=None, facets=None, **texts):
    """Return a document with the given title and texts in Finnish."""
    found = {"fi": {"title": title, **texts}}
    if swedish:
        found["sv"] = {"title": swedish}
    return Document(number, f"esimerkki-{number}", found, facets or {}, hours)


def places(*reached, near=()):
    """Return the facets of a service that reaches, and stands in, the given municipalities."""
    return {"municipality": reached, "near": near}


SAMPLES = [
    document(
        11,
        "Esimerkkineuvola",
        swedish="Exempelrådgivning",
        summary="Odotusajan ja pienten lasten terveys.",
        facets={**places("lahti", "hollola", near=("hollola",)), "channel": ("phone", "visit")},
        hours=[OFFICE],
    ),
    document(
        12,
        "Perheneuvola, esimerkki",
        body="Puhutaan perheen arjesta. Päivähoitoa ei järjestetä.",
        facets={**places("lahti"), "channel": ("phone",)},
    ),
    document(
        13,
        "Ärtymyksen hallinta, esimerkki",
        keywords="kiukku päivähoito",
        facets={**places("hollola"), "channel": ("chat",)},
        hours=[ALWAYS],
    ),
]


def snapshot_of(path, documents=SAMPLES, version=1):
    """Build an index of the documents and load it as a worker does."""
    rebuild(path, documents, version)
    return Reader(path).snapshot(version)
