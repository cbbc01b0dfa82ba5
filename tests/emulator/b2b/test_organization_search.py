from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.schemas.b2b.organizations import Organization, SearchQuery

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


@pytest.fixture
async def organizations(b2b: B2BClient) -> dict[str, Organization]:
    """Return three organizations by slug."""
    create, join = b2b.organizations.create, b2b.organizations.members.create
    made = [
        await create(
            organization_name="Analytical Engines",
            organization_slug="analytical",
            email_allowed_domains=["engines.example"],
            organization_external_id="crm-1",
        ),
        await create(
            organization_name="Difference Engines",
            organization_slug="difference",
            claimed_email_domains=["difference.example"],
        ),
        await create(organization_name="Looms", organization_slug="looms"),
    ]
    await join(organization_id="analytical", email_address="ada@example.com")
    gone = await join(organization_id="looms", email_address="ada@example.com")
    await b2b.organizations.members.delete(organization_id="looms", member_id=gone.member_id)
    return {one.organization.organization_slug: one.organization for one in made}


@pytest.mark.usefixtures("organizations")
@pytest.mark.parametrize(
    ("name", "value", "slugs"),
    [
        ("organization_slugs", ["analytical", "looms"], ["analytical", "looms"]),
        ("organization_slug_fuzzy", "FFER", ["difference"]),
        ("organization_name_fuzzy", "engines", ["analytical", "difference"]),
        ("organization_ids", ["crm-1"], ["analytical"]),
        ("member_emails", ["ADA@example.com"], ["analytical"]),
        ("member_email_fuzzy", "ada@", ["analytical"]),
        ("allowed_domains", ["engines.example"], ["analytical"]),
        ("allowed_domain_fuzzy", "engines", ["analytical"]),
        ("claimed_email_domains", ["difference.example"], ["difference"]),
        ("has_active_sso_connection", False, ["analytical", "difference", "looms"]),
        ("has_active_sso_connection", True, []),
        ("sso_connection_id", "saml-connection-test-1", []),
    ],
)
async def test_a_filter_finds_what_fits(b2b: B2BClient, name: str, value: Any, slugs: list[str]) -> None:
    """Each filter looks at what its name says; deleted members do not count."""
    found = await b2b.organizations.search(
        query=SearchQuery(operator="AND", operands=[{"filter_name": name, "filter_value": value}])
    )

    assert [one.organization_slug for one in found.organizations] == slugs
    assert found.results_metadata.total == len(slugs)


async def test_without_a_query_all_are_found(b2b: B2BClient, organizations: dict[str, Organization]) -> None:
    """A page at a time, oldest first."""
    first = await b2b.organizations.search(limit=2)

    second = await b2b.organizations.search(limit=2, cursor=first.results_metadata.next_cursor)

    assert [*first.organizations, *second.organizations] == list(organizations.values())
    assert second.results_metadata.next_cursor is None


async def test_ids_find_organizations(b2b: B2BClient, organizations: dict[str, Organization]) -> None:
    """Stytch's ids do, if no external id stands among them."""
    wanted = [organizations["looms"].organization_id]

    found = await b2b.organizations.search(
        query=SearchQuery(operator="AND", operands=[{"filter_name": "organization_ids", "filter_value": wanted}])
    )

    assert found.organizations == [organizations["looms"]]


@pytest.mark.parametrize(
    ("operand", "rule"),
    [
        ({"filter_name": "organization_slug", "filter_value": ["acme"]}, "filter_name_not_recognized"),
        ({"filter_value": ["acme"]}, "missing_filter_name"),
        ({"filter_name": 1, "filter_value": ["acme"]}, "filter_name_must_be_string"),
        ({"filter_name": "organization_slugs"}, "missing_filter_value"),
        ({"filter_name": "organization_slugs", "filter_value": []}, "missing_organization_slugs"),
        ({"filter_name": "organization_slugs", "filter_value": "acme"}, "expected_array_of_strings"),
        ({"filter_name": "has_active_sso_connection", "filter_value": "true"}, "expected_boolean"),
        ({"filter_name": "sso_connection_id", "filter_value": ["one"]}, "expected_string"),
        ({"filter_name": "organization_name_fuzzy", "filter_value": "ac"}, "organization_name_fuzzy_too_short"),
        ({"filter_name": "member_email_fuzzy", "filter_value": "ad"}, "member_email_fuzzy_too_short"),
    ],
)
async def test_a_filter_that_is_not_understood_is_refused(
    b2b: B2BClient, refusal: Refusal, operand: dict[str, Any], rule: str
) -> None:
    """By the names that Stytch gives to such faults."""
    refused = await refusal(b2b.organizations.search(query=SearchQuery(operator="AND", operands=[operand])))

    assert refused == (400, f"organization_search_{rule}")
