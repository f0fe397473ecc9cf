"""The configuration of a data access, from keyword arguments, a mapping or the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Annotated, Any, Final, Self

import httpx
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveFloat,
    PositiveInt,
    SecretStr,
    ValidationInfo,
)
from pydantic import ValidationError as PydanticError
from pydantic_core import SchemaValidator
from pydantic_core.core_schema import url_schema
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
# That of pydantic.AnyHttpUrl, whose module is slow to import.
_http_url: Final = SchemaValidator(url_schema(allowed_schemes=["http", "https"]))


def _checked_url(value: object) -> str:
    value = value.strip() if isinstance(value, str) else value
    url = _http_url.validate_python(value)
    if url.username or url.password:
        raise ValueError("must not contain credentials; use postgrest_api_key or postgrest_headers")
    if url.query or url.fragment:
        raise ValueError("must not contain a query or a fragment")
    text = str(value).rstrip("/")
    try:
        # postgrest and httpx, which use it, must accept it too.
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


def _without_credentials(headers: Mapping[str, str], info: ValidationInfo) -> Mapping[str, str]:
    # An API key would silently replace the credentials in the headers.
    if info.data.get("postgrest_api_key") is not None:
        for name in key_headers(""):
            if name in headers:
                raise ValueError(f"must not contain {name} if there is a postgrest_api_key")
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
    """The configuration of a data access.

    Attributes:
        postgrest_url: The URL of the PostgREST server.
        postgrest_schema: The database schema.
        postgrest_api_key: The API key, which is sent as ``apikey`` and as bearer token. Never shown. If keys
            change over time, a function that returns the current one: it is called for each request, and
            again if the server returns 401. With asyncio it may be an ``async def``.
        postgrest_headers: Additional headers of every request. Never shown. Headers that the package sets
            itself are rejected, as are ``apikey`` and ``Authorization`` together with a `postgrest_api_key`.
        s3_bucket: The S3 bucket of Configuration.
        region: The bucket's AWS region.
        s2s_allowed_ims_org_ids: The IMS organizations whose consumers are allowed. In the environment they
            are separated by commas.
        page_size: The number of rows that are requested at a time when listing. If the server's
            ``db-max-rows`` is smaller, its pages are.
        connect_timeout: The timeout to connect, in seconds.
        read_timeout: The timeout of each read and write, in seconds.
        pool_timeout: The timeout to get a connection from the pool, in seconds. It does not limit the time
            that calls wait because of `max_connections`; the deadline of `retry` does.
        max_connections: The maximum number of connections, and so of concurrent requests: per process with
            `DataAccess`, per event loop with `AsyncDataAccess`. Further calls wait in order of arrival.
        retry: How often and how long a request is tried. ``RetryPolicy.off()`` means once.
        async_transport: The transport of `AsyncDataAccess`: ``httpx``, or ``aiohttp`` (with the extra
            ``[aiohttp]``), which is faster with many concurrent requests.
        check_row_limit: Whether to find out, with one more request, if the server's ``db-max-rows`` cut off
            a page that is shorter than requested. Not needed if `page_size` is at most ``db-max-rows``.
        redact_http_logs: Whether query strings, which contain the values of filters, are removed from the
            log records of httpx and httpcore. The filters stay on their loggers until the process ends.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    postgrest_url: Annotated[str, BeforeValidator(_checked_url)]
    postgrest_schema: Annotated[str, Field(min_length=1), AfterValidator(check_header_value)] = "public"
    postgrest_api_key: Annotated[SecretStr | ApiKeyFunction | None, BeforeValidator(_checked_key)] = Field(
        default=None, repr=False
    )
    postgrest_headers: Annotated[
        Mapping[str, str], BeforeValidator(_checked_headers), AfterValidator(_without_credentials)
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
    redact_http_logs: bool = True
    check_row_limit: bool = True

    @classmethod
    def load(cls, config: Mapping[str, Any] | Self | None = None, **settings: Any) -> Self:
        """Create a configuration.

        Args:
            config: A configuration, or a mapping with its fields in either spelling
                (``postgrest_url``, ``postgrestUrl``). If it and the setting ``postgrest_url`` are missing,
                the environment is read: POSTGREST_URL, POSTGREST_SCHEMA, POSTGREST_API_KEY,
                S3_CONFIG_BUCKET, AWS_REGION and S2S_ALLOWED_IMS_ORG_IDS.
            **settings: Fields, which override those of `config`. None is ignored.

        Raises:
            ValidationError: A field is missing, unknown or invalid. The message names it, but not its value.
        """
        base: Mapping[str, Any]
        if config is None:
            # The API key of the environment must not be sent to another server.
            is_other_server = settings.get("postgrest_url") is not None
            base = {} if is_other_server else cls._from_environment(os.environ)
        elif isinstance(config, DataAccessConfig):
            base = {name: getattr(config, name) for name in config.model_fields_set}
        else:
            base = config
        if not isinstance(base, Mapping):
            raise ValidationError("config must be a mapping or a DataAccessConfig")
        fields = {camel_to_snake(str(name)): value for name, value in base.items() if value is not None}
        fields |= {name: value for name, value in settings.items() if value is not None}
        try:
            return cls(**fields)
        except PydanticError as error:
            raise ValidationError(_message(error)) from None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Create a configuration from environment variables; see `load`.

        Args:
            environment: The variables. Default: ``os.environ``.
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
        """Return the settings of the service."""
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
            redact_http_logs=self.redact_http_logs,
            check_row_limit=self.check_row_limit,
        )


def _message(error: PydanticError) -> str:
    # pydantic's message may quote values, such as the API key.
    problems = []
    for each in error.errors(include_url=False, include_input=False, include_context=False):
        name = str(each["loc"][0]) if each["loc"] else "config"
        if each["type"] == "missing":
            variable = f" (in the environment: {_ENVIRONMENT[name]})" if name in _ENVIRONMENT else ""
            problems.append(f"{name} is required{variable}")
        elif each["type"] == "extra_forbidden":
            problems.append(f"{name} is not a setting")
        else:
            problems.append(f"{name}: {each['msg'].removeprefix('Value error, ')}")
    return ", ".join(problems)
