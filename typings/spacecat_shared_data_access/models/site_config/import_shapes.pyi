"""The shapes of imports, as pydantic models. Imported late, by `validation`."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from spacecat_shared_data_access.models.site_config.shape_types import Part, Whole
from spacecat_shared_data_access.schema.data_types import Boolean, Text, Uri

class Import(Part):
    """What every import says.

    Attributes:
        destinations: Where the data go.
        sources: Where they come from.
        enabled: Whether it runs: yes, where it does not say.
        url: Another URL than the site's own.
    """

    destinations: list[Text]
    sources: list[Text]
    enabled: Boolean = True
    url: Uri = ...

class LimitedImport(Import):
    """An import of at most 2,000 rows."""

    limit: Whole = ...

class RegionalImport(LimitedImport):
    """An import of at most 2,000 rows, for one country."""

    geo: Text = ...

class KeywordsImport(Import):
    """An import of at most 100 keywords."""

    geo: Text = ...
    limit: Whole = ...

class PageKeywordsImport(KeywordsImport):
    """An import of at most 100 keywords, perhaps of one page."""

    page_url: Uri = ...

class WeeklyImport(Import):
    """An import of one week."""

    year: Whole = ...
    week: Whole = ...

IMPORT_TYPE_SCHEMAS: Final[Mapping[str, type[Import]]]
"The pydantic model of each type of import. A code import has none."
AnyImport: TypeAlias = dict[str, Any]
"An import of any type."
