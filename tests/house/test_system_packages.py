import pytest

from tests import system_packages


def test_a_missing_package_is_named_to_who_may_not_install_it(monkeypatch):
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    monkeypatch.setitem(system_packages.PRESENT, "sample-package", lambda: False)
    with pytest.raises(SystemExit, match=r"sudo apt install .*sample-package"):
        system_packages.main()


def test_a_missing_package_is_installed_by_the_administrator(monkeypatch):
    asked = []
    monkeypatch.setattr(system_packages, "may_install", lambda: True)
    monkeypatch.setattr(system_packages, "PRESENT", {"sample-package": lambda: False})
    monkeypatch.setattr(system_packages, "install", asked.extend)
    system_packages.main()
    assert asked == ["sample-package"]
