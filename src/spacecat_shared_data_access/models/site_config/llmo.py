"""What a configuration says of the LLM optimizer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from spacecat_shared_data_access.models.site_config.state import (
    ConfigState,
    checked_list,
    checked_map,
    value_of,
)
from spacecat_shared_data_access.schema.validation import is_falsy
from spacecat_shared_data_access.schema.values import plain

_QUESTIONS: Final = ("llmo", "questions")


class Llmo(ConfigState):
    """What a configuration says of the LLM optimizer. Updaters do not check, unless they say so."""

    __slots__ = ()

    def get_llmo_config(self) -> dict[str, Any] | None:
        """Give all of it."""
        return self._at("llmo")  # type: ignore[no-any-return] # a map where it is valid

    def get_llmo_data_folder(self) -> str | None:
        """Give the folder of its data."""
        return self._at("llmo", "dataFolder")  # type: ignore[no-any-return] # as above

    def get_llmo_brand(self) -> str | None:
        """Give the brand's name."""
        return self._at("llmo", "brand")  # type: ignore[no-any-return] # as above

    def get_llmo_human_questions(self) -> list[dict[str, Any]] | None:
        """Give the questions that people wrote."""
        return self._at(*_QUESTIONS, "Human")  # type: ignore[no-any-return] # as above

    def get_llmo_ai_questions(self) -> list[dict[str, Any]] | None:
        """Give the questions that were generated."""
        return self._at(*_QUESTIONS, "AI")  # type: ignore[no-any-return] # as above

    # The naming rule to the letter, for callers that derive names by it.
    get_llmo_aiquestions = get_llmo_ai_questions

    def get_llmo_url_patterns(self) -> list[dict[str, Any]] | None:
        """Give the URL patterns and their tags."""
        return self._at("llmo", "urlPatterns")  # type: ignore[no-any-return] # as above

    def get_llmo_customer_intent(self) -> list[dict[str, str]]:
        """Give what customers intend, as pairs of key and value."""
        return self._at("llmo", "customerIntent") or []

    def get_llmo_cdnlogs_filter(self) -> list[dict[str, Any]] | None:
        """Give the filters of CDN logs."""
        return self._at("llmo", "cdnlogsFilter")  # type: ignore[no-any-return] # as above

    def get_llmo_country_code_ignore_list(self) -> list[str] | None:
        """Give the countries that are left out."""
        return self._at("llmo", "countryCodeIgnoreList")  # type: ignore[no-any-return] # as above

    def get_llmo_cdn_bucket_config(self) -> dict[str, Any] | None:
        """Give where CDN logs lie."""
        return self._at("llmo", "cdnBucketConfig")  # type: ignore[no-any-return] # as above

    def get_llmo_detected_cdn(self) -> str | None:
        """Give the CDN that was detected."""
        return self._at("llmo", "detectedCdn")  # type: ignore[no-any-return] # as above

    def update_llmo_config(
        self,
        data_folder: str,
        brand: str,
        questions: Mapping[str, Any] | None = None,
        url_patterns: Sequence[Mapping[str, Any]] | None = None,
    ) -> None:
        """Set folder and brand, and replace questions and URL patterns; the rest stays."""
        present = self._at("llmo")
        llmo = {
            **(present if isinstance(present, dict) else {}),
            "dataFolder": plain(data_folder),
            "brand": plain(brand),
            "questions": {} if questions is None else plain(questions),
        }
        llmo.pop("urlPatterns", None)
        if url_patterns is not None:
            llmo["urlPatterns"] = plain(url_patterns)
        self._data["llmo"] = llmo

    def update_llmo_data_folder(self, data_folder: str) -> None:
        """Set the folder of its data."""
        self._part("llmo")["dataFolder"] = plain(data_folder)

    def update_llmo_brand(self, brand: str) -> None:
        """Set the brand's name."""
        self._part("llmo")["brand"] = plain(brand)

    def update_llmo_show_www(self, show_www: bool) -> None:  # noqa: FBT001 - the original's signature
        """Say whether ``www.`` is shown."""
        self._part("llmo")["showWww"] = plain(show_www)

    def update_llmo_country_code_ignore_list(self, country_code_ignore_list: Sequence[str]) -> None:
        """Replace the countries that are left out."""
        self._part("llmo")["countryCodeIgnoreList"] = plain(country_code_ignore_list)

    def update_llmo_cdn_bucket_config(self, cdn_bucket_config: Mapping[str, Any]) -> None:
        """Set where CDN logs lie."""
        self._part("llmo")["cdnBucketConfig"] = plain(cdn_bucket_config)

    def update_llmo_detected_cdn(self, detected_cdn: str) -> None:
        """Set the CDN that was detected."""
        self._part("llmo")["detectedCdn"] = plain(detected_cdn)

    def add_llmo_tag(self, tag: str) -> None:
        """Add a tag, unless it is there."""
        tags, tag = self._list("llmo", "tags"), plain(tag)
        if tag not in tags:
            tags.append(tag)

    def remove_llmo_tag(self, tag: str) -> None:
        """Take a tag away."""
        tags = self._at("llmo", "tags")
        if not is_falsy(tags):
            self._part("llmo")["tags"] = [each for each in tags if each != plain(tag)]

    def add_llmo_human_questions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add questions that people wrote."""
        added = checked_list("questions", questions)
        self._list(*_QUESTIONS, "Human").extend(added)

    def add_llmo_ai_questions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Add questions that were generated."""
        added = checked_list("questions", questions)
        self._list(*_QUESTIONS, "AI").extend(added)

    add_llmo_aiquestions = add_llmo_ai_questions

    def update_llmo_question(self, key: str, question_update: Mapping[str, Any]) -> None:
        """Change the questions of a key. Their key stays."""
        update = checked_map("question_update", question_update)
        for kind in ("Human", "AI"):
            self._part(*_QUESTIONS)[kind] = [
                {**each, **update, "key": key} if value_of(each, "key") == key else each
                for each in self._list(*_QUESTIONS, kind)
            ]

    def remove_llmo_question(self, key: str) -> None:
        """Take the questions of a key away."""
        for kind in ("Human", "AI"):
            self._part(*_QUESTIONS)[kind] = [
                each for each in self._list(*_QUESTIONS, kind) if value_of(each, "key") != key
            ]

    def add_llmo_customer_intent(self, customer_intent_items: Sequence[Mapping[str, str]]) -> None:
        """Add pairs of key and value to what customers intend."""
        added = checked_list("customer_intent_items", customer_intent_items)
        self._list("llmo", "customerIntent").extend(added)

    def update_llmo_customer_intent(self, intent_key: str, update_data: Mapping[str, str]) -> None:
        """Change the first pair of a key. None is no error."""
        update = checked_map("update_data", update_data)
        intents = self._list("llmo", "customerIntent")
        for place, each in enumerate(intents):
            if value_of(each, "key") == intent_key:
                intents[place] = {**each, **update}
                return

    def remove_llmo_customer_intent(self, intent_key: str) -> None:
        """Take the first pair of a key away. None is no error."""
        intents = self._list("llmo", "customerIntent")
        for place, each in enumerate(intents):
            if value_of(each, "key") == intent_key:
                del intents[place]
                return

    def add_llmo_url_patterns(self, url_patterns: Sequence[Mapping[str, Any]]) -> None:
        """Add URL patterns; one that is there already is replaced.

        Raises:
            ValidationError: They are not valid (``Invalid URL patterns …``). All then stays as it is.
        """
        added = _checked_patterns(url_patterns)
        patterns = self._list("llmo", "urlPatterns")
        merged = {value_of(each, "urlPattern"): each for each in (*patterns, *added)}
        self._part("llmo")["urlPatterns"] = list(merged.values())

    def replace_llmo_url_patterns(self, url_patterns: Sequence[Mapping[str, Any]]) -> None:
        """Replace all URL patterns. Raises as `add_llmo_url_patterns`."""
        patterns = _checked_patterns(url_patterns)
        self._part("llmo")["urlPatterns"] = patterns

    def remove_llmo_url_pattern(self, url_pattern: str) -> None:
        """Take a URL pattern away."""
        patterns = self._at("llmo", "urlPatterns")
        if not is_falsy(patterns):
            left = [each for each in patterns if value_of(each, "urlPattern") != url_pattern]
            self._part("llmo")["urlPatterns"] = left

    def update_llmo_cdnlogs_filter(self, cdnlogs_filter: Sequence[Mapping[str, Any]]) -> None:
        """Replace the filters of CDN logs.

        Their keys end up in SQL further down, so only known columns ever get in.

        Raises:
            ValidationError: They are not valid (``CDN logs filter validation error: …``). They then stay
                as they are.
        """
        # See validate_configuration.
        from spacecat_shared_data_access.models.site_config.validation import (  # noqa: PLC0415 - see above
            check_cdn_logs_filter,
        )

        filters = check_cdn_logs_filter(plain(cdnlogs_filter))
        self._part("llmo")["cdnlogsFilter"] = filters


def _checked_patterns(url_patterns: Any) -> list[dict[str, Any]]:
    # See validate_configuration.
    from spacecat_shared_data_access.models.site_config.validation import (  # noqa: PLC0415 - see above
        check_url_patterns,
    )

    return check_url_patterns(plain(url_patterns))
