"""Parts: a listing whose ``op.in_`` list is too long for one request, read in several and merged."""

from collections.abc import Iterable

from spacecat_shared_data_access.models.base.options import QueryPlan
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.schema import Schema

def plan_parts(schema: Schema, plan: QueryPlan) -> list[QueryPlan]:
    """Return the plans that together read what a plan with a long list reads; the plan itself if it has none.

    Rows of several requests can be merged only where all of them are read, and their order is known: with
    a limit, a cursor, or an order by text that the caller asked for, the list stays whole.

    Args:
        schema: The entity.
        plan: What the caller asks for.
    """

def merge_rows(schema: Schema, plan: QueryPlan, parts: Iterable[list[Row]]) -> list[Row]:
    """Merge the rows of a plan's parts into the plan's order.

    Texts are compared by code point. A row that came in two parts, as a UUID in two spellings finds it,
    is kept once.

    Args:
        schema: The entity.
        plan: What the caller asked for.
        parts: The rows of each part.
    """
