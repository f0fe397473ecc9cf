"""Deviations of Suggestion, Opportunity and SuggestionGrant."""

from conformance.deviations.deviation import Deviation, FewerRequests

_CHECKED_BY_SETTERS = "A setter validates the value, as creation does."
_NOTHING_STORED = "A save without stored changes sends nothing; the original sends an empty PATCH."
_OPPORTUNITY_ID = "0190a1b2-c3d4-7e5f-8a6b-000000000005"


def _refused(entity: str, attribute: str) -> Deviation:
    message = f"Validation failed in {entity}: {attribute} failed validation"
    return Deviation(_CHECKED_BY_SETTERS, {"$error": "ValidationError", "message": message}, ["GET"])


CASES = {
    "Suggestion.setData: wrong type": _refused("suggestion", "data"),
    "Opportunity.setData: wrong type": _refused("opportunity", "data"),
    "Opportunity.setRunbook + save": _refused("opportunity", "runbook"),
    "opportunity: its latest audit asks for an audit type": Deviation(
        "The latest audit is found by its ID; the original raises.",
        {
            "$model": "Audit",
            "json": {
                "auditId": "0190a1b2-c3d4-7e5f-8a6b-000000000030",
                "createdAt": "2026-06-01T00:00:00.000Z",
                "updatedAt": "2026-06-02T00:00:00.500Z",
                "siteId": "0190a1b2-c3d4-7e5f-8a6b-000000000001",
                "auditResult": {"scores": {"performance": 0.9, "seo": 1}},
                "auditType": "cwv",
                "fullAuditRef": "https://psi.test/ref",
                "isLive": True,
                "isError": False,
                "auditedAt": "2026-06-10T00:00:00.000Z",
            },
        },
        ["GET", "GET"],
    ),
    "opportunity: add fixes: a bad one first: the second gets its suggestions": Deviation(
        "A fix is linked to its own suggestions, even if an earlier fix was invalid.",
        {
            "createdItems": [
                {
                    "$model": "FixEntity",
                    "json": {
                        "fixEntityId": "<uuidv7>",
                        "createdAt": "<now>",
                        "updatedAt": "<now>",
                        "updatedBy": "system",
                        "opportunityId": _OPPORTUNITY_ID,
                        "type": "CODE_CHANGE",
                        "changeDetails": {"file": "a.js"},
                        "status": "PENDING",
                        "origin": "spacecat",
                    },
                }
            ],
            "errorItems": [
                {
                    "item": {
                        "type": "MAGIC",
                        "changeDetails": {"file": "a.js"},
                        "suggestions": ["0190a1b2-c3d4-7e5f-8a6b-000000000040"],
                    },
                    "error": {"$error": "ValidationError", "message": "type is invalid"},
                }
            ],
        },
        ["GET", "GET", "POST", "POST"],
        bodies=[
            [
                {
                    "id": "<uuidv7>",
                    "created_at": "<now>",
                    "updated_at": "<now>",
                    "updated_by": "system",
                    "opportunity_id": _OPPORTUNITY_ID,
                    "type": "CODE_CHANGE",
                    "change_details": {"file": "a.js"},
                    "status": "PENDING",
                    "origin": "spacecat",
                }
            ],
            [
                {
                    "created_at": "<now>",
                    "updated_at": "<now>",
                    "opportunity_id": _OPPORTUNITY_ID,
                    "fix_entity_id": "<uuidv7>",
                    "suggestion_id": "0190a1b2-c3d4-7e5f-8a6b-000000000041",
                    "fix_entity_created_at": "<now>",
                }
            ],
        ],
    ),
    "SuggestionGrant.setUpdatedBy + save": FewerRequests(_NOTHING_STORED, ["GET"]),
    "SuggestionGrant.setUpdatedBy: null": FewerRequests(_NOTHING_STORED, ["GET"]),
    "grant: the call itself": Deviation(
        "A call of a database function returns its rows, or raises; there is no response object.",
        [{"success": True, "granted_suggestions": ["0190a1b2-c3d4-7e5f-8a6b-000000000040"]}],
        ["POST"],
        bodies=[
            {
                "p_suggestion_ids": ["0190a1b2-c3d4-7e5f-8a6b-000000000040"],
                "p_site_id": "0190a1b2-c3d4-7e5f-8a6b-000000000001",
                "p_token_type": "grant_cwv",
                "p_cycle": "2026-07",
            }
        ],
    ),
}
