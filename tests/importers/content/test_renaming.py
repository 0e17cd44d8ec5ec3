import re

from sqlalchemy import select

from navigator.domain.models import ContentFile, Revision, Service
from tests.factories import load_content, sample_content


def move(content, old, new):
    """Give a service's file a new name, here and wherever it is named."""
    folder = content / "services"
    text = (folder / f"{old}.yaml").read_text("utf-8")
    assert "former_slugs" not in text
    (folder / f"{old}.yaml").unlink()
    for file in content.glob("**/*.yaml"):
        file.write_text(re.sub(rf"\b{old}\b", new, file.read_text("utf-8")), "utf-8")
    (folder / f"{new}.yaml").write_text(f"{text.rstrip()}\nformer_slugs: [{old}]\n", "utf-8")


def test_a_service_whose_file_moved_is_the_same_service(app, client, session, tmp_path):
    content = sample_content(tmp_path)
    load_content(app, content)
    number = session.scalar(select(Service.id).where(Service.slug == "tyopaja"))
    session.rollback()
    move(content, "tyopaja", "uusi-paja")
    assert load_content(app, content).renamed == [("services", "uusi-paja")]
    assert session.scalar(select(Service.id).where(Service.slug == "uusi-paja")) == number
    history = select(Revision.number).where(Revision.slug == "uusi-paja").order_by(Revision.number)
    assert list(session.scalars(history)) == [1, 2]
    assert session.get(ContentFile, ("services", "tyopaja")) is None
    answer = client.get("/fi/services/tyopaja")
    assert answer.status_code == 301
    assert answer.location.endswith("/fi/services/uusi-paja")


def test_an_export_spares_what_was_edited_and_not_loaded(app, tmp_path):
    content = sample_content(tmp_path)
    load_content(app, content)
    file = content / "services" / "neuvonta.yaml"
    edited = file.read_text("utf-8") + "# An editor is writing here.\n"
    file.write_text(edited, "utf-8")
    run = app.test_cli_runner().invoke
    answer = run(args=["content", "export", str(content)])
    assert answer.exit_code == 1
    assert "left alone, edited since the last load: services/neuvonta" in answer.output
    assert file.read_text("utf-8") == edited
    assert run(args=["content", "export", str(content), "--force"]).exit_code == 0
    assert file.read_text("utf-8") != edited
