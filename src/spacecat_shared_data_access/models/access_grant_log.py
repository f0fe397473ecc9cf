"""AccessGrantLog: the log of granted and revoked access of organizations to other organizations' sites."""

from __future__ import annotations

import re
from enum import StrEnum

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.entitlement import Entitlement
from spacecat_shared_data_access.models.site_ims_org_access import SiteImsOrgAccess
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_uuid, matches

# As \S in JavaScript: unlike in Python, U+0085 is not a blank and U+FEFF is.
_VISIBLE = r"[^\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
_PERFORMER = re.compile(rf"\A(?:(?:ims|slack):{_VISIBLE}+|system)\Z")


class AccessGrantLog(BaseModel):
    """One entry of the log. Entries are never changed or removed."""

    ENTITY_NAME = "AccessGrantLog"

    class GrantAction(StrEnum):
        """The logged action."""

        GRANT = "grant"
        REVOKE = "revoke"


class AccessGrantLogCollection(BaseCollection[AccessGrantLog]):
    """All entries of the log."""

    COLLECTION_NAME = "AccessGrantLogCollection"


schema = (
    SchemaBuilder(AccessGrantLog, AccessGrantLogCollection)
    .allow_updates(False)
    .allow_remove(False)
    # IDs without references: an entry outlives its site and organizations.
    .add_attribute("site_id", type="string", required=True, validate=is_uuid)
    .add_attribute("organization_id", type="string", required=True, validate=is_uuid)
    .add_attribute("target_organization_id", type="string", required=True, validate=is_uuid)
    .add_attribute("product_code", type=Entitlement.ProductCode, required=True)
    .add_attribute("action", type=AccessGrantLog.GrantAction, required=True)
    .add_attribute("role", type=SiteImsOrgAccess.DelegationRole, required=True)
    .add_attribute("performed_by", type="string", required=True, validate=matches(_PERFORMER))
    .add_all_index(["organization_id"])
    .add_all_index(["site_id"])
    .build()
)
