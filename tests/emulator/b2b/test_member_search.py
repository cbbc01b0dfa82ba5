from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.organizations import SearchQuery
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA, GRACE, JOAN, HEDY = "ada@example.com", "grace@example.com", "joan@example.org", "hedy@example.com"
PHONE = "+12025550162"


@pytest.fixture
async def people(b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse) -> str:
    """Return the organization of Ada, Grace, who is an admin, pending Joan and deleted Hedy."""
    members, home = b2b.organizations.members, ada.organization_id
    await members.update(organization_id=home, member_id=ada.member_id, mfa_phone_number=PHONE, external_id="crm-1")
    await members.update(organization_id=home, member_id=grace.member_id, is_breakglass=True)
    await members.create(organization_id=home, email_address=JOAN, create_member_as_pending=True)
    gone = await members.create(organization_id=home, email_address=HEDY)
    await members.delete(organization_id=home, member_id=gone.member_id)
    return home


@pytest.mark.parametrize(
    ("name", "value", "emails"),
    [
        ("member_ids", ["crm-1"], [ADA]),
        ("member_emails", ["ADA@example.com", JOAN, HEDY], [ADA, JOAN]),
        ("member_email_fuzzy", "EXAMPLE.COM", [ADA, GRACE]),
        ("member_is_breakglass", True, [GRACE]),
        ("member_mfa_phone_numbers", [PHONE], [ADA]),
        ("member_mfa_phone_number_fuzzy", "20255", [ADA]),
        ("member_phone_numbers", [PHONE], [ADA]),
        ("member_phone_number_fuzzy", "20255", [ADA]),
        ("member_password_exists", False, [JOAN]),
        ("member_roles", ["stytch_admin"], [GRACE]),
        ("member_totp_exists", False, [ADA, GRACE, JOAN]),
        ("oauth_providers", ["google"], []),
        ("organization_slug", ["analytical-engines"], [ADA, GRACE, JOAN]),
        ("organization_slug_fuzzy", "difference", []),
        ("statuses", ["pending"], [JOAN]),
        ("statuses", ["deleted", "pending"], [JOAN, HEDY]),
    ],
)
async def test_a_filter_finds_who_fits(b2b: B2BClient, people: str, name: str, value: Any, emails: list[str]) -> None:
    """Each filter looks at what its name says; deleted members are found by their status alone."""
    found = await b2b.organizations.members.search(
        organization_ids=[people],
        query=SearchQuery(operator="AND", operands=[{"filter_name": name, "filter_value": value}]),
    )

    assert [member.email_address for member in found.members] == emails
    assert found.results_metadata.total == len(emails)


async def test_no_query_finds_all_but_the_deleted(b2b: B2BClient, people: str) -> None:
    """A page at a time, and with each page the organizations of those on it."""
    search = b2b.organizations.members.search
    first = await search(organization_ids=[people], limit=2)

    second = await search(organization_ids=[people], limit=2, cursor=first.results_metadata.next_cursor)

    assert [member.email_address for member in [*first.members, *second.members]] == [ADA, GRACE, JOAN]
    assert {name: one.organization_name for name, one in second.organizations.items()} == {people: "Analytical Engines"}


async def test_only_the_named_organizations_are_searched(b2b: B2BClient, people: str) -> None:
    """Several may be named, by any of their names; one that is named twice counts once."""
    other = (await b2b.organizations.create(organization_name="Other", organization_external_id="crm")).organization
    await b2b.organizations.members.create(organization_id="crm", email_address=ADA)

    found = [
        await b2b.organizations.members.search(organization_ids=names)
        for names in (["crm"], [people, "crm", other.organization_slug])
    ]

    assert [answer.results_metadata.total for answer in found] == [1, 4]
    assert list(found[0].organizations) == [other.organization_id]


@pytest.mark.parametrize(
    ("operand", "error_type"),
    [
        ({"filter_name": "status", "filter_value": ["active"]}, "member_search_filter_name_not_recognized"),
        ({"filter_name": "member_ids", "filter_value": []}, "member_search_missing_member_ids"),
        ({"filter_name": "member_is_breakglass", "filter_value": ""}, "member_search_missing_is_breakglass"),
        ({"filter_name": "member_is_breakglass", "filter_value": "yes"}, "member_search_expected_boolean"),
        ({"filter_name": "member_emails", "filter_value": ADA}, "member_search_expected_array_of_strings"),
        ({"filter_name": "member_email_fuzzy", "filter_value": "ad"}, "member_search_member_email_fuzzy_too_short"),
        (
            {"filter_name": "member_phone_number_fuzzy", "filter_value": "20"},
            "member_search_member_mfa_phone_number_fuzzy_too_short",
        ),
        ({"filter_name": "statuses", "filter_value": ["asleep"]}, "search_invalid_status_filter"),
        (
            {"filter_name": "member_ids", "filter_value": ["member-test-00000000-0000-4000-8000-000000000000", "a"]},
            "member_search_cannot_mix_internal_and_external_member_ids",
        ),
    ],
)
async def test_a_filter_that_is_not_understood_is_refused(
    b2b: B2BClient, people: str, refusal: Refusal, operand: dict[str, Any], error_type: str
) -> None:
    """By the names that Stytch gives to such faults."""
    refused = await refusal(
        b2b.organizations.members.search(
            organization_ids=[people], query=SearchQuery(operator="AND", operands=[operand])
        )
    )

    assert refused == (400, error_type)


@pytest.mark.parametrize(
    ("names", "refused"),
    [([], (400, "member_search_organization_ids_empty")), (["nowhere"], (404, "organization_not_found"))],
)
async def test_a_search_needs_organizations(
    b2b: B2BClient, refusal: Refusal, names: list[str], refused: tuple[int, str]
) -> None:
    """At least one, and each must exist."""
    assert await refusal(b2b.organizations.members.search(organization_ids=names)) == refused


async def test_an_admin_searches_the_own_organization(
    b2b: B2BClient, people: str, grace: EmailResetResponse, refusal: Refusal
) -> None:
    """One foreign organization among those named refuses the search."""
    other = (await b2b.organizations.create(organization_name="Other")).organization.organization_id
    search, authorization = b2b.organizations.members.search, Authorization(session_token=grace.session_token)

    found = await search(organization_ids=[people], authorization=authorization)
    refused = await refusal(search(organization_ids=[people, other], authorization=authorization))

    assert found.results_metadata.total == 3
    assert refused == (403, "session_authorization_tenancy_error")


async def test_a_password_of_another_membership_counts_where_it_is_shared(
    b2b: B2BClient, people: str, project: Project
) -> None:
    """Whoever can log in with it has one."""
    project.settings.cross_org_passwords_enabled = True
    other = (await b2b.organizations.create(organization_name="Other")).organization.organization_id
    await b2b.organizations.members.create(organization_id=other, email_address=ADA)
    operand = {"filter_name": "member_password_exists", "filter_value": True}

    found = await b2b.organizations.members.search(
        organization_ids=[people, other], query=SearchQuery(operator="AND", operands=[operand])
    )

    assert [member.email_address for member in found.members] == [ADA, GRACE, ADA]
