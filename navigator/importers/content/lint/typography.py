"""How a text is written: its end, its spaces, its quotes, its links and its phone numbers."""

import re
from collections.abc import Iterator

from navigator.importers.content.lint.findings import Finding, error
from navigator.importers.content.lint.texts import Text
from navigator.importers.content.rules.contacts import is_dialled

END = re.compile(r"[.!?…:][\"”»)]*$")
LINK = re.compile(r"\]\(([^)\s]*)")
LIST = re.compile(r"^(?:[-*]|\d+\.) ", re.MULTILINE)
PHONE = re.compile(r"(?<![\d/.-])(?:\+358|0\d)[\d -]{4,}\d(?![\d/-])")
IN_GROUPS = re.compile(r"\+?\d{2,4}(?: \d{1,5})+")


def check(text: Text) -> Iterator[Finding]:
    """Report slips of the pen."""
    value = text.value
    if text.is_prose and not END.search(value) and not LIST.search(value.rsplit("\n", 1)[-1]):
        yield error("no-end", text, "expected a full stop at the end")
    if re.search(r"\S {2,}\S", value):
        yield error("double-space", text, "expected one space between words")
    if text.language == "fi" and '"' in value:
        yield error("straight-quote", text, "expected ” in Finnish, found a straight quote")
    if re.search(r"\bhttp://", value, re.IGNORECASE):
        yield error("not-https", text, "expected a link that begins with https://")
    for address in LINK.findall(value):
        if not address.startswith(("https://", "/", "#", "tel:", "mailto:")):
            yield error("not-https", text, f"expected https:// or a path, found {address!r}")
    yield from _phones(text)


def _phones(text: Text) -> Iterator[Finding]:
    for number in PHONE.findall(text.value):
        if not IN_GROUPS.fullmatch(number):
            message = f"expected digits in groups, such as 03 819 4850, found {number!r}"
            yield error("phone-format", text, message)
        elif not is_dialled(number):
            yield error("phone-format", text, f"expected a number that can be called: {number!r}")
