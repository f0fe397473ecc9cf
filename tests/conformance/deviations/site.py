"""Deviations of Site, its configuration, and the entities around it."""

from typing import Any

from conformance.deviations.deviation import Deviation

_CHECKED_BY_SETTERS = "Setters run the attribute's own validator, as creation does."
_CLEARED = "External IDs that cannot be derived any more are cleared in the database."
_VALIDATED_FIRST = "An updater of a configuration validates first, and changes nothing if it is invalid."
_SANITIZED = "The sanitized value is stored: a number given as text becomes a number."
_LOGGED = "All failures are logged in the same format, with the error code. The error is the recorded one."


def _refused(entity: str, attribute: str) -> Deviation:
    message = f"{attribute} failed validation"
    return Deviation(
        _CHECKED_BY_SETTERS,
        {
            "$error": "ValidationError",
            "message": f"Validation failed in {entity}: {message}",
            "cause": {"class": "ValidationError", "message": message},
        },
        ["GET"],
    )


def _denied(what: str) -> Deviation:
    return Deviation(
        _LOGGED,
        {
            "$error": "AccessDeniedError",
            "message": what,
            "cause": {
                "class": "PostgrestError",
                "code": "42501",
                "message": "permission denied for this table",
            },
        },
        ["GET"],
    )


def _not_a_map() -> Deviation:
    # As recorded for the mode that enforces.
    message = 'Configuration validation error: "value" must be of type object'
    return Deviation(
        "A configuration that is not a mapping is refused in every mode: it would replace the stored one.",
        {
            "$error": "ValidationError",
            "message": f"Invalid config for Site: {message}",
            "cause": {"class": "ValidationError", "message": message},
        },
        ["GET"],
    )


def _site(**values: Any) -> dict[str, Any]:
    json = {
        "authoringType": "cs/crosswalk",
        "baseURL": "https://example.com/baseURL",
        "code": {"k": "v"},
        "config": {"k": "v"},
        "createdAt": "2026-06-30T10:11:12.123Z",
        "deliveryConfig": {"k": "v"},
        "deliveryType": "aem_cs",
        "gitHubURL": "https://example.com/gitHubURL",
        "hlxConfig": {"k": "v"},
        "isLive": True,
        "isLiveToggledAt": "2026-06-30T12:00:00.000Z",
        "isPrimaryLocale": True,
        "isSandbox": True,
        "language": "language value",
        "name": "name value",
        "organizationId": "0190a1b2-c3d4-7e5f-8a6b-000000000101",
        "pageTypes": [],
        "projectId": "projectId value",
        "region": "region value",
        "siteId": "0190a1b2-c3d4-7e5f-8a6b-000000000001",
        "updatedAt": "<now>",
        "updatedBy": "updatedBy value",
        **values,
    }
    return {"$model": "Site", "json": {name: value for name, value in json.items() if value is not None}}


def _cleared(result: dict[str, Any], **changed: Any) -> Deviation:
    body = {**changed, "external_owner_id": None, "external_site_id": None, "updated_at": "<now>"}
    return Deviation(_CLEARED, result, ["GET", "PATCH"], bodies=[body])


CASES = {
    "site: set config to a string, validation null": _not_a_map(),
    "site: set config to a list, validation null": _not_a_map(),
    "Site.setLanguage + save": _refused("site", "language"),
    "Site.setCode: wrong type": _refused("site", "code"),
    "Site.setDeliveryConfig: wrong type": _refused("site", "delivery_config"),
    "SiteCandidate.setHlxConfig: wrong type": _refused("siteCandidate", "hlx_config"),
    "Site.setAuthoringType + save": _cleared(
        _site(authoringType="documentauthoring"), authoring_type="documentauthoring"
    ),
    "Site.setAuthoringType: null": _cleared(_site(authoringType=None), authoring_type=None),
    "Site.setHlxConfig + save": _cleared(_site(), hlx_config={"k": "v"}),
    "Site.setHlxConfig: null": _cleared(_site(hlxConfig=None), hlx_config=None),
    "site: external ids go with the helix config, but not from the database": _cleared(
        {
            "$model": "Site",
            "json": {
                "authoringType": "documentauthoring",
                "baseURL": "https://site1.com",
                "code": {},
                "config": {"handlers": {}, "slack": {"channel": "C1", "workspace": "internal"}},
                "createdAt": "2026-06-01T00:00:00.000Z",
                "deliveryConfig": {},
                "deliveryType": "aem_edge",
                "hlxConfig": {},
                "isLive": False,
                "isSandbox": False,
                "name": "Site 1",
                "organizationId": "0190a1b2-c3d4-7e5f-8a6b-000000000007",
                "siteId": "0190a1b2-c3d4-7e5f-8a6b-000000000001",
                "updatedAt": "<now>",
            },
        },
        hlx_config={},
    ),
    "Site.saveMany": Deviation(
        "save_many writes the plain configuration, and fires only watchers of what changed.",
        None,
        ["GET", "POST"],
        bodies=[
            [
                {
                    "authoring_type": "cs/crosswalk",
                    "base_url": "https://example.com/baseURL",
                    "code": {"k": "v"},
                    "config": {"k": "v"},
                    "created_at": "2026-06-30T10:11:12.123456+00:00",
                    "delivery_config": {"k": "v"},
                    "delivery_type": "aem_cs",
                    "external_owner_id": "externalOwnerId value",
                    "external_site_id": "externalSiteId value",
                    "github_url": "https://example.com/gitHubURL",
                    "hlx_config": {"k": "v"},
                    "id": "0190a1b2-c3d4-7e5f-8a6b-000000000001",
                    "is_live": True,
                    "is_live_toggled_at": "2026-06-30T12:00:00.000Z",
                    "is_primary_locale": True,
                    "is_sandbox": True,
                    "language": "language value",
                    "name": "name value",
                    "organization_id": "0190a1b2-c3d4-7e5f-8a6b-000000000101",
                    "page_types": [],
                    "project_id": "projectId value",
                    "region": "region value",
                    "updated_at": "<now>",
                    "updated_by": "updatedBy value",
                }
            ]
        ],
    ),
    "site: enrollment filter: a broken cursor starts over": Deviation(
        "An unreadable cursor is a ValidationError, not page one again.",
        {"$error": "ValidationError", "message": "cursor cannot be read"},
        [],
    ),
    "entitlement: of a product: PostgREST refuses": _denied(
        "Failed to query entitlements with organizations"
    ),
    "enrollment: site ids of a product: PostgREST refuses": _denied(
        "Failed to query site_enrollments by product_code"
    ),
    "enrollment: site ids at a tier: PostgREST refuses": _denied("Failed to query site_enrollments by tier"),
}

_FIVE_TOP_PAGES = {
    "type": "top-pages",
    "destinations": ["default"],
    "sources": ["seo"],
    "enabled": True,
    "geo": "global",
    "limit": 5,
}

# By recorded case of Config, the parts of `returns`, `state` and `result` that differ.
CONFIGS: dict[str, dict[str, Any]] = {
    'config: updateGroupedURLs("404", [{"name":5}]) on an empty config': {
        "reason": _VALIDATED_FIRST,
        "state": {},
        "result": {},
    },
    'config: updateGroupedURLs("404", [{"name":"n","colour":"red"}]) on an empty config': {
        "reason": _VALIDATED_FIRST,
        "state": {},
        "result": {},
    },
    "config: enable import top-pages with a limit as text": {
        "reason": _SANITIZED,
        "returns": [None, [_FIVE_TOP_PAGES]],
        "state": {"imports": [_FIVE_TOP_PAGES]},
        "result": {"imports": [_FIVE_TOP_PAGES]},
    },
    "config: enable an import, the rest of the config is invalid": {
        "reason": _VALIDATED_FIRST,
        "returns": [
            {
                "$error": "Error",
                "message": 'Configuration validation error: "slack.workspace" must be a string',
            },
            None,
        ],
        "state": {"slack": {"workspace": 5}},
        "result": {"slack": {"workspace": 5}},
    },
    "config: disable an import, the rest is invalid": {
        "reason": _VALIDATED_FIRST,
        "returns": [
            {
                "$error": "Error",
                "message": 'Configuration validation error: "imports[0]" does not match any of the'
                " allowed types",
            },
            [{"type": "moon"}],
        ],
        "state": {"imports": [{"type": "moon"}]},
        "result": {"imports": [{"type": "moon"}]},
    },
}
