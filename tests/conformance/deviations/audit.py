"""Deviations of audits, audited pages, trials and onboarding."""

from conformance.deviations.deviation import Deviation

_BY_TIME = "The latest audit of only a site or only a type is found by its time."
_CHECKED_BY_SETTERS = "A setter validates the value, as creation does."
_SITE = "0190a1b2-c3d4-7e5f-8a6b-000000000001"


def _audit(**values: object) -> dict[str, object]:
    return {"$model": "Audit", "json": {"isLive": True, **values}}


_RECORDED_AUDIT = _audit(
    auditId="0190a1b2-c3d4-7e5f-8a6b-000000000101",
    auditResult={"k": "v"},
    auditType="auditType value",
    auditedAt="2026-06-30T12:00:00.000Z",
    createdAt="2026-06-30T10:11:12.123Z",
    fullAuditRef="fullAuditRef value",
    invocationId="0190a1b2-c3d4-7e5f-8a6b-000000000101",
    isError=True,
    siteId="0190a1b2-c3d4-7e5f-8a6b-000000000101",
    updatedAt="2026-06-30T10:11:12.654Z",
    updatedBy="updatedBy value",
)


def _cwv_audit(number: int, audited_at: str) -> dict[str, object]:
    return _audit(
        auditId=f"0190a1b2-c3d4-7e5f-8a6b-0000000000{number}",
        auditResult={"scores": {"performance": 0.9, "seo": 1}},
        auditType="cwv",
        auditedAt=audited_at,
        createdAt="2026-06-01T00:00:00.000Z",
        fullAuditRef="https://psi.test/ref",
        isError=False,
        siteId=_SITE,
        updatedAt="2026-06-02T00:00:00.500Z",
    )


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


CASES = {
    "LatestAudit.findByAuditType": Deviation(_BY_TIME, _RECORDED_AUDIT, ["GET"]),
    "latest audit: one of a site": Deviation(_BY_TIME, _cwv_audit(31, "2026-06-12T00:00:00.000Z"), ["GET"]),
    "Site.getLatestAudit": Deviation(_BY_TIME, None, ["GET", "GET"]),
    "site: its the latest audit": Deviation(
        _BY_TIME, _cwv_audit(30, "2026-06-10T00:00:00.000Z"), ["GET", "GET"]
    ),
    "top form: by url: the second try is refused": Deviation(
        "A form without a source is looked for by is.null, not by the text null.",
        None,
        ["GET", "GET"],
    ),
    "SentimentGuideline: limit 1 gives no data": Deviation(
        "With a limit of 1 a listing returns one model or null.",
        {
            "$model": "SentimentGuideline",
            "json": {
                "audits": ["reddit-analysis"],
                "createdAt": "2026-06-01T00:00:00.000Z",
                "createdBy": "u",
                "enabled": True,
                "guidelineId": "0190a1b2-c3d4-7e5f-8a6b-000000000092",
                "instruction": "Do",
                "name": "G92",
                "siteId": _SITE,
                "updatedAt": "2026-06-02T00:00:00.500Z",
            },
        },
        ["GET"],
    ),
    "SentimentTopic: its keys": Deviation(
        "Composite keys have Python names, as records do.",
        {"site_id": _SITE, "topic_id": "0190a1b2-c3d4-7e5f-8a6b-000000000092"},
        ["GET"],
    ),
    "PlgOnboarding.setError: wrong type": _refused("plgOnboarding", "error"),
    "SiteImsOrgAccess.setGrantedBy + save": _refused("siteImsOrgAccess", "granted_by"),
    "TrialUser.setMetadata: wrong type": _refused("trialUser", "metadata"),
}
