import re

from tests.house.tracked import tracked_texts

# Written in pieces, so that this file passes its own test.
FOREIGN = re.compile(
    "|".join(
        (
            r"(?<![\w.])/wo" r"rk/",
            r"\.\./sha" r"red\b",
            r"\bsha" r"red/(?:design|facts|hsds|ptv|search|semantic|hooks)",
            r"\b(?:design|reliability|search|house)[ _]br" r"ief\b",
            r"\bpy" r"pi\.org\b",
            r"\bfiles\.python" r"hosted\.org\b",
            r"\bregistry\.np" r"mjs\b",
            r"\bdeb\.deb" r"ian\.org\b",
            r"\bproxy\.go" r"lang\b",
        )
    )
)  # fmt: skip


def test_the_repository_speaks_of_the_project_alone():
    found = {
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in tracked_texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if FOREIGN.search(line)
    }
    assert found == set()
