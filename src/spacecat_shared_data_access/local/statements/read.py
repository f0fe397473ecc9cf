"""The SELECT for a read plan, and the query that counts its rows."""

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Relationship
from spacecat_shared_data_access.local.parsing.terms import (
    Condition,
    Field,
    Filter,
    Logic,
    Range,
    SelectColumn,
)
from spacecat_shared_data_access.local.plan import ReadNode
from spacecat_shared_data_access.local.statements.fragments import (
    SOURCE,
    Parameters,
    cast,
    column,
    condition,
    field_value,
    identifier,
    joined,
    logic,
    order_term,
    where,
)

_NOTHING = sql.Composed([])


class Reader:
    """Builds the query for a read plan.

    Args:
        schema: The schema of the tables.
        values: The parameters of the statement.
        from_source: Whether the root's rows come from the preceding statement instead of a table.
    """

    def __init__(self, schema: str, values: Parameters, *, from_source: bool = False) -> None:
        self._schema = schema
        self._values = values
        self._from_source = from_source

    def query(self, node: ReadNode) -> sql.Composed:
        """Return the SELECT for a resource and everything embedded in it."""
        source = self._reference(node)
        selected = [self._selected(item, source, node) for item in node.columns]
        joins: list[sql.Composable] = []
        for child in node.children:
            joins.append(self._join(child))
            if not child.shows_nothing:
                selected.extend(self._embedded(child))
        if not selected and not node.children:
            selected.append(column(source, "*"))
        conditions = [*self._conditions(node, source), *self._join_conditions(node, source)]
        return joined(
            " ",
            [
                sql.SQL("SELECT"),
                joined(", ", selected),
                self._from(node),
                *joins,
                where(conditions),
                self._order(node, source),
                self._limit(node),
            ],
        )

    def count(self, node: ReadNode) -> sql.Composed:
        """Return a SELECT with a row for each row of the result, regardless of its range."""
        source = self._reference(node)
        conditions = [
            *self._conditions(node, source, counting=True),
            *self._join_conditions(node, source),
            *(
                sql.SQL("EXISTS ({})").format(self.count(child))
                for child in node.children
                if child.embed and child.embed.inner
            ),
        ]
        return joined(" ", [sql.SQL("SELECT 1"), self._from(node), where(conditions)])

    def _reference(self, node: ReadNode) -> sql.Identifier:
        """Return the qualifier of a resource's columns. The root's table has its full name."""
        if node.embed:
            return identifier(f"{node.name}_{node.depth}")
        return identifier(node.name) if self._from_source else identifier(self._schema, node.name)

    def _from(self, node: ReadNode) -> sql.Composed:
        if node.embed is None:
            if not self._from_source:
                return sql.SQL("FROM {}").format(identifier(self._schema, node.name))
            return sql.SQL("FROM {} AS {}").format(SOURCE, identifier(node.name))
        tables = sql.SQL("FROM {} AS {}").format(identifier(self._schema, node.name), self._reference(node))
        if node.relationship and node.relationship.junction:
            junction = identifier(self._schema, node.relationship.junction.table)
            return sql.SQL("{}, {} AS {}").format(tables, junction, _junction_alias(node))
        return tables

    def _selected(self, item: SelectColumn, source: sql.Composable, node: ReadNode) -> sql.Composed:
        value = field_value(source, item.field, node.table, self._values)
        if item.cast:
            value = cast(value, item.cast)
        name = item.alias or item.field.output_name
        if name is None and item.cast:
            name = item.field.name  # PostgreSQL names a cast after its type, if at all
        return sql.SQL("{} AS {}").format(value, identifier(name)) if name else value

    def _embedded(self, child: ReadNode) -> list[sql.Composed]:
        """Return the columns that an embedded resource adds to the rows above."""
        alias = _alias(child)
        to_one = child.relationship is not None and child.relationship.to_one
        if child.embed and child.embed.spread:
            if to_one:
                return [column(alias, "*")]
            return [
                sql.SQL("COALESCE({}, '[]') AS {}").format(column(alias, name), identifier(name))
                for name in _output_names(child)
            ]
        name = identifier(child.output_name)
        if to_one:
            return [sql.SQL("row_to_json({}.*)::jsonb AS {}").format(alias, name)]
        return [sql.SQL("COALESCE({}.{}, '[]') AS {}").format(alias, alias, name)]

    def _join(self, child: ReadNode) -> sql.Composed:
        alias = _alias(child)
        inner = bool(child.embed and child.embed.inner)
        query = self.query(child)
        kind = sql.SQL("INNER" if inner else "LEFT")
        if child.relationship and child.relationship.to_one:
            return sql.SQL("{} JOIN LATERAL ({}) AS {} ON TRUE").format(kind, query, alias)
        # The column has the same name as the alias, so the name refers to the column: null without rows.
        aggregates = [sql.SQL("json_agg({})::jsonb AS {}").format(alias, alias)]
        if child.embed and child.embed.spread:
            aggregates.extend(
                sql.SQL("json_agg({}) AS {}").format(column(alias, name), identifier(name))
                for name in _output_names(child)
            )
        rows = sql.SQL("SELECT {} FROM ({}) AS {}").format(joined(", ", aggregates), query, alias)
        when = sql.SQL("{}.{} IS NOT NULL").format(alias, alias) if inner else sql.SQL("TRUE")
        return sql.SQL("{} JOIN LATERAL ({}) AS {} ON {}").format(kind, rows, alias, when)

    def _conditions(
        self, node: ReadNode, source: sql.Composable, *, counting: bool = False
    ) -> list[sql.Composed]:
        return [self._condition(item, node, source, counting=counting) for item in node.conditions]

    def _condition(
        self, item: Condition, node: ReadNode, source: sql.Composable, *, counting: bool
    ) -> sql.Composed:
        if isinstance(item, Logic):
            children = [self._condition(below, node, source, counting=counting) for below in item.children]
            return logic(item, children)
        child = _null_filtered(node, item)
        if child is None:
            return condition(item, source, node.table, self._values)
        exists = item.negated != (item.value == "not_null")
        if counting:
            return sql.SQL("{}EXISTS ({})").format(sql.SQL("" if exists else "NOT "), self.count(child))
        return sql.SQL("{} IS {}DISTINCT FROM NULL").format(_alias(child), sql.SQL("" if exists else "NOT "))

    def _join_conditions(self, node: ReadNode, source: sql.Composable) -> list[sql.Composed]:
        relationship = node.relationship
        if relationship is None:
            return []
        above = self._above(node, relationship)
        if relationship.junction is None:
            return [
                _equal(column(source, there), column(above, here)) for here, there in relationship.columns
            ]
        junction = _junction_alias(node)
        return [
            _equal(column(near, here), column(junction, there))
            for near, pairs in ((source, relationship.junction.target), (above, relationship.junction.source))
            for here, there in pairs
        ]

    def _above(self, node: ReadNode, relationship: Relationship) -> sql.Identifier:
        if node.depth > 1:
            return identifier(f"{relationship.table}_{node.depth - 1}")
        if self._from_source:
            return identifier(relationship.table)
        return identifier(self._schema, relationship.table)

    def _order(self, node: ReadNode, source: sql.Composable) -> sql.Composed:
        terms: list[sql.Composed] = []
        for term in node.order:
            related = node.child(term.relation) if term.relation else None
            if related is None:
                expression = field_value(source, term.field, node.table, self._values)
            else:
                expression = field_value(_alias(related), term.field, None, self._values)
            terms.append(order_term(term, expression))
        return sql.SQL("ORDER BY {}").format(joined(", ", terms)) if terms else _NOTHING

    def _limit(self, node: ReadNode) -> sql.Composed:
        if node.range == Range():
            return _NOTHING
        limit = node.range.limit
        rows: sql.Composable = sql.SQL("ALL") if limit is None else self._values.add(str(limit))
        return sql.SQL("LIMIT {} OFFSET {}").format(rows, self._values.add(str(node.range.offset)))


def _equal(left: sql.Composed, right: sql.Composed) -> sql.Composed:
    return sql.SQL("{} = {}").format(left, right)


def _alias(node: ReadNode) -> sql.Identifier:
    return identifier(f"pgrst_embed_{node.number}")


def _junction_alias(node: ReadNode) -> sql.Identifier:
    return identifier(f"pgrst_junction_{node.number}")


def _null_filtered(node: ReadNode, item: Filter) -> ReadNode | None:
    """Return the embedded resource that a filter tests for presence or absence: `relation=is.null`."""
    if (
        item.operator != "is"
        or item.field != Field(item.field.name)
        or item.value not in {"null", "not_null"}
    ):
        return None
    return next((child for child in node.children if child.output_name == item.field.name), None)


def _output_names(node: ReadNode) -> list[str]:
    """Return the keys of a resource's rows."""
    names: list[str] = []
    for item in node.columns:
        if item.field.name == "*" and node.table:
            names.extend(node.table.columns)
        else:
            names.append(item.alias or item.field.output_name or item.field.name)
    for child in node.children:
        spread = child.embed and child.embed.spread
        names.extend(_output_names(child) if spread else [child.output_name])
    return names
