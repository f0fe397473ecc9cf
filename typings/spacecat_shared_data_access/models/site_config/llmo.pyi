"""What a configuration says of the LLM optimizer."""

from collections.abc import Mapping, Sequence
from typing import Any

from spacecat_shared_data_access.models.site_config.state import ConfigState

class Llmo(ConfigState):
    """What a configuration says of the LLM optimizer. Updaters do not check, unless they say so."""

    __slots__ = ()

    def get_llmo_config(self) -> dict[str, Any] | None:
        """Give all of it."""

    def get_llmo_data_folder(self) -> str | None:
        """Give the folder of its data."""

    def get_llmo_brand(self) -> str | None:
        """Give the brand's name."""

    def get_llmo_human_questions(self) -> list[dict[str, Any]] | None:
        """Give the questions that people wrote."""

    def get_llmo_ai_questions(self) -> list[dict[str, Any]] | None:
        """Give the questions that were generated."""

    def get_llmo_aiquestions(self) -> list[dict[str, Any]] | None:
        """Give the questions that were generated."""

    def get_llmo_url_patterns(self) -> list[dict[str, Any]] | None:
        """Give the URL patterns and their tags."""

    def get_llmo_customer_intent(self) -> list[dict[str, str]]:
        """Give what customers intend, as pairs of key and value."""

    def get_llmo_cdnlogs_filter(self) -> list[dict[str, Any]] | None:
        """Give the filters of CDN logs."""

    def get_llmo_country_code_ignore_list(self) -> list[str] | None:
        """Give the countries that are left out."""

    def get_llmo_cdn_bucket_config(self) -> dict[str, Any] | None:
        """Give where CDN logs lie."""

    def get_llmo_detected_cdn(self) -> str | None:
        """Give the CDN that was detected."""

    def update_llmo_config(
        self,
        data_folder: str,
        brand: str,
        questions: Mapping[str, Any] | None = None,
        url_patterns: Sequence[Mapping[str, Any]] | None = None,
    ) -> None:
        """Set folder and brand, and replace questions and URL patterns; the rest stays."""

    def update_llmo_data_folder(self, data_folder: str) -> None:
        """Set the folder of its data."""

    def update_llmo_brand(self, brand: str) -> None:
        """Set the brand's name."""

    def update_llmo_show_www(self, show_www: bool) -> None:
        """Say whether ``www.`` is shown."""

    def update_llmo_country_code_ignore_list(self, country_code_ignore_list: Sequence[str]) -> None:
        """Replace the countries that are left out."""

    def update_llmo_cdn_bucket_config(self, cdn_bucket_config: Mapping[str, Any]) -> None:
        """Set where CDN logs lie."""

    def update_llmo_detected_cdn(self, detected_cdn: str) -> None:
        """Set the CDN that was detected."""

    def add_llmo_tag(self, tag: str) -> None:
        """Add a tag, unless it is there."""

    def remove_llmo_tag(self, tag: str) -> None:
        """Take a tag away."""

    def add_llmo_human_questions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add questions that people wrote."""

    def add_llmo_ai_questions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add questions that were generated."""

    def add_llmo_aiquestions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add questions that were generated."""

    def update_llmo_question(self, key: str, question_update: Mapping[str, Any]) -> None:
        """Change the questions of a key. Their key stays."""

    def remove_llmo_question(self, key: str) -> None:
        """Take the questions of a key away."""

    def add_llmo_customer_intent(self, customer_intent_items: Sequence[Mapping[str, str]]) -> None:
        """Add pairs of key and value to what customers intend."""

    def update_llmo_customer_intent(self, intent_key: str, update_data: Mapping[str, str]) -> None:
        """Change the first pair of a key. None is no error."""

    def remove_llmo_customer_intent(self, intent_key: str) -> None:
        """Take the first pair of a key away. None is no error."""

    def add_llmo_url_patterns(self, url_patterns: Sequence[Mapping[str, Any]]) -> None:
        """Add URL patterns; one that is there already is replaced.

        Raises:
            ValidationError: They are not valid (``Invalid URL patterns …``). All then stays as it is.
        """

    def replace_llmo_url_patterns(self, url_patterns: Sequence[Mapping[str, Any]]) -> None:
        """Replace all URL patterns. Raises as `add_llmo_url_patterns`."""

    def remove_llmo_url_pattern(self, url_pattern: str) -> None:
        """Take a URL pattern away."""

    def update_llmo_cdnlogs_filter(self, cdnlogs_filter: Sequence[Mapping[str, Any]]) -> None:
        """Replace the filters of CDN logs.

        Their keys end up in SQL further down, so only known columns ever get in.

        Raises:
            ValidationError: They are not valid (``CDN logs filter validation error: …``). They then stay
                as they are.
        """
