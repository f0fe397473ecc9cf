"""The statement that calls a function."""

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Catalog, Function, Parameter
from spacecat_shared_data_access.local.errors import RequestError, StaleCatalogError, closest
from spacecat_shared_data_access.local.payload import Payload
from spacecat_shared_data_access.local.statements.fragments import (
    BODY,
    Parameters,
    array_literal,
    column,
    from_catalog,
    identifier,
    joined,
    until_nul,
)

SCALAR = "pgrst_scalar"
_SIMILAR_PARAMETERS = 0.34  # PostgREST is more generous with hints to parameters than with those to names


def find_function(catalog: Catalog, name: str, names: frozenset[str], *, has_body: bool) -> Function:
    """Return the function that takes these arguments.

    Args:
        catalog: The schema cache.
        name: The function's name.
        names: The names of the arguments.
        has_body: Whether the request has a JSON body, which a single unnamed parameter can take whole.

    Raises:
        RequestError: PGRST202 if there is none, PGRST203 if there are several.
    """
    overloaded = catalog.functions.get(name, ())
    found = [function for function in overloaded if function.accepts(names)]
    if not found and has_body:
        found = [function for function in overloaded if function.takes_whole_body]
    if len(found) == 1:
        return found[0]
    if not found:
        raise _not_found(catalog, name, sorted(names), has_body=has_body)
    choices = ", ".join(
        f"{function.schema}.{function.name}"
        f"({', '.join(f'{item.name} => {item.type}' for item in function.parameters)})"
        for function in found
    )
    raise RequestError(
        300,
        "PGRST203",
        f"Could not choose the best candidate function between: {choices}",
        hint="Try renaming the parameters or the function itself in the database so function overloading"
        " can be resolved",
    )


def _not_found(catalog: Catalog, name: str, names: list[str], *, has_body: bool) -> RequestError:
    function = f"{catalog.schema}.{name}"
    listed = ", ".join(names)
    called = f"({listed})" if names else " without parameters"
    searched = f" with parameter{'s' if len(names) > 1 else ''} {listed}" if names else " without parameters"
    alternative = " or with a single unnamed json/jsonb parameter" if has_body else ""
    overloaded = catalog.functions.get(name)
    if overloaded:
        signatures = [f"({', '.join(sorted(each.name for each in item.parameters))})" for item in overloaded]
        parameters = closest(f"({listed})", signatures, at_least=_SIMILAR_PARAMETERS)
        meant = f"{name}{parameters}" if parameters else None
    else:
        meant = closest(name, catalog.functions)
    hint = f"Perhaps you meant to call the function {catalog.schema}.{meant}" if meant else None
    return StaleCatalogError(
        404,
        "PGRST202",
        f"Could not find the function {function}{called} in the schema cache",
        f"Searched for the function {function}{searched}{alternative},"
        " but no matches were found in the schema cache.",
        hint,
    )


def call_with_body(function: Function, payload: Payload, values: Parameters) -> sql.Composed:
    """Return a call whose arguments are the keys of a JSON body, or of the first row of a list.

    Args:
        function: The function.
        payload: The body.
        values: The parameters of the statement; those of the call are added.
    """
    if function.takes_whole_body:
        body = values.add(payload.text)
        return _call(function, sql.SQL("{}::{}").format(body, from_catalog(function.parameters[0].type)))
    given = [item for item in function.parameters if item.name in payload.keys]
    if not given:
        return _call(function, sql.SQL(""))
    types = [sql.SQL("{} {}").format(identifier(item.name), from_catalog(item.type)) for item in given]
    reader = sql.SQL("json_to_record" if payload.is_object else "json_to_recordset")
    record = sql.SQL("(SELECT * FROM {}({}::json) AS _({}) LIMIT 1) pgrst_body, LATERAL ").format(
        reader, values.add(payload.text), joined(", ", types)
    )
    arguments = [_named(item, column(identifier(BODY), item.name)) for item in given]
    return _call(function, joined(", ", arguments), record)


def call_with_arguments(
    function: Function, given: tuple[tuple[str, str], ...], values: Parameters
) -> sql.Composed:
    """Return a call whose arguments are text, from a query string.

    Args:
        function: The function.
        given: Names and values. A variadic parameter takes all of its values, any other the last one.
        values: The parameters of the statement; those of the call are added.
    """
    arguments: list[sql.Composed] = []
    for item in function.parameters:
        texts = [until_nul(value) for name, value in given if name == item.name]
        if texts:
            text = array_literal(texts) if item.variadic else texts[-1]
            typed = sql.SQL("{}::{}").format(values.add(text), from_catalog(item.type))
            arguments.append(_named(item, typed))
    return _call(function, joined(", ", arguments))


def _named(item: Parameter, value: sql.Composed) -> sql.Composed:
    variadic = sql.SQL("VARIADIC " if item.variadic else "")
    return sql.SQL("{}{} := {}").format(variadic, identifier(item.name), value)


def _call(
    function: Function, arguments: sql.Composable, before: sql.Composable | None = None
) -> sql.Composed:
    """Return a SELECT from a function; `before` is the source of its arguments."""
    call = sql.SQL("{}({})").format(identifier(function.schema, function.name), arguments)
    before = before or sql.SQL("")
    if not function.returns_rows:
        scalar = identifier(SCALAR)
        return sql.SQL("SELECT pgrst_call.{} FROM {}(SELECT {} AS {}) pgrst_call").format(
            scalar, before, call, scalar
        )
    return sql.SQL("SELECT pgrst_call.* FROM {}{} pgrst_call").format(before, call)
