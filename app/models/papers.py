"""Find the paper of a network in what its library writes about it."""

from __future__ import annotations

import re

_ARXIV = re.compile(r"https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/((\d\d)\d\d\.\d{4,5})")


def paper_in(text: str) -> str:
    """The address of the first paper on arXiv that is named in a text, or ""."""
    found = _ARXIV.search(text)
    return f"https://arxiv.org/abs/{found[1]}" if found else ""


def year_of(paper: str) -> int | None:
    """The year that arXiv's number of a paper begins with."""
    found = _ARXIV.match(paper)
    return 2000 + int(found[2]) if found else None
