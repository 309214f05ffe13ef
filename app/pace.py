"""How fast the work goes, and how long it will still take, told so that the figures stand still."""

from __future__ import annotations

from collections import deque

SPAN = 20.0  # seconds that the rate is taken over
STEADY_AFTER = 5.0  # seconds of work before anything is said
KEPT_EVERY = 0.5  # seconds


class Pace:
    """The rate over the last `SPAN` seconds of work; pauses do not count."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque()

    def note(self, now: float, done: int) -> None:
        """At `now` (seconds on any clock) so much was done."""
        if self._marks and now - self._marks[-1][0] < KEPT_EVERY:
            return
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[1][0] >= SPAN:
            self._marks.popleft()

    def rest(self) -> None:
        """The work is interrupted; what was measured before counts no more."""
        self._marks.clear()

    @property
    def rate(self) -> float | None:
        """Pictures, files or bytes a second, whichever are counted; or None while it is not steady."""
        if not self._marks:
            return None
        (began, first), (ended, last) = self._marks[0], self._marks[-1]
        if ended - began < STEADY_AFTER or last == first:
            return None
        return (last - first) / (ended - began)

    def left(self, number: int) -> float | None:
        """Seconds that so many will take, or None while nobody knows."""
        return number / self.rate if self.rate else None
