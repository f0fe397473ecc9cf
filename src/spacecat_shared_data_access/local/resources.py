"""The statement for each kind of request: reading or changing a table, calling a function, OPTIONS."""

from dataclasses import replace

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Catalog, CatalogColumn, CatalogTable, Function
from spacecat_shared_data_access.local.errors import RequestError, StaleCatalogError, closest
from spacecat_shared_data_access.local.media_types import MediaType, negotiate
from spacecat_shared_data_access.local.parsing.terms import Filter
from spacecat_shared_data_access.local.payload import EMPTY
from spacecat_shared_data_access.local.plan import read_plan, returned_columns
from spacecat_shared_data_access.local.request import ApiRequest
from spacecat_shared_data_access.local.responses import (
    ApiResponse,
    Prepared,
    applied,
    content_type,
    location,
    mutation_headers,
    rows_response,
)
from spacecat_shared_data_access.local.statements.call import (
    call_with_arguments,
    call_with_body,
    find_function,
)
from spacecat_shared_data_access.local.statements.fragments import Parameters
from spacecat_shared_data_access.local.statements.read import Reader
from spacecat_shared_data_access.local.statements.statement import Outcome, Wanted, complete_statement
from spacecat_shared_data_access.local.statements.write import (
    Mutation,
    delete,
    insert,
    update,
    written_columns,
)


def prepare(request: ApiRequest, catalog: Catalog, *, plans: bool = False) -> Prepared | ApiResponse:
    """Build the statement for a request.

    Args:
        request: The parsed request.
        catalog: The schema cache.
        plans: Whether the plan of a statement may be shown instead of its result.

    Returns:
        The statement, or the response if no statement is needed.

    Raises:
        RequestError: Something that the request names does not exist or is not allowed.
    """
    if request.method == "OPTIONS":
        return _options(request, catalog)
    if request.rpc:
        return _call(request, catalog, plans=plans)
    table = find_table(request.name, catalog)
    respond = _read if request.reads else _mutate
    return respond(request, catalog, table, plans=plans)


def find_table(name: str, catalog: Catalog) -> CatalogTable:
    """Return the table or view with this name.

    Raises:
        RequestError: PGRST205 if there is none.
    """
    table = catalog.tables.get(name)
    if table is None:
        meant = closest(name, catalog.tables)
        hint = f"Perhaps you meant the table '{catalog.schema}.{meant}'" if meant else None
        message = f"Could not find the table '{catalog.schema}.{name}' in the schema cache"
        raise StaleCatalogError(404, "PGRST205", message, hint=hint)
    return table


def _options(request: ApiRequest, catalog: Catalog) -> ApiResponse:
    methods = ["OPTIONS", "GET", "HEAD"]
    if request.rpc:
        names = frozenset(name for name, _ in request.query.arguments)
        function = find_function(catalog, request.name, names, has_body=False)
        methods = ["OPTIONS", "POST"] if function.volatility == "v" else [*methods, "POST"]
    elif request.name:
        table = find_table(request.name, catalog)
        puts = table.insertable and table.updatable and bool(table.primary_key)
        allowed = {"POST": table.insertable, "PUT": puts, "PATCH": table.updatable, "DELETE": table.deletable}
        methods += [method for method, may in allowed.items() if may]
    return ApiResponse(200, {"allow": ",".join(methods), "access-control-allow-origin": "*"})


def _read(request: ApiRequest, catalog: Catalog, table: CatalogTable, *, plans: bool) -> Prepared:
    plan = read_plan(catalog, table.name, request.query)
    plan.range = request.range
    plan.limit_rows(request.max_rows)
    media_type = negotiate(request.accept, plans=plans)
    request.preferences.check()
    values = Parameters()
    reader = Reader(catalog.schema, values)
    statement = complete_statement(
        reader.query(plan),
        values,
        media_type,
        count=reader.count(plan) if request.preferences.counts else None,
        wanted="nothing" if request.method == "HEAD" else "body",
    )

    def response(outcome: Outcome) -> ApiResponse:
        _check_single(media_type, outcome)
        return rows_response(request, media_type, outcome, "count", "handling", "timezone")

    planned = reader.count(plan) if request.preferences.get("count") == "planned" else None
    return Prepared(
        statement,
        values,
        read_only=True,
        media_type=media_type,
        build_response=response,
        planned_count=planned,
    )


def _check_single(media_type: MediaType, outcome: Outcome) -> None:
    if media_type.single and outcome.rows != 1:
        message = "Cannot coerce the result to a single JSON object"
        raise RequestError(406, "PGRST116", message, f"The result contains {outcome.rows} rows")


def _mutate(request: ApiRequest, catalog: Catalog, table: CatalogTable, *, plans: bool) -> Prepared:
    plan = read_plan(catalog, table.name, request.query, mutation=True)
    returned = request.preferences.get("return")
    columns: list[CatalogColumn] = []
    payload = request.payload or EMPTY
    if request.method == "PUT":
        _check_put(request, table)
    if request.payload is not None:
        columns = written_columns(table, list(request.query.columns or payload.keys))
    media_type = negotiate(request.accept, plans=plans)
    request.preferences.check()
    values = Parameters()
    mutation = Mutation(
        table,
        returned_columns(plan) if returned in {"representation", "headers-only"} else [],
        [
            *(condition for path, condition in request.query.filters if not path),
            *(condition for path, condition in request.query.logic if not path),
        ],
        payload,
        columns,
        defaults=request.preferences.get("missing") == "default",
    )
    wanted: Wanted = "body" if returned == "representation" else "nothing"
    if returned == "headers-only" and request.method == "POST":
        wanted = "location"
    statement = complete_statement(
        _statement_of(request, mutation, values),
        values,
        media_type,
        shown=Reader(catalog.schema, values, from_source=True).query(plan) if wanted == "body" else None,
        wanted=wanted,
        primary_key=table.primary_key,
    )

    def response(outcome: Outcome) -> ApiResponse:
        if request.method == "POST":
            return _inserted(request, table, media_type, outcome)
        return (_was_put if request.method == "PUT" else _changed)(request, media_type, outcome)

    return Prepared(statement, values, read_only=False, media_type=media_type, build_response=response)


def _check_put(request: ApiRequest, table: CatalogTable) -> None:
    """Check that a PUT names exactly one row, by the primary key in the URL."""
    query = request.query
    if query.ranges:
        message = "limit/offset querystring parameters are not allowed for PUT"
        raise RequestError(400, "PGRST114", message)
    exact = all(
        isinstance(item, Filter) and item.operator == "eq" and not item.negated and not item.modifier
        for _, item in query.filters
    )
    names = {item.field.name for path, item in query.filters if not path}
    if query.logic or not exact or not names or names != set(table.primary_key):
        message = "Filters must include all and only primary key columns with 'eq' operators"
        raise RequestError(405, "PGRST105", message)


def _statement_of(request: ApiRequest, mutation: Mutation, values: Parameters) -> sql.Composed:
    match request.method:
        case "POST":
            resolution = request.preferences.get("resolution")
            key = request.query.on_conflict or mutation.table.primary_key
            # Filters in the URL are ignored, since the rows are new.
            rows = replace(mutation, conditions=[])
            merge = resolution == "merge-duplicates"
            return insert(rows, values, conflict=key if resolution else (), merge=merge)
        case "PUT":
            return insert(mutation, values, conflict=mutation.table.primary_key, merge=True)
        case "PATCH":
            return update(mutation, values)
    return delete(mutation, values)


def _inserted(
    request: ApiRequest, table: CatalogTable, media_type: MediaType, outcome: Outcome
) -> ApiResponse:
    _check_single(media_type, outcome)
    has_key = bool(table.primary_key or request.query.on_conflict)
    merges = request.preferences.get("resolution") == "merge-duplicates"
    only_updated = merges and outcome.inserted is not None and outcome.inserted <= 0
    names = ["resolution"] if has_key else []
    headers = location(request, outcome) | mutation_headers(
        request, outcome, *names, "missing", "return", "count", "handling", "timezone"
    )
    return _written(request, media_type, outcome, headers, 200 if only_updated else 201)


def _was_put(request: ApiRequest, media_type: MediaType, outcome: Outcome) -> ApiResponse:
    if outcome.rows != 1:
        raise RequestError(400, "PGRST115", "Payload values do not match URL in primary key column(s)")
    status = 201 if (outcome.inserted or 0) > 0 else 200
    headers = applied(request, "return", "count", "handling", "timezone")
    if request.preferences.get("return") != "representation":
        return ApiResponse(204, headers)
    return _written(request, media_type, outcome, headers, status)


def _changed(request: ApiRequest, media_type: MediaType, outcome: Outcome) -> ApiResponse:
    """Return the response to a PATCH or DELETE."""
    _check_single(media_type, outcome)
    _check_affected(request, outcome)
    names = ["missing"] if request.method == "PATCH" else []
    headers = mutation_headers(
        request, outcome, *names, "return", "count", "handling", "timezone", "max-affected"
    )
    return _written(request, media_type, outcome, headers, 204)


def _check_affected(request: ApiRequest, outcome: Outcome) -> None:
    most = request.preferences.max_affected
    if most is not None and outcome.rows > most:
        message = "Query result exceeds max-affected preference constraint"
        raise RequestError(400, "PGRST124", message, f"The query affects {outcome.rows} rows")


def _written(
    request: ApiRequest, media_type: MediaType, outcome: Outcome, headers: dict[str, str], status: int
) -> ApiResponse:
    """Return the response to a mutation. With rows in the body a status of 204 becomes 200."""
    if request.preferences.get("return") != "representation":
        return ApiResponse(status, headers)
    full = headers | content_type(request, media_type)
    return ApiResponse(200 if status == 204 else status, full, outcome.body.encode())  # noqa: PLR2004 - No Content


def _call(request: ApiRequest, catalog: Catalog, *, plans: bool) -> Prepared:
    payload = request.payload
    names = payload.keys if payload else tuple(name for name, _ in request.query.arguments)
    function = find_function(catalog, request.name, frozenset(names), has_body=payload is not None)
    plan = read_plan(catalog, function.returned_table or function.name, request.query)
    plan.range = request.range
    plan.limit_rows(request.max_rows)
    media_type = negotiate(request.accept, plans=plans)
    request.preferences.check()
    values = Parameters()
    if payload is None:
        source = call_with_arguments(function, request.query.arguments, values)
    else:
        source = call_with_body(function, payload, values)
    reader = Reader(catalog.schema, values, from_source=True)
    statement = complete_statement(
        source,
        values,
        media_type,
        shown=reader.query(plan),
        count=reader.count(plan) if request.preferences.counts else None,
        wanted="nothing" if request.method == "HEAD" or function.returns_void else "body",
        function=function,
    )
    return Prepared(
        statement,
        values,
        read_only=payload is None or function.volatility != "v",
        media_type=media_type,
        build_response=lambda outcome: _called(request, function, media_type, outcome),
    )


def _called(request: ApiRequest, function: Function, media_type: MediaType, outcome: Outcome) -> ApiResponse:
    _check_single(media_type, outcome)
    if request.preferences.max_affected is not None and not function.returns_set:
        message = (
            "Function must return SETOF or TABLE when max-affected preference is used with handling=strict"
        )
        raise RequestError(400, "PGRST128", message)
    _check_affected(request, outcome)
    names = ("count", "handling", "timezone", "max-affected")
    response = rows_response(request, media_type, outcome, *names)
    if not function.returns_void:
        return response
    return ApiResponse(
        204, {key: value for key, value in response.headers.items() if not key.startswith("content-t")}
    )
