"""Pages of one listing: the port asks for further ones by the sort keys of the last row, the original by offset.

The recorded cases hold the original's requests, so the port's are written as those before they are compared.
"""

import re
from dataclasses import dataclass

_COMPARES_A_SORT_KEY = re.compile(r"(lt|gt|lte|gte)\..*|is\.null|\(.*\)")


@dataclass
class _Listing:
    query: dict[str, str]
    rows: int = 0
    was_full: bool = False


class Listings:
    """The listings of one case, by path."""

    def __init__(self):
        self._last = {}

    def as_recorded(self, path, query):
        """The query as the original sends it; None if the port only reads a page again, with its sort keys.

        Args:
            path: The table's path.
            query: Pairs of parameter and text.
        """
        asked = dict(query)
        last = self._last.get(path)
        if "offset" not in asked:
            return query
        if last is None or not last.was_full or not self._continues(last, query):
            self._last[path] = _Listing(asked)
            return query
        if asked["offset"] == last.query["offset"] and len(query) == len(last.query):
            last.rows = 0
            return None
        offset = int(last.query["offset"]) + last.rows
        return list({**last.query, "offset": str(offset)}.items())

    def received(self, path, rows):
        """Count the rows of a page."""
        last = self._last.get(path)
        if last is not None:
            limit = int(last.query["limit"])
            last.rows += min(rows, limit)  # a recorded reply may have more
            last.was_full = rows >= limit

    @staticmethod
    def _continues(last, query):
        same = [(name, text) for name, text in last.query.items() if name not in {"select", "offset"}]
        further = [pair for pair in query if pair not in same and pair[0] not in {"select", "offset"}]
        selects = dict(query).get("select", "").startswith(last.query.get("select", ""))
        is_another_page = further or dict(query) != last.query
        return (
            selects
            and is_another_page
            and all(pair in query for pair in same)
            and all(_COMPARES_A_SORT_KEY.fullmatch(text) for _, text in further)
        )
