import shutil

from navigator.directory.pages import warm


def test_what_runs_before_workers_are_forked_starts_no_clock_and_no_repair(county, app):
    county.publish()
    shutil.rmtree(app.config["SETTINGS"].index)
    app.testing = False  # some pages that are asked for have no content here
    warm(app)
    assert app.extensions["search_repair"]._thread is None
    assert app.extensions["handovers"]._timer is None
    assert app.extensions["counts"]._timer is None
    app.test_client().get("/fi/services?q=velka")
    assert app.extensions["search_repair"]._thread is not None
    assert app.extensions["handovers"]._timer is not None
