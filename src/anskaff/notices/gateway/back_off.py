"""How long to wait before the next try: longer each time, a little different for everyone."""

from collections.abc import Callable, Sequence
from datetime import timedelta

Chance = Callable[[int], int]
"""A whole number from 0 up to, not including, the one given; `secrets.randbelow` is one."""

SENDING = (
    timedelta(minutes=1),
    timedelta(minutes=2),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
)
SPREAD = 5


def pause(
    tries: int, chance: Chance, *, pauses: Sequence[timedelta] = SENDING, at_least: int = 0
) -> timedelta:
    """The pause after a number of tries: the step of the ladder and up to a fifth more.

    Args:
        tries: how many there have been, from 1.
        chance: where the extra comes from.
        pauses: the ladder; the last step is kept.
        at_least: seconds that the service itself asked for.

    >>> pause(1, lambda most: 0), pause(3, lambda most: most - 1)
    (datetime.timedelta(seconds=60), datetime.timedelta(seconds=360))
    >>> pause(1, lambda most: 0, at_least=90)
    datetime.timedelta(seconds=90)
    """
    seconds = int(pauses[min(tries, len(pauses)) - 1].total_seconds())
    seconds = max(seconds, at_least)
    return timedelta(seconds=seconds + chance(seconds // SPREAD + 1))
