"""What can go wrong with the index and its words."""

from navigator.domain.errors import NavigatorError


class IndexUnavailable(NavigatorError):
    """There is no whole and current index: search the database instead, and rebuild."""


class FinnishUnavailable(NavigatorError):
    """The way to read Finnish words that was asked for is not to be had on this machine."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"NAVIGATOR_FINNISH is {name!r}, which this machine does not have: install it, or"
            " write libvoikko, pyvoikko or table."
        )
        self.name = name
