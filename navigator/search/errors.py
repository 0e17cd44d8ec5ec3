"""What can go wrong with the index."""

from navigator.domain.errors import NavigatorError


class IndexUnavailable(NavigatorError):
    """There is no whole and current index: search the database instead, and rebuild."""
