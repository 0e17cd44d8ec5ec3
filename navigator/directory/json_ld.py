"""A service as schema.org tells search engines (release 30.0): `GovernmentService`."""

import json
from typing import TYPE_CHECKING, Any

from flask import url_for
from markupsafe import Markup

from navigator.domain.hours import schema_org
from navigator.domain.models import Organisation, Service
from navigator.i18n.languages import current_language
from navigator.i18n.links import absolute
from navigator.i18n.messages import gettext as _
from navigator.i18n.texts import plain
from navigator.listings.contacts import Contact

if TYPE_CHECKING:
    from navigator.directory.views.service import ServicePage

OPEN = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""So that no text can end the element that the data stand in."""
COUNTY = "Päijät-Häme"


def service_data(page: "ServicePage") -> Markup:
    """Return the data block of a service's page, safe inside a `script` element."""
    data = [_service(page), _breadcrumbs(page.service)]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(OPEN))  # noqa: S704 - nothing in it can end the element


def _service(page: "ServicePage") -> dict[str, Any]:
    service = page.service
    address = absolute(url_for("directory.service", slug=service.slug))
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": address,
        "url": address,
        "name": plain(service.name),
        "description": plain(service.summary),
        "inLanguage": current_language(),
        "audience": {"@type": "Audience", "name": plain(service.audience)},
        "areaServed": _area(service),
        "provider": _organisation(service.organiser),
        "availableChannel": [
            _channel(c, service) for c in page.contacts if not c.for_professionals
        ],
    }
    if service.producers:
        data["serviceOperator"] = [_organisation(p.organisation) for p in service.producers]
    return data


def _area(service: Service) -> Any:
    if service.reach == "nationwide":
        return {"@type": "Country", "name": "Finland"}
    if service.reach == "county":
        return {"@type": "AdministrativeArea", "name": COUNTY}
    return [{"@type": "City", "name": plain(m.name)} for m in service.municipalities]


def _organisation(organisation: Organisation) -> dict[str, Any]:
    private = organisation.kind in {"third_sector", "parish", "company"}
    return {
        "@type": "Organization" if private else "GovernmentOrganization",
        "name": plain(organisation.name),
        "url": absolute(url_for("directory.organisation", slug=organisation.slug)),
    }


def _channel(contact: Contact, service: Service) -> dict[str, Any]:
    channel: dict[str, Any] = {"@type": "ServiceChannel", "name": contact.label}
    languages = contact.languages or service.languages
    if languages:
        channel["availableLanguage"] = languages
    match contact.kind:
        case "phone" | "sms":
            channel["servicePhone"] = {"@type": "ContactPoint", "telephone": contact.value}
        case "email":
            channel["servicePhone"] = {"@type": "ContactPoint", "email": contact.value}
        case "visit":
            channel["serviceLocation"] = {"@type": "Place", "address": contact.value}
        case _:
            channel["serviceUrl"] = contact.href
    if contact.hours is not None and (hours := schema_org(contact.hours)):
        channel["hoursAvailable"] = hours
    return channel


def _breadcrumbs(service: Service) -> dict[str, Any]:
    steps = [(_("Home"), url_for("directory.home"))]
    if service.topic_links:
        topic = service.topic_links[0].topic
        steps.append((plain(topic.name), url_for("directory.topic", slug=topic.slug)))
    steps.append((plain(service.name), url_for("directory.service", slug=service.slug)))
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(path)}
            for number, (name, path) in enumerate(steps, start=1)
        ],
    }
