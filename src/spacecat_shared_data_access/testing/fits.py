"""`assert_database_fits`: a test of a service's database."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable
from typing import Any, overload

from spacecat_shared_data_access.check import Finding, Severity, check_database
from spacecat_shared_data_access.data_access import AsyncDataAccess, DataAccess


@overload
def assert_database_fits(
    data_access: DataAccess,
    *,
    entities: Iterable[str] | None = None,
    database_url: str | None = None,
    role: str | None = None,
) -> None: ...
@overload
def assert_database_fits(
    data_access: AsyncDataAccess,
    *,
    entities: Iterable[str] | None = None,
    database_url: str | None = None,
    role: str | None = None,
) -> Coroutine[Any, Any, None]: ...
def assert_database_fits(
    data_access: DataAccess | AsyncDataAccess,
    *,
    entities: Iterable[str] | None = None,
    database_url: str | None = None,
    role: str | None = None,
) -> Coroutine[Any, Any, None] | None:
    """Fail the test if the database lacks something that the entities need. Notes are allowed.

    Args:
        data_access: The data access of the server. With an `AsyncDataAccess` the result is awaited.
        entities: See `check_database`.
        database_url: See `check_database`.
        role: See `check_database`.

    Raises:
        AssertionError: There are errors. The message has a line for each.
        DataAccessError: The same errors as `check_database`.
    """
    if isinstance(data_access, AsyncDataAccess):

        async def check() -> None:
            _assert_no_errors(
                await check_database(data_access, entities=entities, database_url=database_url, role=role)
            )

        return check()
    _assert_no_errors(check_database(data_access, entities=entities, database_url=database_url, role=role))
    return None


def _assert_no_errors(findings: list[Finding]) -> None:
    errors = [str(each) for each in findings if each.severity is Severity.ERROR]
    if errors:
        lines = "\n  ".join(errors)
        raise AssertionError(f"the database does not fit the entities, {len(errors)} differences:\n  {lines}")
