"""The brand profile of a configuration, which counts its versions."""

from collections.abc import Mapping
from typing import Any

from spacecat_shared_data_access.models.site_config.state import ConfigState

class BrandProfile(ConfigState):
    """What a configuration says of the brand's profile."""

    __slots__ = ()

    def get_brand_profile(self) -> dict[str, Any] | None:
        """Give the brand's profile, with its ``version``, ``updatedAt`` and ``contentHash``."""

    def update_brand_profile(self, new_profile: Mapping[str, Any] | None = None) -> None:
        """Set the brand's profile. Its version is counted up only where the content is another one.

        Args:
            new_profile: Replaces the profile's properties of the same names; the others stay.
        """
