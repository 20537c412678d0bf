"""soon"""


def weigh(n: int) -> int:
    """."""
    return n
