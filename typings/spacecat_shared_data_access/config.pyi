"""Configuration: where the data are, from keywords, a mapping or the environment."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, PositiveFloat, PositiveInt, SecretStr

from spacecat_shared_data_access.postgrest.api_key import ApiKeyFunction
from spacecat_shared_data_access.postgrest.clients import AsyncTransport
from spacecat_shared_data_access.postgrest.retry import RetryPolicy
from spacecat_shared_data_access.postgrest.service import ServiceSettings

class DataAccessConfig(BaseModel):
    """What a data access needs to know.

    Attributes:
        postgrest_url: PostgREST's address.
        postgrest_schema: The database schema.
        postgrest_api_key: Sent as ``apikey`` and as bearer token. Never shown. Where keys are replaced
            from time to time, a function that returns the key of the moment: it is called for each
            request, and once more where the server answers 401. Under asyncio it may be an ``async def``.
        postgrest_headers: Further headers for every request. Never shown. Names without regard to case;
            those that the package sets itself are refused, as are ``apikey`` and ``Authorization``
            beside a `postgrest_api_key`.
        s3_bucket: Where Configuration is kept.
        region: The bucket's AWS region.
        s2s_allowed_ims_org_ids: The IMS organizations whose consumers are allowed; in the environment
            separated by commas.
        page_size: How many rows one request for a listing asks for. Must not be above the server's
            ``db-max-rows``, which would cut listings short.
        connect_timeout: Seconds to connect.
        read_timeout: Seconds to wait for the next bytes of an answer, and to send them.
        pool_timeout: Seconds to wait for a connection that the pool is about to free. Calls that wait for
            their turn (`max_connections`) are bounded by the deadline of `retry` instead.
        max_connections: How many connections there may be, and so requests under way: in a process with
            `DataAccess`, for each event loop with `AsyncDataAccess`. Further calls wait for their turn,
            first come first served.
        retry: How often a request is tried, and how long that may take. ``RetryPolicy.off()`` for once.
        async_transport: What an `AsyncDataAccess` sends over: ``httpx``, or ``aiohttp`` (with the extra
            ``[aiohttp]``), which is faster where many requests are under way.
    """

    model_config: ClassVar[ConfigDict]
    postgrest_url: str
    postgrest_schema: str = "public"
    postgrest_api_key: SecretStr | ApiKeyFunction | None = ...
    postgrest_headers: Mapping[str, str] = ...
    s3_bucket: str | None = None
    region: str | None = None
    s2s_allowed_ims_org_ids: tuple[str, ...] = ...
    page_size: PositiveInt = 1000
    connect_timeout: PositiveFloat = 5.0
    read_timeout: PositiveFloat = 30.0
    pool_timeout: PositiveFloat = 5.0
    max_connections: PositiveInt = 32
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
        """Return what the service needs of it."""
