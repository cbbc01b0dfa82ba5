"""Searches: each product refuses the same faults, under names of its own."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "M2M_SEARCH",
    "MEMBER_SEARCH",
    "MEMBER_SEARCH_ORGANIZATION_IDS_EMPTY",
    "ORGANIZATION_SEARCH",
    "SEARCH_INVALID_STATUS_FILTER",
    "USER_SEARCH",
    "USER_SEARCH_INVALID_LIMIT",
    "SearchRefusals",
]


class SearchRefusals:
    """Why a search of one product is refused.

    Attributes:
        name: What its error types begin with.
        most_values: How many values a filter may take; ``None`` for any number.

    """

    def __init__(
        self,
        name: str,
        *,
        texts: str = "array_of_strings",
        boolean: str = "boolean",
        empty: Mapping[str, str] = MappingProxyType({}),
        most_values: int | None = None,
    ) -> None:
        """Make the reasons of a product.

        Args:
            name: What its error types begin with.
            texts: What it calls a list of texts.
            boolean: What it calls true and false.
            empty: By filter: how the error type ends that says that its value is empty.
            most_values: How many values a filter may take; ``None`` for any number.

        """
        self.name = name
        self.most_values = most_values
        self._empty = empty
        self.bool_expected: Final = self._reason(f"expected_{boolean}", "That filter takes true or false.")
        self.object_expected: Final = self._reason("expected_object", "That filter takes an object.")
        self.text_expected: Final = self._reason("expected_string", "That filter takes a text.")
        self.texts_expected: Final = self._reason(f"expected_{texts}", "That filter takes a list of texts.")
        self.time_expected: Final = self._reason("expected_timestamp", "That filter takes an RFC 3339 time.")
        self.filter_name_not_text: Final = self._reason("filter_name_must_be_string", "A filter_name is a text.")
        self.filter_unknown: Final = self._reason("filter_name_not_recognized", "There is no such filter.")
        self.filter_name_missing: Final = self._reason("missing_filter_name", "An operand needs a filter_name.")
        self.filter_value_missing: Final = self._reason("missing_filter_value", "An operand needs a filter_value.")
        self.values_too_many: Final = self._reason(
            "maximum_filter_value_count_exceeded", f"A filter takes at most {most_values} values."
        )
        self.cursor_invalid: Final = self._reason("invalid_cursor", "The cursor does not belong to this query.")
        self.operator_invalid: Final = self._reason("invalid_operator", "The operator is AND or OR.")
        self.ids_mixed: Final = self._reason(
            f"cannot_mix_internal_and_external_{name}_ids", "One filter takes Stytch's ids or external ids, not both."
        )

    def missing(self, bound: str) -> Reason:
        """Return why an interval is refused that lacks one of its bounds."""
        return self._reason(f"missing_{bound}", f"The filter needs {bound}.")

    def empty(self, filter_name: str) -> Reason:
        """Return why a filter is refused whose value says nothing."""
        if filter_name not in self._empty:
            return self.filter_value_missing
        return self._reason(f"missing_{self._empty[filter_name]}", f"The filter {filter_name} needs a value.")

    def too_short(self, filter_name: str) -> Reason:
        """Return why a fuzzy filter is refused that takes too little."""
        return self._reason(f"{filter_name}_too_short", "Fuzzy filters take at least 3 characters.")

    def not_a_choice(self, filter_name: str, choices: str) -> Reason:
        """Return why a filter is refused whose value is not one of a few."""
        return self._reason(f"invalid_{filter_name}_filter", f"The {filter_name} is {choices}.")

    def _reason(self, rule: str, message: str) -> Reason:
        return Reason(400, f"{self.name}_search_{rule}", message)


USER_SEARCH: Final = SearchRefusals(
    "user",
    texts="array_of_string",
    boolean="bool",
    empty={
        "biometric_registration_id": "biometric_registration_ids",
        "biometric_verified": "biometric_verified",
        "created_at_greater_than": "created_at_greater_than",
        "created_at_less_than": "created_at_less_than",
        "crypto_wallet_address": "crypto_wallet_address",
        "crypto_wallet_id": "crypto_wallet_id",
        "crypto_wallet_verified": "crypto_wallet_verified",
        "email_address": "email_addresses",
        "email_address_fuzzy": "email_address_fuzzy",
        "email_domain": "email_domain",
        "email_id": "email_ids",
        "email_verified": "email_verified",
        "full_name_fuzzy": "full_name_fuzzy",
        "oauth_provider": "oauth_providers",
        "password_exists": "password",
        "phone_id": "phone_ids",
        "phone_number": "phone_numbers",
        "phone_number_fuzzy": "phone_number_fuzzy",
        "phone_verified": "phone_verified",
        "status": "status",
        "totp_id": "totp_ids",
        "totp_verified": "totp_verified",
        "user_id": "user_ids",
        "webauthn_registration_id": "webauthn_registration_ids",
        "webauthn_registration_verified": "webauthn_verified",
    },
    most_values=100,
)
"""The names are those of Stytch's error types (behaviour 8.2); how many values a filter may take is inferred."""

ORGANIZATION_SEARCH: Final = SearchRefusals(
    "organization",
    empty={
        "allowed_domain_fuzzy": "allowed_domain_fuzzy",
        "allowed_domains": "allowed_domains",
        "claimed_email_domains": "claimed_email_domains",
        "has_active_sso_connection": "has_active_sso_connection",
        "member_email_fuzzy": "member_email_fuzzy",
        "member_emails": "member_emails",
        "organization_ids": "organization_ids",
        "organization_name_fuzzy": "organization_name_fuzzy",
        "organization_slug_fuzzy": "organization_slug_fuzzy",
        "organization_slugs": "organization_slugs",
        "sso_connection_id": "sso_connection_id",
    },
)

MEMBER_SEARCH: Final = SearchRefusals(
    "member",
    empty={
        "member_email_fuzzy": "member_email_fuzzy",
        "member_emails": "member_emails",
        "member_ids": "member_ids",
        "member_is_breakglass": "is_breakglass",
        "member_mfa_phone_number_fuzzy": "mfa_member_phone_number_fuzzy",
        "member_mfa_phone_numbers": "mfa_member_phone_numbers",
        "member_password_exists": "password_exists",
        "member_roles": "member_roles",
        "member_totp_exists": "totp_exists",
        "oauth_providers": "oauth_providers",
        "organization_slug": "organization_slug",
        "organization_slug_fuzzy": "organization_slug_fuzzy",
        "statuses": "statuses",
    },
)

M2M_SEARCH: Final = SearchRefusals("m2m")

USER_SEARCH_INVALID_LIMIT: Final = Reason(400, "user_search_invalid_limit", "A page holds 1 to 1000 results.")
MEMBER_SEARCH_ORGANIZATION_IDS_EMPTY: Final = Reason(
    400, "member_search_organization_ids_empty", "A search needs at least one organization."
)
SEARCH_INVALID_STATUS_FILTER: Final = Reason(
    400, "search_invalid_status_filter", "The statuses are active, deleted, invited and pending."
)
