"""The smallest parts of a statement: names, values, types, fields, conditions."""

from collections.abc import Iterable

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Table
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
# Type names that are keywords of SQL cannot be quoted; these are the names that the catalog has for them.
_KEYWORD_TYPES = {
    "int": "int4", "integer": "int4", "bigint": "int8", "smallint": "int2", "real": "float4",
    "float": "float8", "double precision": "float8", "boolean": "bool", "decimal": "numeric",
    "dec": "numeric", "character varying": "varchar", "character": "bpchar", "char": "bpchar",
    "timestamp with time zone": "timestamptz", "timestamp without time zone": "timestamp",
    "time with time zone": "timetz", "time without time zone": "time", "bit varying": "varbit",
}  # fmt: skip


class Parameters:
    """The values of one statement, by the names that stand for them."""

    def __init__(self) -> None:
        self.values: dict[str, str | list[str] | None] = {}

    def add_query_value(self, text: str) -> sql.Placeholder:
        """Add a value from the URL, cut at its first NUL.

        PostgREST hands such values to libpq, which reads them as C strings: `eq.a%00b` finds the row `a`.
        PostgreSQL stores no NUL in text, so nothing that exists is missed.

        Returns:
            The placeholder that stands for it in the statement.
        """
        return self.add(until_nul(text))

    def add(self, value: str | list[str] | None) -> sql.Placeholder:
        """Take a value in.

        psycopg sends a text without a type, so PostgreSQL infers what it is from what it is compared
        with, just as it does for PostgREST.

        Returns:
            What stands for it in the statement.
        """
        name = f"v{len(self.values)}"
        self.values[name] = value
        return sql.Placeholder(name)


def until_nul(text: str) -> str:
    """Return the part of a text before its first NUL."""
    return text.partition("\0")[0]


def identifier(*names: str) -> sql.Identifier:
    """A quoted name, percent signs doubled: psycopg looks for placeholders inside of names too."""
    return sql.Identifier(*(name.replace("%", "%%") for name in names))


def from_catalog(text: str) -> sql.SQL:
    """SQL that PostgreSQL itself wrote: a type's name or a column's default."""
    return sql.SQL(text.replace("%", "%%"))


def joined(separator: str, parts: Iterable[sql.Composable]) -> sql.Composed:
    """The parts with a separator between them."""
    return sql.SQL(separator).join(parts)


def cast(expression: sql.Composable, type_name: str) -> sql.Composed:
    """An expression cast to a type that a client named.

    Args:
        expression: What to cast.
        type_name: A keyword of SQL or a name in the catalog, in any case.
    """
    name = " ".join(type_name.lower().split())
    return sql.SQL("CAST({} AS {})").format(expression, identifier(_KEYWORD_TYPES.get(name, name)))


def column(source: sql.Composable, name: str) -> sql.Composed:
    """A column of a table or of an alias; `*` is all of them."""
    if name == "*":
        return sql.SQL("{}.*").format(source)
    return sql.SQL("{}.{}").format(source, identifier(name))


def field_value(
    source: sql.Composable, field: Field, table: Table | None, values: Parameters
) -> sql.Composed:
    """A field: a column, or what is inside of it.

    Args:
        source: The table, or its alias.
        field: What of it.
        table: The table as the schema cache knows it, for the column's type.
        values: Takes the keys on the path.
    """
    expression = column(source, field.name)
    if not field.path:
        return expression
    known = table.columns.get(field.name) if table else None
    if known is None or known.type not in {"json", "jsonb"}:
        expression = sql.SQL("to_jsonb({})").format(expression)
    # One after the other, not one inside the other: a path may have more steps than Python can nest.
    parts: list[sql.Composable] = [expression]
    for step in field.path:
        key = values.add_query_value(str(step.key))
        parts += [
            sql.SQL("->>" if step.arrow == "->>" else "->"),
            sql.SQL("{}::int").format(key) if isinstance(step.key, int) else key,
        ]
    return sql.Composed(parts)


def conditions(
    items: Iterable[Condition], source: sql.Composable, table: Table | None, values: Parameters
) -> list[sql.Composed]:
    """One condition an item, to be joined with AND."""
    return [condition(item, source, table, values) for item in items]


def condition(
    item: Condition, source: sql.Composable, table: Table | None, values: Parameters
) -> sql.Composed:
    """A filter or a tree of them."""
    if isinstance(item, Logic):
        return logic(item, conditions(item.children, source, table, values))
    return _filter(item, source, table, values)


def logic(item: Logic, children: list[sql.Composed]) -> sql.Composed:
    """A tree whose children are composed already."""
    whole = sql.SQL("({})").format(joined(" AND " if item.operator == "and" else " OR ", children))
    return _negated(whole, negated=item.negated)


def _negated(expression: sql.Composed, *, negated: bool) -> sql.Composed:
    return sql.SQL("NOT {}").format(expression) if negated else expression


def _filter(item: Filter, source: sql.Composable, table: Table | None, values: Parameters) -> sql.Composed:
    value = field_value(source, item.field, table, values)
    if item.operator == "is":
        compared = sql.SQL("{} {}").format(value, _IS[str(item.value)])
    elif item.operator == "in":
        # = ANY of an array, not IN, so that an empty list is no error
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


def _full_text(item: Filter, value: sql.Composed, table: Table | None, values: Parameters) -> sql.Composed:
    language = sql.SQL("{}, ").format(values.add_query_value(item.modifier)) if item.modifier else sql.SQL("")
    known = table.columns.get(item.field.name) if table else None
    if known is None or known.type != "tsvector" or item.field.path:
        value = sql.SQL("to_tsvector({}{})").format(language, value)
    query = sql.SQL("{}({}{})").format(
        _OPERATORS[item.operator], language, values.add_query_value(str(item.value))
    )
    return sql.SQL("{} @@ {}").format(value, query)


def array_literal(elements: Iterable[str]) -> str:
    """PostgreSQL's text form of an array, every element quoted, so that its type can be inferred."""
    quoted = ('"' + element.replace("\\", "\\\\").replace('"', '\\"') + '"' for element in elements)
    return "{" + ",".join(quoted) + "}"


def order_term(term: OrderTerm, expression: sql.Composable) -> sql.Composed:
    """An expression with the direction and the place of nulls that a term gives it."""
    direction = "" if term.descending is None else " DESC" if term.descending else " ASC"
    nulls = "" if term.nulls_first is None else " NULLS FIRST" if term.nulls_first else " NULLS LAST"
    return sql.Composed([expression, sql.SQL(direction), sql.SQL(nulls)])
