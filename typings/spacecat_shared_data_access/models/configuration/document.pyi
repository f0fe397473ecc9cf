"""What a configuration's document may hold."""

from typing import Any, ClassVar, TypeAlias

from pydantic import ConfigDict

from spacecat_shared_data_access.schema.data_types import Boolean, Data, Number, Text

Threshold: TypeAlias = Number
Entries: TypeAlias = dict[str, Any]

class _Closed(Data):
    model_config: ClassVar[ConfigDict]

class _Open(Data):
    model_config: ClassVar[ConfigDict]

class Ids(_Closed):
    """The sites and organizations for which a handler is enabled, or disabled."""

    sites: list[Text] = ...
    orgs: list[Text] = ...

class Dependency(_Closed):
    """A handler that another one needs, and what of it."""

    handler: Text = ...
    actions: list[Text] = ...

class Handler(_Closed):
    """One handler: for whom it is enabled, and what it needs."""

    enabled: Ids = ...
    disabled: Ids = ...
    enabled_by_default: Boolean
    moving_avg_threshold: Threshold = ...
    percentage_change_threshold: Threshold = ...
    dependencies: list[Dependency] = ...
    product_codes: list[Text]

class Job(_Open):
    """One scheduled job."""

    group: Any
    type: Text
    interval: Any

class Document(_Open):
    """The whole configuration."""

    queues: Entries
    handlers: dict[str, Handler] = ...
    jobs: list[Job]
    slack_roles: Entries = ...

def checked(data: object) -> dict[str, Any]:
    """Check a document. See `check_configuration`, which this is the inside of."""
