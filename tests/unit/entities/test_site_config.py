import copy
import pickle
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.guards import guard_config
from spacecat_shared_data_access.models.site_config import (
    DEFAULT_CONFIG,
    DEFAULT_IMPORT_CONFIGS,
    IMPORT_TYPES,
    Config,
    ImportType,
    extract_well_known_tags,
    validate_configuration,
)
from spacecat_shared_data_access.models.site_config.schemas import IMPORT_TYPE_SCHEMAS

TOP_PAGES = {
    "type": "top-pages",
    "destinations": ["default"],
    "sources": ["seo"],
    "enabled": True,
    "geo": "global",
}


class TestMapping:
    def test_config_equals_its_json(self):
        config = Config({"slack": {"channel": "C1"}})
        assert config == {"slack": {"channel": "C1"}}
        assert dict(config) == config.state == {"slack": {"channel": "C1"}}
        assert list(config) == ["slack"]
        assert len(config) == 1

    def test_config_is_immutable(self):
        with pytest.raises(TypeError):
            Config()["slack"] = {}

    def test_given_data_is_copied(self):
        given = {"slack": {"channel": "C1"}}
        config = Config(given)
        given["slack"]["channel"] = "C2"
        config.update_slack_mentions("cwv", ["U1"])
        assert config.get_slack_config() == {"channel": "C1"}
        assert given == {"slack": {"channel": "C2"}}

    def test_state_and_dynamo_item_are_copies(self):
        config = Config({"slack": {"channel": "C1"}})
        config.state["slack"]["channel"] = "C2"
        Config.to_dynamo_item(config)["slack"]["channel"] = "C3"
        assert config.get_slack_config() == {"channel": "C1"}

    def test_config_can_be_copied_and_pickled(self):
        config = Config({"slack": {"channel": "C1"}})
        assert pickle.loads(pickle.dumps(config)) == copy.deepcopy(config) == config  # noqa: S301 - our own

    def test_repr_shows_keys_only(self):
        assert repr(Config({"tokowakaConfig": {"apiKey": "secret"}})) == "<Config of tokowakaConfig>"
        assert repr(Config()) == "<Config of nothing>"

    @pytest.mark.parametrize(
        ("data", "state"),
        [(None, {}), ({}, {}), ("xy", {"0": "x", "1": "y"}), ([1], {"0": 1}), (5, {})],
    )
    def test_stored_data_that_is_not_a_mapping_becomes_one_as_in_the_original(self, data, state):
        assert Config.of_stored(data) == state

    @pytest.mark.parametrize("data", ["{}", "", [1], 5, False])
    def test_a_config_needs_a_mapping(self, data):
        with pytest.raises(ValidationError, match="config must be of type object"):
            Config(data)
        with pytest.raises(ValidationError, match="must be of type object"):
            Config.to_dynamo_item(data)

    @pytest.mark.parametrize(
        "updater",
        [
            "update_fetch_config",
            "update_brand_config",
            "update_cdn_logs_config",
            "update_scraper_config",
            "update_tokowaka_config",
            "update_edge_optimize_config",
            "update_commerce_llmo_config",
            "update_onboard_config",
            "update_llmo_cdn_bucket_config",
            "update_imports",
        ],
    )
    def test_an_updater_of_a_section_refuses_a_text(self, updater):
        config = Config({"slack": {"channel": "C1"}})
        with pytest.raises(ValidationError, match="must be "):
            getattr(config, updater)('{"apiKey": "x"}')
        assert config == {"slack": {"channel": "C1"}}

    def test_import_constants_keep_their_original_names(self):
        assert IMPORT_TYPES.TOP_PAGES is ImportType.TOP_PAGES
        assert IMPORT_TYPE_SCHEMAS.keys() == DEFAULT_IMPORT_CONFIGS.keys() == set(ImportType) - {"code"}
        assert DEFAULT_CONFIG == {"slack": {}, "handlers": {}}

    def test_importing_sites_does_not_import_pydantic_models(self):
        code = (
            "import sys, spacecat_shared_data_access.models.site;"
            "print([name for name in sys.modules if name.endswith('site_config.schemas')])"
        )
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
        assert result.stdout.strip() == "[]"


class TestValidation:
    @pytest.mark.parametrize(
        ("given", "sanitized"),
        [
            ({"slack": {"invitedUserCount": " 3.0 "}}, {"slack": {"invitedUserCount": 3}}),
            ({"enableMoneyPageUrls": " TRUE"}, {"enableMoneyPageUrls": True}),
            ({"edgeOptimizeConfig": {"enabled": "5"}}, {"edgeOptimizeConfig": {"enabled": 5}}),
            ({"edgeOptimizeConfig": {"enabled": "true"}}, {"edgeOptimizeConfig": {"enabled": True}}),
            (
                {"brandProfile": {"updatedAt": "2026-01-01T10:00:00+01:30"}},
                {"brandProfile": {"updatedAt": "2026-01-01T08:30:00.000Z"}},
            ),
            (
                {"brandProfile": {"updatedAt": "2026-02-30"}},
                {"brandProfile": {"updatedAt": "2026-03-02T00:00:00.000Z"}},
            ),
            ({"brandProfile": {"updatedAt": "-000001"}}, {"brandProfile": {"updatedAt": "-000001"}}),
            (
                {"auditTargetURLs": {"manual": [{"url": "https://a.com", "x": 1}], "x": 1}},
                {"auditTargetURLs": {"manual": [{"url": "https://a.com"}], "moneyPages": []}},
            ),
            ({"own": {"kept": None}, "handlers": {"cwv": {"own": 1}}}, None),
        ],
    )
    def test_configuration_is_sanitized(self, given, sanitized):
        assert validate_configuration(given) == (sanitized or given)

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            ({"slack": None}, '"slack" must be of type object'),
            ({"slack": {"channel": ""}}, '"slack.channel" is not allowed to be empty'),
            ({"slack": {"invitedUserCount": 1.5}}, '"slack.invitedUserCount" must be an integer'),
            (
                {"slack": {"invitedUserCount": -1}},
                '"slack.invitedUserCount" must be greater than or equal to 0',
            ),
            ({"slack": {"other": 1}}, '"slack.other" is not allowed'),
            (
                {"imports": [TOP_PAGES, {"type": "code"}]},
                '"imports[1]" does not match any of the allowed types',
            ),
            ({"imports": [{**TOP_PAGES, "limit": 2001}]}, '"limit" must be less than or equal to 2000'),
            ({"imports": ["top-pages"]}, '"imports[0]" does not match'),
            ({"llmo": {"dataFolder": "f"}}, '"llmo.brand" is required'),
            (
                {"llmo": {"dataFolder": "f", "brand": "b", "cdnBucketConfig": {"region": "us"}}},
                '"llmo.cdnBucketConfig.region" fails to match the required pattern',
            ),
            (
                {"llmo": {"dataFolder": "f", "brand": "b", "countryCodeIgnoreList": ["CHE"]}},
                '"llmo.countryCodeIgnoreList[0]" length must be 2 characters long',
            ),
            (
                {"fetchConfig": {"overrideBaseURL": "/en"}},
                '"fetchConfig.overrideBaseURL" must be a valid uri',
            ),
            ({"scraperConfig": {"headers": {"a b": "v"}}}, '"scraperConfig.headers.a b" is not allowed'),
            ({"scraperConfig": {"headers": {"a": "x\ny"}}}, '"scraperConfig.headers.a" fails to match'),
            (
                {"scraperConfig": {"headers": {"Cookie": "v"}}},
                '"Cookie": it is a reserved scraper header name',
            ),
            (
                {"scraperConfig": {"headers": {f"h{number}": "v" for number in range(33)}}},
                '"scraperConfig.headers" must have less than or equal to 32 keys',
            ),
        ],
    )
    def test_error_names_the_path_to_the_invalid_value(self, given, message):
        with pytest.raises(ValidationError) as raised:
            validate_configuration(given)
        assert raised.value.message.startswith("Configuration validation error: ")
        assert message in raised.value.message

    def test_omitted_configuration_returns_none(self):
        assert validate_configuration() is None

    def test_datetimes_are_accepted(self):
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        checked = validate_configuration({"rumConfig": {"hasDomainKey": True, "lastCheckedAt": moment}})
        assert checked["rumConfig"]["lastCheckedAt"] == "2026-01-01T00:00:00.000Z"

    def test_config_guard_works_without_a_logger(self, monkeypatch):
        monkeypatch.setenv("CONFIG_VALIDATION_ENFORCEMENT", "warn")
        guard_config(entity_name="Site", entity_id=None, value={"slack": 5}, validate=validate_configuration)


class TestImports:
    def test_enabled_import_is_stored_sanitized(self):
        config = Config()
        config.enable_import(ImportType.TOP_PAGES, {"limit": "5", "enabled": False})
        assert config.get_import_config("top-pages") == {**TOP_PAGES, "limit": 5}
        assert config.is_import_enabled(ImportType.TOP_PAGES)

    def test_invalid_import_changes_nothing(self):
        config = Config({"imports": [TOP_PAGES]})
        with pytest.raises(ValidationError, match='Invalid import config: "limit"'):
            config.enable_import("top-pages", {"limit": 0})
        with pytest.raises(ValidationError, match="Unknown import type: code"):
            config.enable_import(ImportType.CODE)
        assert config == {"imports": [TOP_PAGES]}

    @pytest.mark.parametrize("method", ["enable_import", "disable_import"])
    def test_imports_of_an_invalid_config_cannot_be_changed(self, method):
        invalid = {"imports": [TOP_PAGES], "slack": 5}
        config = Config(invalid)
        with pytest.raises(ValidationError, match="Configuration validation error"):
            getattr(config, method)("top-pages")
        assert config == invalid

    def test_import_can_be_disabled(self):
        config = Config({"imports": [TOP_PAGES]})
        config.disable_import("top-pages")
        assert not config.is_import_enabled("top-pages")

    def test_malformed_imports_are_ignored_by_the_getter(self):
        assert Config({"imports": "x"}).get_import_config("top-pages") is None
        assert Config({"imports": [5]}).get_import_config("top-pages") is None


class TestHandlers:
    def test_invalid_groups_change_nothing(self):
        config = Config({"handlers": {"cwv": {"groupedURLs": [{"name": "n"}]}}})
        with pytest.raises(ValidationError, match=r"handlers.cwv.groupedURLs\[0\].name"):
            config.update_grouped_urls("cwv", [{"name": 5}])
        assert config.get_grouped_urls("cwv") == [{"name": "n"}]

    @pytest.mark.parametrize(
        ("part", "value"),
        [
            ("slack_mentions", ["U1"]),
            ("excluded_urls", ["https://a.com"]),
            ("autofix_excluded_urls", ["https://a.com"]),
            ("manual_overwrites", [{"targetURL": "t"}]),
            ("fixed_urls", [{"targetURL": "t"}]),
            ("grouped_urls", [{"name": "n", "pattern": "p"}]),
            ("latest_metrics", {"ctrChange": 1}),
        ],
    )
    def test_getter_returns_the_updated_value(self, part, value):
        config = Config()
        getattr(config, f"update_{part}")("404", value)
        assert getattr(config, f"get_{part}")("404") == value
        assert config.get_handler_config("404") is config.get_handlers()["404"]

    def test_updater_refuses_a_path_through_another_value(self):
        config = Config({"handlers": {"cwv": "x"}, "llmo": {"tags": "x"}})
        with pytest.raises(ValidationError, match=r'"handlers.cwv" must be of type object'):
            config.update_excluded_urls("cwv", [])
        with pytest.raises(ValidationError, match=r'"llmo.tags" must be an array'):
            config.add_llmo_tag("t")
        with pytest.raises(ValidationError, match=r'"handlers.cwv" must be of type object'):
            config.update_grouped_urls("cwv", [])
        assert config.get_included_urls("cwv") is None


class TestLlmo:
    def test_invalid_filters_and_patterns_change_nothing(self):
        config = Config()
        with pytest.raises(
            ValidationError, match=r'CDN logs filter validation error: "\[0\].key" must be one of'
        ):
            config.update_llmo_cdnlogs_filter([{"key": "url; DROP", "value": []}])
        with pytest.raises(ValidationError, match="must contain less than or equal to 50 items"):
            config.update_llmo_cdnlogs_filter([{"key": "url", "value": []}] * 51)
        with pytest.raises(
            ValidationError, match=r'Invalid URL patterns "\[0\].urlPattern" must be a valid uri'
        ):
            config.replace_llmo_url_patterns([{"urlPattern": "x"}])
        assert config == {}

    @pytest.mark.parametrize(
        "method", ["add_llmo_human_questions", "add_llmo_ai_questions", "add_llmo_customer_intent"]
    )
    def test_only_lists_can_be_added(self, method):
        config = Config()
        with pytest.raises(ValidationError, match="must be an array"):
            getattr(config, method)("x")
        assert config == {}

    def test_question_update_must_be_a_mapping(self):
        config = Config()
        with pytest.raises(ValidationError, match="question_update must be of type object"):
            config.update_llmo_question("k", "x")
        assert config == {}

    def test_only_the_first_intent_with_a_key_is_removed(self):
        config = Config()
        config.add_llmo_customer_intent([{"key": "k", "value": "1"}, {"key": "k", "value": "2"}])
        config.remove_llmo_customer_intent("k")
        assert config.get_llmo_customer_intent() == [{"key": "k", "value": "2"}]

    def test_added_pattern_replaces_the_one_with_the_same_url(self):
        config = Config()
        config.add_llmo_url_patterns([{"urlPattern": "https://a.com"}, {"urlPattern": "https://b.com"}])
        config.add_llmo_url_patterns([{"urlPattern": "https://a.com", "tags": ["t"]}])
        assert config.get_llmo_url_patterns() == [
            {"urlPattern": "https://a.com", "tags": ["t"]},
            {"urlPattern": "https://b.com"},
        ]

    def test_updating_the_llmo_config_replaces_url_patterns(self):
        config = Config()
        config.update_llmo_config("f", "b", url_patterns=[{"urlPattern": "https://a.com"}])
        config.update_llmo_brand("c")
        assert config.get_llmo_config() == {
            "dataFolder": "f",
            "brand": "c",
            "questions": {},
            "urlPatterns": [{"urlPattern": "https://a.com"}],
        }
        config.update_llmo_config("f", "b")
        assert config.get_llmo_url_patterns() is None


class TestBrandProfile:
    @pytest.mark.parametrize(
        ("profile", "content_hash"),
        [
            (
                {"main_profile": {"tone": "warm"}},
                "bda742b4b6caa9e0ce0eece6bbaedc8099596978bf3a28f1eb9d2fab73da7f94",
            ),
            (
                {
                    "b": 1,
                    "2": [1.0, 2.5, 1e21, 1e-7, 0.00001, -0.000015, 1.5e-10, 123456789012345680000.0],
                    "1": 'ä\u2028\x07"\\/',
                    "01": None,
                    "10": True,
                },
                "aa5cd8ad85bf5345c495296e74eeb6c5e2ab3e49e00ba5b54816201e30a170b3",
            ),
            (
                {"x": [], "y": {}, "z": 1e-6, "w": -1.25e-7, "v": 0.1},
                "7745d44db4085e4c366adfae015687e9b1487867fe719b5594103c4d0fb62278",
            ),
            (None, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
        ],
    )
    def test_content_hash_equals_that_of_javascript(self, profile, content_hash):
        config = Config()
        config.update_brand_profile(profile)
        assert config.get_brand_profile()["contentHash"] == content_hash

    @pytest.mark.usefixtures("clock")
    def test_version_is_incremented_only_if_the_content_changes(self):
        config = Config()
        config.update_brand_profile({"tone": "warm", "version": 9})
        first = config.get_brand_profile()
        config.update_brand_profile({"tone": "warm"})
        assert config.get_brand_profile() == first
        assert first["version"] == 1
        config.update_brand_profile({"tone": "cold"})
        assert config.get_brand_profile()["version"] == 2


class TestOtherUpdaters:
    def test_audit_targets_are_validated(self):
        config = Config()
        with pytest.raises(ValidationError, match="Invalid audit target URL"):
            config.add_audit_target_url("manual", {"url": "x"})
        with pytest.raises(ValidationError, match="Invalid audit target source"):
            config.update_audit_target_urls("sitemap", [])
        assert config == {}
        config.add_audit_target_url("manual", {"url": "https://a.com"})
        config.add_audit_target_url("moneyPages", {"url": "https://a.com"})
        assert config.get_audit_target_urls() == [{"url": "https://a.com", "source": "manual"}]
        config.remove_audit_target_url("manual", "https://a.com")
        assert config.get_audit_target_urls() == []

    def test_invalid_scraper_headers_change_nothing(self):
        config = Config({"scraperConfig": {"headers": {"a": "b"}}})
        with pytest.raises(ValidationError):
            config.update_scraper_config({"headers": {"host": "x"}})
        assert config.get_scraper_config() == {"headers": {"a": "b"}}

    def test_onboarding_history_has_a_maximum_length(self):
        config = Config()
        for start in (1, 2, 3):
            config.update_onboard_config({"lastProfile": "p", "lastStartTime": start}, max_history=2)
        assert config.get_onboard_config() == {
            "lastProfile": "p",
            "lastStartTime": 3,
            "history": [{"profile": "p", "startTime": 2}, {"profile": "p", "startTime": 3}],
        }
        with pytest.raises(ValidationError, match="onboard_config must be of type object"):
            config.update_onboard_config(None)

    @pytest.mark.usefixtures("clock")
    def test_rum_domain_key_check_is_recorded(self):
        config = Config()
        config.update_rum_config(has_domain_key=True)
        assert config.get_rum_config() == {"hasDomainKey": True, "lastCheckedAt": "2026-07-02T09:38:00.000Z"}
        config.update_rum_config(has_domain_key=False, now=datetime(2026, 1, 1, tzinfo=UTC))
        assert not config.has_rum_domain_key()
        with pytest.raises(ValidationError, match="has_domain_key must be a boolean, got number"):
            config.update_rum_config(1)

    def test_unknown_keys_are_not_stored(self):
        config = Config({"own": 1, "slack": {}, "enableMoneyPageUrls": True})
        assert Config.to_dynamo_item(config) == {"slack": {}}
        config.set_enable_money_page_urls(False)
        assert Config.to_dynamo_item(config) == {"slack": {}, "enableMoneyPageUrls": False}
        assert Config.to_dynamo_item({"rumConfig": None}) == {}

    def test_tags_that_are_not_strings_are_ignored(self):
        assert extract_well_known_tags(["market: ch", 5, None]) == {"market": "ch"}
        assert Config.extract_well_known_tags(["topic: a:b"]) == {"topic": "a:b"}
