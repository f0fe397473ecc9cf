# mypy: disable-error-code="overload-overlap, override, misc"
from spacecat_shared_data_access.models.base import AsyncBaseCollection, BaseCollection
from spacecat_shared_data_access.models.base.collection import M, _AttributesT, _IncludeT, _ItemT, _NameT, _ValuesT

class PagedCollection(BaseCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT, _IncludeT]):  # fmt: skip
    ...

class AsyncPagedCollection(AsyncBaseCollection[M, _ItemT, _ValuesT, _AttributesT, _NameT, _IncludeT]):  # fmt: skip
    """A collection whose own listings return a `Page`, with or without a limit."""
