from types import SimpleNamespace

from navigator import server
from navigator.directory.pages import warm
from tests.factories import load_content, sample_content


def test_a_new_worker_knows_its_pages_before_the_first_visitor(app, tmp_path, capsys):
    load_content(app, sample_content(tmp_path))
    capsys.readouterr()
    warm(app)
    assert app.extensions["pages"].size > 0
    assert '"endpoint"' not in "".join(capsys.readouterr())


def test_an_application_without_pages_is_left_alone():
    server.post_worker_init(SimpleNamespace(wsgi=lambda environ, start_response: []))
