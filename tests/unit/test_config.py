import pytest

from spacecat_shared_data_access import DataAccessConfig, ValidationError
from unit.helpers import URL

VARIABLES = (
    "POSTGREST_URL",
    "POSTGREST_SCHEMA",
    "POSTGREST_API_KEY",
    "S3_CONFIG_BUCKET",
    "AWS_REGION",
    "S2S_ALLOWED_IMS_ORG_IDS",
)


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch):
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)


def test_only_the_address_is_required():
    config = DataAccessConfig.load(postgrest_url=URL)
    assert config.postgrest_url == URL
    assert (config.postgrest_schema, config.postgrest_api_key, dict(config.postgrest_headers)) == (
        "public",
        None,
        {},
    )
    assert (config.s3_bucket, config.region, config.s2s_allowed_ims_org_ids) == (None, None, ())
    assert (config.page_size, config.connect_timeout, config.read_timeout, config.pool_timeout) == (
        1000,
        5,
        30,
        5,
    )


def test_a_mapping_may_have_either_spelling():
    config = DataAccessConfig.load(
        {
            "postgrestUrl": URL,
            "postgrest_schema": "main",
            "postgrestApiKey": "key",
            "postgrestHeaders": {"X-A": "1"},
            "s3Bucket": "bucket",
            "s2sAllowedImsOrgIds": ["A@AdobeOrg"],
            "pageSize": 50,
        }
    )
    assert (config.postgrest_schema, config.s3_bucket, config.page_size) == ("main", "bucket", 50)
    assert config.postgrest_api_key.get_secret_value() == "key"
    assert config.s2s_allowed_ims_org_ids == ("A@AdobeOrg",)


def test_the_environment_provides_missing_settings(monkeypatch):
    values = (f"{URL}/", "main", "key", "bucket", "us-east-1", " A@AdobeOrg, ,B@AdobeOrg ")
    for variable, value in zip(VARIABLES, values, strict=True):
        monkeypatch.setenv(variable, value)
    for config in (DataAccessConfig.load(), DataAccessConfig.from_environment()):
        assert (config.postgrest_url, config.postgrest_schema, config.region) == (URL, "main", "us-east-1")
        assert config.postgrest_api_key.get_secret_value() == "key"
        assert (config.s3_bucket, config.s2s_allowed_ims_org_ids) == ("bucket", ("A@AdobeOrg", "B@AdobeOrg"))


def test_an_empty_variable_counts_as_not_set():
    config = DataAccessConfig.from_environment(
        {"POSTGREST_URL": URL, "POSTGREST_API_KEY": "", "AWS_REGION": ""}
    )
    assert (config.postgrest_api_key, config.region) == (None, None)


def test_an_environment_may_be_given():
    assert DataAccessConfig.from_environment({"POSTGREST_URL": URL}).postgrest_url == URL


def test_keywords_precede_a_mapping_a_configuration_and_the_environment(monkeypatch):
    monkeypatch.setenv("POSTGREST_URL", "http://environment.test")
    monkeypatch.setenv("POSTGREST_SCHEMA", "environment")
    assert DataAccessConfig.load(postgrest_url=URL).postgrest_url == URL
    assert DataAccessConfig.load(page_size=5).postgrest_schema == "environment"
    given = {"postgrestUrl": "http://mapping.test", "postgrestSchema": "mapping"}
    loaded = DataAccessConfig.load(given, postgrest_url=URL)
    assert (loaded.postgrest_url, loaded.postgrest_schema) == (URL, "mapping")
    again = DataAccessConfig.load(loaded, postgrest_schema="keyword")
    assert (again.postgrest_url, again.postgrest_schema) == (URL, "keyword")


def test_with_another_url_the_environment_is_ignored(monkeypatch):
    monkeypatch.setenv("POSTGREST_URL", "http://environment.test")
    monkeypatch.setenv("POSTGREST_API_KEY", "the environment's")
    loaded = DataAccessConfig.load(postgrest_url=URL)
    assert (loaded.postgrest_url, loaded.postgrest_api_key) == (URL, None)


def test_with_a_mapping_the_environment_is_ignored(monkeypatch):
    monkeypatch.setenv("POSTGREST_SCHEMA", "environment")
    assert DataAccessConfig.load({"postgrest_url": URL}).postgrest_schema == "public"


def test_none_counts_as_not_given():
    config = DataAccessConfig.load({"postgrestUrl": URL, "region": None}, postgrest_schema=None)
    assert (config.region, config.postgrest_schema) == (None, "public")
    config = DataAccessConfig.load(
        {"postgrest_url": URL, "region": "eu-west-1"}, postgrest_url=None, region=None
    )
    assert (config.postgrest_url, config.region) == (URL, "eu-west-1")


def test_a_configuration_cannot_be_changed():
    config = DataAccessConfig.load(postgrest_url=URL)
    with pytest.raises(Exception, match="frozen"):
        config.page_size = 5


@pytest.mark.parametrize("url", [f"{URL}/", f"{URL}//"])
def test_a_trailing_slash_of_the_url_is_removed(url):
    assert DataAccessConfig.load(postgrest_url=url).postgrest_url == URL


def test_a_url_may_have_a_path():
    assert DataAccessConfig.load(postgrest_url=f"{URL}/rest/v1/").postgrest_url == f"{URL}/rest/v1"


def test_spaces_around_the_url_are_removed():
    assert DataAccessConfig.load(postgrest_url=f" {URL}\n").postgrest_url == URL


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({}, "postgrest_url is required (in the environment: POSTGREST_URL)"),
        ({"postgrest_url": ""}, "postgrest_url: Input should be a valid URL, input is empty"),
        (
            {"postgrest_url": "sekret"},
            "postgrest_url: Input should be a valid URL, relative URL without a base",
        ),
        ({"postgrest_url": "ftp://sekret.test"}, "postgrest_url: URL scheme should be 'http' or 'https'"),
        ({"postgrest_url": 5}, "postgrest_url: URL input should be a string or URL"),
        (
            {"postgrest_url": "http://user:sekret@postgrest.test"},
            "postgrest_url: must not contain credentials; use postgrest_api_key or postgrest_headers",
        ),
        (
            {"postgrest_url": "http://sekret@postgrest.test"},
            "postgrest_url: must not contain credentials; use postgrest_api_key or postgrest_headers",
        ),
        ({"postgrest_url": f"{URL}?apikey=sekret"}, "postgrest_url: must not contain a query or a fragment"),
        ({"postgrest_url": f"{URL}#sekret"}, "postgrest_url: must not contain a query or a fragment"),
        (
            {"postgrest_url": URL, "postgrest_schema": ""},
            "postgrest_schema: String should have at least 1 character",
        ),
        (
            {"postgrest_url": URL, "postgrest_api_key": 5},
            "postgrest_api_key: must be a string, or a function that returns one",
        ),
        (
            {"postgrest_url": URL, "postgrest_headers": "sekret"},
            "postgrest_headers: Input should be a valid dictionary",
        ),
        (
            {"postgrest_url": URL, "postgrest_headers": {"X-Key": ["sekret"]}},
            "postgrest_headers: X-Key must be a string",
        ),
        ({"postgrest_url": URL, "page_size": 0}, "page_size: Input should be greater than 0"),
        (
            {"postgrest_url": URL, "page_size": "sekret"},
            "page_size: Input should be a valid integer, unable to parse string as an integer",
        ),
        ({"postgrest_url": URL, "read_timeout": -1}, "read_timeout: Input should be greater than 0"),
        ({"postgrest_url": URL, "connect_timeout": 0}, "connect_timeout: Input should be greater than 0"),
        ({"postgrest_url": URL, "pool_timeout": None, "colour": "sekret"}, "colour is not a setting"),
        (
            {"page_size": 0, "colour": "sekret"},
            (
                "postgrest_url is required (in the environment: POSTGREST_URL), "
                "page_size: Input should be greater than 0, colour is not a setting"
            ),
        ),
    ],
)
def test_an_error_names_the_setting_but_not_its_value(settings, message):
    with pytest.raises(ValidationError) as raised:
        DataAccessConfig.load(settings)
    assert str(raised.value) == message
    assert "sekret" not in repr(raised.value)
    assert raised.value.cause is None


@pytest.mark.parametrize("config", ["http://postgrest.test", 5, [("postgrest_url", URL)]])
def test_a_configuration_is_a_mapping(config):
    with pytest.raises(ValidationError, match=r"^config must be a mapping or a DataAccessConfig$"):
        DataAccessConfig.load(config)


def test_repr_hides_key_and_headers():
    config = DataAccessConfig.load(
        postgrest_url=URL, postgrest_api_key="sekret", postgrest_headers={"X-Key": "sekret"}
    )
    for shown in (repr(config), str(config), repr(config.service_settings())):
        assert URL in shown
        assert "sekret" not in shown


def test_the_key_is_sent_as_apikey_and_as_bearer_token():
    settings = DataAccessConfig.load(
        postgrest_url=URL, postgrest_api_key="key", postgrest_headers={"X-A": "1"}
    ).service_settings()
    assert dict(settings.headers) == {"x-a": "1", "apikey": "key", "authorization": "Bearer key"}
    assert settings.timeout == (5.0, 30.0, 5.0)


def test_equal_configurations_have_equal_settings():
    one = DataAccessConfig.load(postgrest_url=URL, postgrest_headers={"A": "1", "B": "2"}).service_settings()
    other = DataAccessConfig.load(
        postgrest_url=URL, postgrest_headers={"B": "2", "A": "1"}
    ).service_settings()
    assert one == other
    assert hash(one) == hash(other)


class TestHeaders:
    @pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION", "apikey", "ApiKey"])
    def test_a_key_does_not_replace_the_callers_own_credentials(self, name):
        with pytest.raises(ValidationError) as raised:
            DataAccessConfig.load(
                postgrest_url=URL, postgrest_api_key="sekret", postgrest_headers={name: "sekret"}
            )
        assert str(raised.value) == (
            f"postgrest_headers: must not contain {name.lower()} if there is a postgrest_api_key"
        )

    def test_the_key_of_the_environment_does_not_replace_the_callers_own_credentials(self, monkeypatch):
        monkeypatch.setenv("POSTGREST_URL", URL)
        monkeypatch.setenv("POSTGREST_API_KEY", "sekret")
        with pytest.raises(ValidationError, match="if there is a postgrest_api_key"):
            DataAccessConfig.load(postgrest_headers={"Authorization": "sekret"})

    @pytest.mark.parametrize("key", [None, ""])
    def test_without_a_key_the_caller_can_set_credentials(self, key):
        settings = DataAccessConfig.load(
            postgrest_url=URL,
            postgrest_api_key=key,
            postgrest_headers={"Authorization": "Bearer user", "apikey": "gateway"},
        ).service_settings()
        assert dict(settings.headers) == {"authorization": "Bearer user", "apikey": "gateway"}

    @pytest.mark.parametrize(
        "name",
        [
            "Accept",
            "accept-profile",
            "CONTENT-PROFILE",
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "Prefer",
            "Host",
            "Transfer-Encoding",
            "Connection",
            "Keep-Alive",
            "Upgrade",
            "Expect",
            "TE",
            "Trailer",
            "Range",
            "Range-Unit",
            "If-None-Match",
        ],
    )
    def test_headers_of_each_request_are_refused(self, name):
        with pytest.raises(ValidationError) as raised:
            DataAccessConfig.load(postgrest_url=URL, postgrest_headers={name: "sekret"})
        assert str(raised.value) == f"postgrest_headers: {name} is set by the package and cannot be given"

    @pytest.mark.parametrize(
        "name", ["", " ", "X A", " X-A", "X-A:", "X\nA", "X-Ä", "X(A)", b"X-A", 5, None, 'X"A', "X\x00"]
    )
    def test_a_header_name_must_be_valid(self, name):
        with pytest.raises(ValidationError, match="a header's name must be of letters, digits and") as raised:
            DataAccessConfig.load(postgrest_url=URL, postgrest_headers={name: "sekret"})
        assert "sekret" not in str(raised.value)

    @pytest.mark.parametrize(
        "value", ["a\nsekret", "a\r\nX-B: sekret", "sekret\x00", "sekrét", "a\x7fsekret"]
    )
    def test_a_header_value_must_be_valid(self, value):
        with pytest.raises(ValidationError) as raised:
            DataAccessConfig.load(postgrest_url=URL, postgrest_headers={"X-A": value})
        assert str(raised.value) == "postgrest_headers: X-A must be printable ASCII"

    def test_a_header_can_be_set_once(self):
        with pytest.raises(ValidationError, match=r"^postgrest_headers: x-a is given twice: "):
            DataAccessConfig.load(postgrest_url=URL, postgrest_headers={"X-A": "1", "x-a": "2"})

    @pytest.mark.parametrize("schema", ["a\nb", "schöma", "a\x00"])
    def test_the_schema_must_be_a_valid_header_value(self, schema):
        with pytest.raises(ValidationError, match=r"^postgrest_schema: must be printable ASCII$"):
            DataAccessConfig.load(postgrest_url=URL, postgrest_schema=schema)


@pytest.mark.parametrize("most", [0, -1, 1.5, "many"])
def test_max_connections_is_at_least_one(most):
    with pytest.raises(ValidationError, match=r"^max_connections: "):
        DataAccessConfig.load(postgrest_url=URL, max_connections=most)
