"""The building blocks of a statement: names, values, types, fields, conditions."""

from collections.abc import Iterable

from psycopg import sql

from spacecat_shared_data_access.local.catalog import CatalogTable
from spacecat_shared_data_access.local.parsing.filters import FULL_TEXT, QUANTIFIABLE
from spacecat_shared_data_access.local.parsing.terms import Condition, Field, Filter, Logic, OrderTerm

SOURCE = sql.Identifier("pgrst_source")
BODY = "pgrst_body"

_OPERATORS = {
    "eq": sql.SQL("="), "neq": sql.SQL("<>"), "gt": sql.SQL(">"), "gte": sql.SQL(">="),
    "lt": sql.SQL("<"), "lte": sql.SQL("<="), "like": sql.SQL("LIKE"), "ilike": sql.SQL("ILIKE"),
    "match": sql.SQL("~"), "imatch": sql.SQL("~*"), "cs": sql.SQL("@>"), "cd": sql.SQL("<@"),
    "ov": sql.SQL("&&"), "sl": sql.SQL("<<"), "sr": sql.SQL(">>"), "nxr": sql.SQL("&<"),
    "nxl": sql.SQL("&>"), "adj": sql.SQL("-|-"), "isdistinct": sql.SQL("IS DISTINCT FROM"),
    "fts": sql.SQL("to_tsquery"), "plfts": sql.SQL("plainto_tsquery"),
    "phfts": sql.SQL("phraseto_tsquery"), "wfts": sql.SQL("websearch_to_tsquery"),
}  # fmt: skip
_IS = {
    "null": sql.SQL("IS NULL"), "not_null": sql.SQL("IS NOT NULL"), "true": sql.SQL("IS TRUE"),
    "false": sql.SQL("IS FALSE"), "unknown": sql.SQL("IS UNKNOWN"),
}  # fmt: skip
# Type names that are keywords of SQL cannot be quoted: the names in pg_type stand for them.
_KEYWORD_TYPES = {
    "int": "int4", "integer": "int4", "bigint": "int8", "smallint": "int2", "real": "float4",
    "float": "float8", "double precision": "float8", "boolean": "bool", "decimal": "numeric",
    "dec": "numeric", "character varying": "varchar", "character": "bpchar", "char": "bpchar",
    "timestamp with time zone": "timestamptz", "timestamp without time zone": "timestamp",
    "time with time zone": "timetz", "time without time zone": "time", "bit varying": "varbit",
}  # fmt: skip


class Parameters:
    """The parameters of one statement, by the names of their placeholders."""

    def __init__(self) -> None:
        self.values: dict[str, str | list[str] | None] = {}

    def add_query_value(self, text: str) -> sql.Placeholder:
        """Add a value from the URL, cut at its first NUL, and return its placeholder.

        PostgREST passes such values to libpq, which reads them as C strings: `eq.a%00b` finds the row `a`.
        """
        return self.add(until_nul(text))

    def add(self, value: str | list[str] | None) -> sql.Placeholder:
        """Add a value, and return its placeholder.

        psycopg sends text without a type, so PostgreSQL infers the type from what it is compared with, as
        it does for PostgREST.
        """
        name = f"v{len(self.values)}"
        self.values[name] = value
        return sql.Placeholder(name)


def until_nul(text: str) -> str:
    """Return the part of a text before its first NUL."""
    return text.partition("\0")[0]


def identifier(*names: str) -> sql.Identifier:
    """Return a quoted name. Percent signs are doubled, since psycopg looks for placeholders in names too."""
    return sql.Identifier(*(name.replace("%", "%%") for name in names))


def from_catalog(text: str) -> sql.SQL:
    """Return SQL that comes from the catalog: the name of a type or the default of a column."""
    return sql.SQL(text.replace("%", "%%"))


def joined(separator: str, parts: Iterable[sql.Composable]) -> sql.Composed:
    """Return the parts with a separator between them."""
    return sql.SQL(separator).join(parts)


def cast(expression: sql.Composable, type_name: str) -> sql.Composed:
    """Return an expression cast to a type that a client named.

    Args:
        expression: The expression.
        type_name: A keyword of SQL or a name in the catalog, in any case.
    """
    name = " ".join(type_name.lower().split())
    return sql.SQL("CAST({} AS {})").format(expression, identifier(_KEYWORD_TYPES.get(name, name)))


def column(source: sql.Composable, name: str) -> sql.Composed:
    """Return a column of a table or an alias; `*` means all columns."""
    if name == "*":
        return sql.SQL("{}.*").format(source)
    return sql.SQL("{}.{}").format(source, identifier(name))


def field_value(
    source: sql.Composable, field: Field, table: CatalogTable | None, values: Parameters
) -> sql.Composed:
    """Return the expression for a field: a column, or a value at a JSON path in it.

    Args:
        source: The table or its alias.
        field: The field.
        table: The table's entry in the schema cache, for the column's type.
        values: The parameters of the statement; the keys of the path are added.
    """
    expression = column(source, field.name)
    if not field.path:
        return expression
    known = table.columns.get(field.name) if table else None
    if known is None or known.type not in {"json", "jsonb"}:
        expression = sql.SQL("to_jsonb({})").format(expression)
    # A flat list, since a path may have more steps than Python can nest.
    parts: list[sql.Composable] = [expression]
    for step in field.path:
        key = values.add_query_value(str(step.key))
        parts += [
            sql.SQL("->>" if step.arrow == "->>" else "->"),
            sql.SQL("{}::int").format(key) if isinstance(step.key, int) else key,
        ]
    return sql.Composed(parts)


def conditions(
    items: Iterable[Condition], source: sql.Composable, table: CatalogTable | None, values: Parameters
) -> list[sql.Composed]:
    """Return one SQL condition for each item, to be joined with AND."""
    return [condition(item, source, table, values) for item in items]


def condition(
    item: Condition, source: sql.Composable, table: CatalogTable | None, values: Parameters
) -> sql.Composed:
    """Return the SQL condition for a filter or a tree of filters."""
    if isinstance(item, Logic):
        return logic(item, conditions(item.children, source, table, values))
    return _filter(item, source, table, values)


def where(parts: list[sql.Composed]) -> sql.Composed:
    """Return the WHERE clause for conditions that must all hold; an empty one without conditions."""
    return sql.SQL("WHERE {}").format(joined(" AND ", parts)) if parts else sql.Composed([])


def logic(item: Logic, children: list[sql.Composed]) -> sql.Composed:
    """Return the SQL condition for a tree from the conditions of its children."""
    whole = sql.SQL("({})").format(joined(" AND " if item.operator == "and" else " OR ", children))
    return _negated(whole, negated=item.negated)


def _negated(expression: sql.Composed, *, negated: bool) -> sql.Composed:
    return sql.SQL("NOT {}").format(expression) if negated else expression


def _filter(
    item: Filter, source: sql.Composable, table: CatalogTable | None, values: Parameters
) -> sql.Composed:
    value = field_value(source, item.field, table, values)
    if item.operator == "is":
        compared = sql.SQL("{} {}").format(value, _IS[str(item.value)])
    elif item.operator == "in":
        # = ANY of an array instead of IN, which does not allow an empty list
        literal = values.add(array_literal(map(until_nul, item.value)))
        compared = sql.SQL("{} = ANY ({})").format(value, literal)
    elif item.operator in FULL_TEXT:
        compared = _full_text(item, value, table, values)
    else:
        text = str(item.value)
        operand: sql.Composable = values.add_query_value(
            text.replace("*", "%") if item.operator in {"like", "ilike"} else text
        )
        if item.operator in QUANTIFIABLE and item.modifier:
            operand = sql.SQL("ANY({})" if item.modifier == "any" else "ALL({})").format(operand)
        compared = sql.SQL("{} {} {}").format(value, _OPERATORS[item.operator], operand)
    return _negated(compared, negated=item.negated)


def _full_text(
    item: Filter, value: sql.Composed, table: CatalogTable | None, values: Parameters
) -> sql.Composed:
    language = sql.SQL("{}, ").format(values.add_query_value(item.modifier)) if item.modifier else sql.SQL("")
    known = table.columns.get(item.field.name) if table else None
    if known is None or known.type != "tsvector" or item.field.path:
        value = sql.SQL("to_tsvector({}{})").format(language, value)
    query = sql.SQL("{}({}{})").format(
        _OPERATORS[item.operator], language, values.add_query_value(str(item.value))
    )
    return sql.SQL("{} @@ {}").format(value, query)


def array_literal(elements: Iterable[str]) -> str:
    """Return an array in PostgreSQL's text form, with every element quoted."""
    quoted = ('"' + element.replace("\\", "\\\\").replace('"', '\\"') + '"' for element in elements)
    return "{" + ",".join(quoted) + "}"


def order_term(term: OrderTerm, expression: sql.Composable) -> sql.Composed:
    """Return an expression with the direction and the order of nulls of a term."""
    direction = "" if term.descending is None else " DESC" if term.descending else " ASC"
    nulls = "" if term.nulls_first is None else " NULLS FIRST" if term.nulls_first else " NULLS LAST"
    return sql.Composed([expression, sql.SQL(direction), sql.SQL(nulls)])
