"""The shapes of imports, as pydantic models. Imported late, by `validation`."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, create_model, model_validator
from pydantic import ValidationError as PydanticError

from spacecat_shared_data_access.models.site_config.import_types import (
    ImportDestination,
    ImportSource,
    ImportType,
)
from spacecat_shared_data_access.models.site_config.shape_types import Part, Whole, at_least, not_above
from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Boolean,
    Text,
    Uri,
    complaint,
    one_of,
    refused,
)


class Import(Part):
    """What every import says.

    Attributes:
        destinations: Where the data go.
        sources: Where they come from.
        enabled: Whether it runs: yes, where it does not say.
        url: Another URL than the site's own.
    """

    destinations: list[Annotated[Text, one_of(ImportDestination)]]
    sources: list[Annotated[Text, one_of(ImportSource)]]
    enabled: Boolean = True
    url: Uri = ABSENT

    @model_validator(mode="after")
    def _say_enabled(self) -> Self:
        self.model_fields_set.add("enabled")
        return self


class LimitedImport(Import):
    """An import of at most 2,000 rows."""

    limit: Annotated[Whole, at_least(1), not_above(2000)] = ABSENT


class RegionalImport(LimitedImport):
    """An import of at most 2,000 rows, for one country."""

    geo: Text = ABSENT


class KeywordsImport(Import):
    """An import of at most 100 keywords."""

    geo: Text = ABSENT
    limit: Annotated[Whole, at_least(1), not_above(100)] = ABSENT


class PageKeywordsImport(KeywordsImport):
    """An import of at most 100 keywords, perhaps of one page."""

    page_url: Uri = ABSENT


class WeeklyImport(Import):
    """An import of one week."""

    year: Whole = ABSENT
    week: Whole = ABSENT


_KINDS: Final[Mapping[ImportType, type[Import]]] = {
    ImportType.ORGANIC_KEYWORDS: PageKeywordsImport,
    ImportType.ORGANIC_KEYWORDS_NONBRANDED: PageKeywordsImport,
    ImportType.ORGANIC_KEYWORDS_AI_OVERVIEW: KeywordsImport,
    ImportType.ORGANIC_KEYWORDS_FEATURE_SNIPPETS: KeywordsImport,
    ImportType.ORGANIC_KEYWORDS_QUESTIONS: KeywordsImport,
    ImportType.ORGANIC_TRAFFIC: Import,
    ImportType.ALL_TRAFFIC: Import,
    ImportType.TOP_PAGES: RegionalImport,
    ImportType.AHREF_PAID_PAGES: RegionalImport,
    ImportType.CWV_DAILY: Import,
    ImportType.CWV_WEEKLY: Import,
    ImportType.TRAFFIC_ANALYSIS: WeeklyImport,
    ImportType.TOP_FORMS: LimitedImport,
    ImportType.USER_ENGAGEMENT: Import,
    ImportType.CWV_TRENDS_DAILY: Import,
    ImportType.CWV_TRENDS_ONBOARD: Import,
}


def _of_type(import_type: ImportType, kind: type[Import]) -> type[Import]:
    name = "".join(word.capitalize() for word in import_type.split("-"))
    return create_model(f"{name}Import", __base__=kind, type=(Annotated[Text, one_of([import_type])], ...))


IMPORT_TYPE_SCHEMAS: Final[Mapping[str, type[Import]]] = {
    import_type.value: _of_type(import_type, kind) for import_type, kind in _KINDS.items()
}
"""The pydantic model of each type of import. A code import has none."""


def _check_any_import(value: Any) -> dict[str, Any]:
    import_type = value.get("type") if isinstance(value, Mapping) else None
    shape = IMPORT_TYPE_SCHEMAS.get(import_type) if isinstance(import_type, str) else None
    if shape is None:
        raise refused("does not match any of the allowed types")
    try:
        return shape.model_validate(value).model_dump(by_alias=True, exclude_unset=True, warnings=False)
    except PydanticError as error:
        raise refused(f"does not match any of the allowed types: {complaint(error)}") from None


AnyImport = Annotated[dict[str, Any], BeforeValidator(_check_any_import)]
"""An import of any type."""
