"""Configuration: where the data are, from keywords, a mapping or the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Annotated, Any, Final, Self

import httpx
from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveFloat,
    PositiveInt,
    SecretStr,
    TypeAdapter,
    ValidationInfo,
)
from pydantic import ValidationError as PydanticError
from yarl import URL

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.postgrest.api_key import ApiKeyFunction, key_headers
from spacecat_shared_data_access.postgrest.clients import AsyncTransport
from spacecat_shared_data_access.postgrest.headers import check_header_value, check_headers
from spacecat_shared_data_access.postgrest.retry import RetryPolicy
from spacecat_shared_data_access.postgrest.service import ServiceSettings
from spacecat_shared_data_access.schema.naming import camel_to_snake

_ENVIRONMENT: Final = {
    "postgrest_url": "POSTGREST_URL",
    "postgrest_schema": "POSTGREST_SCHEMA",
    "postgrest_api_key": "POSTGREST_API_KEY",
    "s3_bucket": "S3_CONFIG_BUCKET",
    "region": "AWS_REGION",
    "s2s_allowed_ims_org_ids": "S2S_ALLOWED_IMS_ORG_IDS",
}
_http_url: Final = TypeAdapter(AnyHttpUrl)


def _checked_url(value: object) -> str:
    value = value.strip() if isinstance(value, str) else value
    url = _http_url.validate_python(value)
    if url.username or url.password:
        raise ValueError("must not hold credentials; use postgrest_api_key or postgrest_headers")
    if url.query or url.fragment:
        raise ValueError("must not hold a query or a fragment")
    text = str(value).rstrip("/")
    try:
        # What builds the requests, and what sends them, must take it too.
        URL(text), httpx.URL(text)
    except (ValueError, httpx.InvalidURL):
        raise ValueError("must be a valid URL") from None
    return text


def _checked_key(value: object) -> object:
    text = value.get_secret_value() if isinstance(value, SecretStr) else value
    if isinstance(text, str):
        return check_header_value(text) or None
    if text is not None and not callable(text):
        raise ValueError("must be a string, or a function that returns one")
    return text


def _checked_headers(value: object) -> object:
    return check_headers(value) if isinstance(value, Mapping) else value


def _not_beside_a_key(headers: Mapping[str, str], info: ValidationInfo) -> Mapping[str, str]:
    # The key would silently take the place of the caller's own credentials.
    if info.data.get("postgrest_api_key") is not None:
        for name in key_headers(""):
            if name in headers:
                raise ValueError(f"must not hold {name} beside postgrest_api_key; give one of the two")
    return headers


def _installed(transport: AsyncTransport) -> AsyncTransport:
    if transport == "aiohttp" and find_spec("httpx_aiohttp") is None:
        raise ValueError("aiohttp needs the extra: pip install 'spacecat-shared-data-access[aiohttp]'")
    return transport


def _split(value: object) -> object:
    if isinstance(value, str):
        return tuple(part for part in (each.strip() for each in value.split(",")) if part)
    return value


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

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    postgrest_url: Annotated[str, BeforeValidator(_checked_url)]
    postgrest_schema: Annotated[str, Field(min_length=1), AfterValidator(check_header_value)] = "public"
    postgrest_api_key: Annotated[SecretStr | ApiKeyFunction | None, BeforeValidator(_checked_key)] = Field(
        default=None, repr=False
    )
    postgrest_headers: Annotated[
        Mapping[str, str], BeforeValidator(_checked_headers), AfterValidator(_not_beside_a_key)
    ] = Field(default_factory=dict, repr=False)
    s3_bucket: str | None = None
    region: str | None = None
    s2s_allowed_ims_org_ids: Annotated[tuple[str, ...], BeforeValidator(_split)] = ()
    page_size: PositiveInt = 1000
    connect_timeout: PositiveFloat = 5.0
    read_timeout: PositiveFloat = 30.0
    pool_timeout: PositiveFloat = 5.0
    max_connections: PositiveInt = 32
    retry: RetryPolicy = RetryPolicy()
    async_transport: Annotated[AsyncTransport, AfterValidator(_installed)] = "httpx"

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
        given: Mapping[str, Any]
        if config is None:
            # The environment's key is for the environment's server, and for no other.
            elsewhere = settings.get("postgrest_url") is not None
            given = {} if elsewhere else cls._from_environment(os.environ)
        elif isinstance(config, DataAccessConfig):
            given = {name: getattr(config, name) for name in config.model_fields_set}
        else:
            given = config
        if not isinstance(given, Mapping):
            raise ValidationError("config must be a mapping or a DataAccessConfig")
        fields = {camel_to_snake(str(name)): value for name, value in given.items()} | settings
        try:
            return cls(**{name: value for name, value in fields.items() if value is not None})
        except PydanticError as error:
            raise ValidationError(_complaints(error)) from None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Read a configuration from environment variables; see `load`.

        Args:
            environment: The variables; the process's own where not given.
        """
        return cls.load(cls._from_environment(os.environ if environment is None else environment))

    @classmethod
    def _from_environment(cls, environment: Mapping[str, str]) -> dict[str, str]:
        return {
            field: environment[variable]
            for field, variable in _ENVIRONMENT.items()
            if environment.get(variable)
        }

    def service_settings(self) -> ServiceSettings:
        """Return what the service needs of it."""
        headers, function = dict(self.postgrest_headers), None
        if isinstance(self.postgrest_api_key, SecretStr):
            headers |= key_headers(self.postgrest_api_key.get_secret_value())
        else:
            function = self.postgrest_api_key
        return ServiceSettings(
            url=self.postgrest_url,
            schema=self.postgrest_schema,
            headers=tuple(sorted(headers.items())),
            api_key=function,
            page_size=self.page_size,
            timeout=(self.connect_timeout, self.read_timeout, self.pool_timeout),
            max_connections=self.max_connections,
            retry=self.retry,
            async_transport=self.async_transport,
        )


def _complaints(error: PydanticError) -> str:
    # pydantic's own text may quote the values, and among them the key.
    complaints = []
    for each in error.errors(include_url=False, include_input=False, include_context=False):
        name = str(each["loc"][0]) if each["loc"] else "config"
        if each["type"] == "missing":
            variable = f" (in the environment: {_ENVIRONMENT[name]})" if name in _ENVIRONMENT else ""
            complaints.append(f"{name} is required{variable}")
        elif each["type"] == "extra_forbidden":
            complaints.append(f"{name} is not a setting")
        else:
            complaints.append(f"{name}: {each['msg'].removeprefix('Value error, ')}")
    return ", ".join(complaints)
