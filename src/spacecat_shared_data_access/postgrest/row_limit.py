"""The server's row limit (PostgREST's ``db-max-rows``), which cuts responses off without a sign.

A response that was cut off has exactly as many rows as the limit. So a page with fewer rows than requested is the
last one if the server has returned more rows before. Otherwise it may have been cut off, and only the next page
shows whether it was.
"""

from __future__ import annotations

import re
from typing import Final

_CONTENT_RANGE: Final = re.compile(r"([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\*)")


class RowLimit:
    """What is known of a server's row limit: the most rows that it has returned at once.

    Once that is a full page, no shorter page is ever in question.

    Args:
        known: How many rows the server is known to return at once.
    """

    __slots__ = ("_known",)

    def __init__(self, known: int = 0) -> None:
        # If two threads set it at once, the smaller number may stay: then a page is read in vain later.
        self._known = known

    def has_more(self, rows: int, requested: int, offset: int, content_range: str | None) -> bool:
        """Return whether further rows may follow those of a response.

        Args:
            rows: How many rows the response has.
            requested: How many rows were requested.
            offset: How many rows the request skips.
            content_range: The response's Content-Range, which every list of PostgREST has. If the rows were
                counted, it has the total number. A response without it, such as a scripted one of a test, is
                never in question. Neither is one that begins at another row than the one requested: its
                server would return the same rows for ever.
        """
        match = _CONTENT_RANGE.fullmatch(content_range or "")
        is_range = match is not None and int(match[1]) == offset
        is_in_question = is_range and rows >= self._known
        self._known = max(self._known, rows)
        if match is not None and is_range and match[3] != "*":
            return int(match[2]) + 1 < int(match[3])
        return rows >= requested or is_in_question
