"""Pages that show every macro, with sample data that says so."""

from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Flask, g, render_template, request
from wtforms import (
    BooleanField,
    Form,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from navigator.web.guards import public

PLACES = ["Asikkala", "Hartola", "Heinola", "Hollola", "Iitti"]
PLACES += ["Kärkölä", "Lahti", "Orimattila", "Padasjoki", "Sysmä"]
TOPICS = ["Raha ja velat", "Asuminen", "Terveys ja mieli", "Perhe ja lapset", "Turva", "Työ"]


@dataclass
class Choice:
    value: str
    label: dict[str, str]
    count: int
    checked: bool = False
    language: str | None = None


@dataclass
class Group:
    name: str
    legend: str
    choices: list[Choice] = field(default_factory=list)


def choices(**labels: str) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in labels.items()]


class SampleForm(Form):
    kind = RadioField(
        "Mikä on vialla?",
        description="Valitse yksi.",
        choices=choices(phone="Numero ei vastaa", other="Jokin muu"),
        validators=[InputRequired("Valitse, mikä on vialla")],
    )
    ways = SelectMultipleField("Miten?", choices=choices(a="Puhelimitse", b="Verkossa"))
    place = SelectField("Kunta", choices=choices(lahti="Lahti", heinola="Heinola"))
    message = TextAreaField("Viesti", description="Älä kirjoita henkilötietoja.")
    email = StringField("Tunnus", validators=[Length(min=3, message="Kirjoita tunnus")])
    agree = BooleanField("Tämä on esimerkki")


def slug(name: str) -> str:
    return name.lower().replace("ä", "a").replace("ö", "o")


def cards() -> list[dict[str, Any]]:
    first = {
        "name": {"fi": "Esimerkkineuvonta"},
        "href": "/fi/services/esimerkki",
        "summary": {"sv": "Gratis hjälp <om> ekonomin."},
        "provider": {"fi": "Esimerkkijärjestö"},
        "area": "Koko maakunta",
        "opening": ("open", "Avoinna nyt, klo 15 asti"),
        "phone": "000 000 0000",
        "list_href": "/fi/list?s=esimerkki",
    }
    long = "Epäjärjestelmällistyttämättömyydelläänsäkäänköhän-esimerkkipalvelu"
    second = {"name": long, "href": "/fi/services/toinen", "opening": ("closed", "Suljettu")}
    return [first, second]


def groups() -> list[Group]:
    places = [Choice(slug(name), {"fi": name}, 23, name == "Lahti") for name in PLACES]
    languages = [
        Choice("sv", {"sv": "Svenska"}, 12),
        Choice("ar", {"ar": "العربية"}, 4, language="ar"),
    ]
    topics = [Choice(f"aihe-{n}", {"fi": f"Esimerkkiaihe {n}"}, n) for n in range(1, 14)]
    return [
        Group("municipality", "Kunta", places),
        Group("topic", "Aihe", topics),
        Group("language", "Palvelukieli", languages),
    ]


def contacts() -> list[dict[str, Any]]:
    return [
        {
            "label": "Puhelin",
            "value": "000 000 0000",
            "href": "tel:0000000000",
            "note": {"fi": "Esimerkki puhelun hinnasta"},
            "opening": ("closed", "Suljettu, avautuu ma klo 9"),
        },
        {"label": "Sähköposti", "value": "nobody@example.org", "href": "mailto:nobody@example.org"},
        {"label": "Verkossa", "value": {"fi": "Esimerkkisivu"}, "href": "https://example.org/"},
        {"label": "Käyntiosoite", "value": "Esimerkkikatu 1, 00000 Esimerkkilä"},
    ]


def hours() -> list[dict[str, Any]]:
    return [
        {"label": "Maanantai", "text": "9.00–15.00", "today": False},
        {"label": "Tiistai", "text": "12.00–17.00", "today": True, "note": {"fi": "Poikkeus"}},
        {"label": "Lauantai ja sunnuntai", "text": "Suljettu", "today": False},
    ]


def add_to(app: Flask) -> None:
    bp = Blueprint("gallery", __name__, template_folder="templates")

    @bp.get("/<lang:lang>/gallery/<any(home, results, service, form):name>")
    @public
    def show(name: str) -> str:
        g.known_query = tuple(request.args.items(multi=True))
        form = SampleForm(data={"message": "<esimerkki>"})
        form.validate()
        return render_template(
            f"gallery/{name}.html",
            places=[(slug(place), {"fi": place}) for place in PLACES],
            topics=[(name, "/fi/topics/a", {"fi": "Tämä on esimerkki"}) for name in TOPICS],
            map=[(slug(place), place, f"/fi/municipalities/{slug(place)}") for place in PLACES],
            groups=groups(),
            cards=cards(),
            contacts=contacts(),
            hours=hours(),
            form=form,
            page=int(request.args.get("page", 1)),
            violence="violence" in request.args,
        )

    app.register_blueprint(bp)
