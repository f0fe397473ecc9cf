"""The parts that the local server's SQL statements may consist of."""

import re

# A quoted name, a placeholder, a literal, a word with its dots, or a run of other signs.
_TOKEN = re.compile(
    r"""(?P<name>"(?:[^"\0]|"")*")|(?P<value>%\([a-z_0-9]+\)s)|(?P<literal>'(?:[^'\\]|'')*')"""
    r"""|(?P<word>[a-z_][a-z_0-9.]*)|(?P<number>[0-9]+)|(?P<sign>[^\s"'a-z0-9_%]+|%)|(?P<blank>\s+)""",
    re.IGNORECASE,
)
# All that a statement is made of besides quoted names and values.
_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    SELECT FROM WHERE AND OR NOT AS ON IS NULL TRUE FALSE UNKNOWN DISTINCT LIKE ILIKE ANY ALL CAST LATERAL
    INNER LEFT CROSS JOIN WITH ORDER BY ASC DESC NULLS FIRST LAST LIMIT OFFSET EXISTS CASE WHEN THEN ELSE END
    INSERT INTO VALUES CONFLICT DO NOTHING UPDATE SET DELETE RETURNING EXCLUDED. VARIADIC COALESCE true false
    EXPLAIN FORMAT JSON
    coalesce nullif current_setting set_config count pg_catalog.count json_agg jsonb_agg string_agg
    json_strip_nulls json_object_keys row_to_json json_each_text array_agg substring length to_jsonb
    to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery
    json_to_record json_to_recordset jsonb_to_record jsonb_to_recordset json_array_elements
    jsonb_array_elements jsonb_build_object row data key k value val elem _ json jsonb int text bigint
    pgrst_source_count pgrst_source pgrst_payload pgrst_payload.json_data json_data json_data.key
    json_data.value data.row pgrst_json_defs pgrst_json_defs.val pgrst_call pgrst_call. pgrst_body
    _postgrest_t _postgrest_t.
    integer text[] date boolean numeric character varying tsvector nextval regclass mood int4range
        """,
    )
)
_SIGNS = re.compile(r"(?:[(),.*=:;\[\]+-]|::|:=|->>?|<>|[<>]=?|~\*?|@>|<@|&&|<<|>>|&[<>]|-\|-|@@|\|\|)+")
_LITERALS = frozenset(
    re.findall(
        r"\S+",
        """
    '[]' '{}' 'null' '0' '-1' '' '=' ',' 'eq.' 'is.null' 'response.headers' 'response.status'
    'pgrst.inserted' 'notes_id_seq' 'nothing' 'search_path' 'role' 'TimeZone' 'transaction_read_only'
    'request.jwt.claims' 'request.method' 'request.path' 'request.headers' 'request.cookies'
        """,
    )
) | {"'\n'"}
_NUMBERS = frozenset({"0", "1", "2", "10"})


def strangers(statement):
    """Return the parts of a statement that are not our own words."""
    found, position = [], 0
    while position < len(statement):
        match = _TOKEN.match(statement, position)
        if match is None:
            return [*found, statement[position:]]
        position = match.end()
        text = match[0]
        known = {
            "name": True,
            "value": True,
            "blank": True,
            "literal": text in _LITERALS,
            "word": text in _WORDS,
            "number": text in _NUMBERS,
            "sign": _SIGNS.fullmatch(text) is not None and ";" not in text and "--" not in text,
        }
        if not known[match.lastgroup]:
            found.append(text)
    return found
