"""Every topic reaches every municipality."""

from collections.abc import Iterator
from datetime import date

from navigator.importers.content.mistakes import Mistake
from navigator.importers.content.reading import Reading
from navigator.importers.content.schema.service import ServiceFile


def check(reading: Reading, day: date) -> Iterator[Mistake]:
    """Report each topic that has no public service for a municipality.

    While a service cannot be read, nobody knows.
    """
    if reading.has_broken("services"):
        return
    services = [record.value for record in reading.of("services").values()]
    public = [service for service in services if _is_public(service, day)]
    for topic, record in reading.of("topics").items():
        inside = [service for service in public if topic in service.topics]
        for municipality in reading.of("municipalities"):
            if not any(reaches(service, municipality) for service in inside):
                message = f"expected a public service that reaches {municipality}"
                yield record.mistake((), message)


def reaches(service: ServiceFile, municipality: str) -> bool:
    """Tell whether people of `municipality` can use the service."""
    return service.area.reach != "local" or municipality in service.area.municipalities


def _is_public(service: ServiceFile, day: date) -> bool:
    ended = service.public_until is not None and service.public_until < day
    begun = service.public_from is not None and service.public_from <= day
    return service.state == "published" and begun and not ended
