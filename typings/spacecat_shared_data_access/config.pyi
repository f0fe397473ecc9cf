"""Configuration: where the data are, from keywords, a mapping or the environment."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, PositiveFloat, PositiveInt, SecretStr

from spacecat_shared_data_access.postgrest.clients import AsyncTransport
from spacecat_shared_data_access.postgrest.retry import RetryPolicy
from spacecat_shared_data_access.postgrest.service import ServiceSettings

class DataAccessConfig(BaseModel):
    """What a data access needs to know.

    Attributes:
        postgrest_url: PostgREST's address.
        postgrest_schema: The database schema.
        postgrest_api_key: Sent as ``apikey`` and as bearer token. Never shown.
        postgrest_headers: Further headers for every request. Never shown.
        s3_bucket: Where Configuration is kept.
        region: The bucket's AWS region.
        s2s_allowed_ims_org_ids: The IMS organizations whose consumers are allowed; in the environment
            separated by commas.
        page_size: How many rows one request for a listing asks for. Must not be above the server's
            ``db-max-rows``, which would cut listings short.
        connect_timeout: Seconds to connect.
        read_timeout: Seconds to wait for the next bytes of an answer, and to send them.
        pool_timeout: Seconds to wait for a free connection.
        retry: How often a request is tried, and how long that may take. ``RetryPolicy.off()`` for once.
        async_transport: What an `AsyncDataAccess` sends over: ``httpx``, or ``aiohttp`` (with the extra
            ``[aiohttp]``), which is faster where many requests are under way.
    """

    model_config: ClassVar[ConfigDict]
    postgrest_url: str
    postgrest_schema: str = ...
    postgrest_api_key: SecretStr | None = None
    postgrest_headers: Mapping[str, str] = ...
    s3_bucket: str | None = None
    region: str | None = None
    s2s_allowed_ims_org_ids: tuple[str, ...] = ...
    page_size: PositiveInt = 1000
    connect_timeout: PositiveFloat = 5.0
    read_timeout: PositiveFloat = 30.0
    pool_timeout: PositiveFloat = 5.0
    retry: RetryPolicy = ...
    async_transport: AsyncTransport = "httpx"

    @classmethod
    def load(cls, config: Mapping[str, Any] | Self | None = None, **settings: Any) -> Self:
        """Put a configuration together.

        Args:
            config: A configuration, or a mapping with its fields in either spelling
                (``postgrest_url``, ``postgrestUrl``). Where there is none, and no ``postgrest_url`` among
                the settings, the environment is read: POSTGREST_URL, POSTGREST_SCHEMA,
                POSTGREST_API_KEY, S3_CONFIG_BUCKET, AWS_REGION and S2S_ALLOWED_IMS_ORG_IDS.
            **settings: Fields that go before those. None counts as not given.

        Raises:
            ValidationError: A field is missing, unknown or wrong; the message names it, never its value.
        """

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Read a configuration from environment variables; see `load`.

        Args:
            environment: The variables; the process's own where not given.
        """

    def service_settings(self) -> ServiceSettings:
        """Give what the service needs of it."""
