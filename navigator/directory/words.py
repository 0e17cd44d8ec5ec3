"""Words for the values that the model knows, each kept in one place."""

from navigator.i18n.messages import lazy_gettext as _l

FACT_STATES = {
    "verified": _l("Checked"),
    "unverified": _l("Not confirmed"),
    "dated": _l("From an old source"),
    "conflicting": _l("Sources disagree"),
}
FACT_KINDS = {
    "contact": _l("Contacts"),
    "address": _l("Addresses"),
    "hours": _l("Opening hours"),
    "price": _l("Prices"),
    "condition": _l("Conditions"),
    "text": _l("Texts"),
}
GAPS = {
    "phone": _l("Phone number"),
    "email": _l("E-mail"),
    "address": _l("Address"),
    "hours": _l("Opening hours"),
    "price": _l("Price"),
    "languages": _l("Languages of service"),
    "access": _l("Access and accessibility"),
    "service": _l("Details of the service"),
    "other": _l("Other information"),
}
