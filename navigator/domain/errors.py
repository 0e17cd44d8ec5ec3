"""What can go wrong, as facts. `navigator.errors` decides their pages and statuses."""


class NavigatorError(Exception):
    """Something the service knows how to say plainly. Every error of the domain is one."""
