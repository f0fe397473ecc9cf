"""The server's row limit (PostgREST's ``db-max-rows``), which cuts responses off without a sign.

A response that was cut off has exactly as many rows as the limit. So a page with fewer rows than requested is the
last one if the server has returned more rows before. Otherwise it may have been cut off, and only the next page
shows whether it was.
"""

from __future__ import annotations


class RowLimit:
    """What is known of a server's row limit: the most rows that it has returned at once.

    Once that is a full page, no shorter page is ever in question.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        # If two threads set it at once, the smaller number may stay: then a page is read in vain later.
        self._known = 0

    def has_more(self, rows: int, requested: int, *, is_range: bool) -> bool:
        """Return whether further rows may follow those of a response.

        Args:
            rows: How many rows the response has.
            requested: How many rows were requested.
            is_range: Whether the response has a Content-Range, as every list of PostgREST has. One without it,
                such as a scripted response of a test, is never in question.
        """
        is_in_question = is_range and rows > 0 and rows >= self._known
        self._known = max(self._known, rows)
        return rows >= requested or is_in_question
