from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.errors import BadRequestError, NotFoundError
from stytch_async.schemas.b2b.organizations import EmailImplicitRoleAssignment, Organization
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport

UNKNOWN = "organization-test-00000000-0000-4000-8000-000000000000"


async def test_new_organization_has_the_defaults(b2b: B2BClient, project: Project) -> None:
    """Everything that is not asked for has the default that Stytch documents."""
    created = await b2b.organizations.create(organization_name="Analytical Engines")

    organization = created.organization
    assert organization == Organization(
        organization_id=organization.organization_id,
        organization_name="Analytical Engines",
        organization_logo_url="",
        organization_slug="analytical-engines",
        sso_jit_provisioning="ALL_ALLOWED",
        sso_jit_provisioning_allowed_connections=[],
        sso_active_connections=[],
        scim_active_connections=[],
        email_allowed_domains=[],
        email_jit_provisioning="NOT_ALLOWED",
        email_invites="ALL_ALLOWED",
        auth_methods="ALL_ALLOWED",
        allowed_auth_methods=[],
        mfa_policy="OPTIONAL",
        rbac_email_implicit_role_assignments=[],
        mfa_methods="ALL_ALLOWED",
        allowed_mfa_methods=[],
        oauth_tenant_jit_provisioning="NOT_ALLOWED",
        claimed_email_domains=[],
        first_party_connected_apps_allowed_type="ALL_ALLOWED",
        allowed_first_party_connected_apps=[],
        third_party_connected_apps_allowed_type="ALL_ALLOWED",
        allowed_third_party_connected_apps=[],
        custom_roles=[],
        trusted_metadata={},
        created_at=project.now.replace(microsecond=0),
        updated_at=project.now.replace(microsecond=0),
        allowed_oauth_tenants={},
    )


async def test_one_setting_stops_invitations_by_default(b2b: B2BClient) -> None:
    """As soon as a setting is given, nobody may be invited unless that is said too."""
    created = await b2b.organizations.create(organization_name="Acme", mfa_policy="REQUIRED_FOR_ALL")

    assert created.organization.email_invites == "NOT_ALLOWED"


async def test_list_alone_leaves_invitations_open(b2b: B2BClient) -> None:
    """A list of domains by itself sets nothing: it matters only where a setting is restricted to it."""
    created = await b2b.organizations.create(organization_name="Acme", email_allowed_domains=["acme.example.com"])

    assert created.organization.email_invites == "ALL_ALLOWED"


async def test_given_settings_are_kept(b2b: B2BClient) -> None:
    """Settings, lists, logo and metadata come back as they were given."""
    created = await b2b.organizations.create(
        organization_name="Acme",
        organization_slug="acme_1",
        organization_logo_url="https://example.com/logo.png",
        trusted_metadata={"plan": "pro"},
        auth_methods="RESTRICTED",
        allowed_auth_methods=["password", "google_oauth"],
        email_invites="RESTRICTED",
        email_allowed_domains=["acme.example.com"],
        oauth_tenant_jit_provisioning="RESTRICTED",
        allowed_oauth_tenants={"slack": ["T1"]},
    )

    organization = created.organization
    assert organization.organization_slug == "acme_1"
    assert organization.organization_logo_url == "https://example.com/logo.png"
    assert organization.trusted_metadata == {"plan": "pro"}
    assert organization.allowed_auth_methods == ["password", "google_oauth"]
    assert organization.email_allowed_domains == ["acme.example.com"]
    assert organization.allowed_oauth_tenants == {"slack": ["T1"]}


async def test_slug_follows_from_the_name(b2b: B2BClient) -> None:
    """A name's letters and digits make the slug; what is left of a short name is made long enough."""
    names = ("Dots & Dashes, Inc.", "X", "Łódź")

    slugs = [(await b2b.organizations.create(organization_name=name)).organization.organization_slug for name in names]

    assert slugs == ["dots-dashes-inc", "organization-x", "organization-d"]


async def test_derived_slug_avoids_those_in_use(b2b: B2BClient) -> None:
    """Organizations of one name get slugs of their own."""
    created = [(await b2b.organizations.create(organization_name="Acme")).organization for _ in range(3)]

    assert [organization.organization_slug for organization in created] == ["acme", "acme-2", "acme-3"]


async def test_slug_in_use_is_refused(b2b: B2BClient) -> None:
    """A slug that is asked for must be free."""
    await b2b.organizations.create(organization_name="Acme", organization_slug="acme")

    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.create(organization_name="Other", organization_slug="acme")

    assert caught.value.error_type == "organization_slug_already_used"


async def test_slug_without_letter_or_digit_is_refused(b2b: B2BClient) -> None:
    """Punctuation alone is not a slug."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.create(organization_name="Acme", organization_slug="-~-")

    assert caught.value.error_type == "invalid_organization_slug"


@pytest.mark.parametrize(
    ("body", "error_type"),
    [
        ('{"organization_name": ""}', "invalid_organization_name"),
        ('{"organization_name": "Acme", "organization_slug": "a"}', "invalid_organization_slug"),
        ('{"organization_name": "Acme", "organization_slug": "not here"}', "invalid_organization_slug"),
        ('{"organization_name": "Acme", "organization_external_id": "a b"}', "invalid_organization_external_id"),
    ],
)
async def test_other_clients_meet_the_same_limits(
    b2b: B2BClient, transport: InMemoryTransport, body: str, error_type: str
) -> None:
    """What this client would not even send is refused when another one sends it."""
    await b2b.organizations.create(organization_name="Acme")
    request = transport.calls[-1].request

    response = await transport.send(HTTPRequest("POST", request.url, request.headers, body.encode(), None))

    assert (response.status, f'"{error_type}"' in response.content.decode()) == (400, True)


async def test_external_id_in_use_is_refused(b2b: B2BClient) -> None:
    """An external id belongs to one organization of the project."""
    await b2b.organizations.create(organization_name="Acme", organization_external_id="crm-1")

    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.create(organization_name="Other", organization_external_id="crm-1")

    assert caught.value.error_type == "organization_external_id_already_used"


@pytest.mark.parametrize(
    ("settings", "error_type"),
    [
        ({"auth_methods": "NOT_ALLOWED"}, "invalid_organization_auth_method_settings"),
        ({"auth_methods": "RESTRICTED"}, "allowed_auth_methods_required_for_restricted"),
        ({"allowed_auth_methods": ["pigeon"]}, "invalid_organization_allowed_auth_methods"),
        ({"mfa_methods": "NOT_ALLOWED"}, "invalid_organization_mfa_factor_setting"),
        ({"mfa_methods": "RESTRICTED"}, "allowed_mfa_methods_required_for_restricted"),
        ({"allowed_mfa_methods": ["pigeon"]}, "invalid_organization_allowed_mfa_methods"),
        ({"mfa_policy": "SOMETIMES"}, "invalid_organization_mfa_policy"),
        ({"email_invites": "SOMETIMES"}, "invalid_organization_auth_factor_setting"),
        ({"email_invites": "RESTRICTED"}, "invalid_restricted_email_setting"),
        (
            {"email_jit_provisioning": "ALL_ALLOWED"},
            "invalid_organization_auth_factor_setting_for_email_jit_provisioning",
        ),
        ({"email_jit_provisioning": "RESTRICTED"}, "invalid_restricted_email_setting"),
        (
            {"oauth_tenant_jit_provisioning": "ALL_ALLOWED"},
            "invalid_organization_auth_factor_setting_for_oauth_tenant_jit_provisioning",
        ),
        ({"oauth_tenant_jit_provisioning": "RESTRICTED"}, "invalid_restricted_oauth_tenants_setting"),
        ({"allowed_oauth_tenants": {"pigeon": ["1"]}}, "invalid_oauth_allowed_tenants_format"),
        ({"allowed_oauth_tenants": {"slack": "T1"}}, "invalid_oauth_allowed_tenants_format"),
        ({"sso_jit_provisioning": "RESTRICTED"}, "invalid_restricted_sso_setting"),
        ({"sso_jit_provisioning": "NOT_ALLOWED"}, "invalid_organization_auth_factor_setting"),
        ({"first_party_connected_apps_allowed_type": "SOMETIMES"}, "invalid_organization_auth_factor_setting"),
        ({"email_allowed_domains": ["gmail.com"]}, "organization_settings_domain_too_common"),
        ({"email_allowed_domains": ["Yahoo.co.uk"]}, "organization_settings_domain_too_common"),
        ({"email_allowed_domains": ["uol.com.br"]}, "organization_settings_domain_too_common"),
        ({"email_allowed_domains": ["gmx.de"]}, "organization_settings_domain_too_common"),
        ({"email_allowed_domains": ["mailinator.com"]}, "organization_settings_disposable_domain"),
        ({"claimed_email_domains": ["yopmail.com"]}, "organization_settings_disposable_domain"),
        ({"email_allowed_domains": ["no domain"]}, "organization_settings_invalid_domain"),
        ({"email_allowed_domains": ["a.example.com", "A.example.com"]}, "organization_settings_duplicate_domain"),
        ({"claimed_email_domains": ["Comcast.net"]}, "organization_settings_claimed_domain_too_common"),
        ({"claimed_email_domains": ["example"]}, "organization_settings_invalid_claimed_domain"),
        ({"claimed_email_domains": ["example.com"] * 2}, "organization_settings_duplicate_claimed_domain"),
    ],
)
async def test_setting_that_cannot_be_is_refused(b2b: B2BClient, settings: dict[str, Any], error_type: str) -> None:
    """A value that a setting does not take, and a restriction without the list that it needs, are refused by name."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.create(organization_name="Acme", **settings)

    assert caught.value.error_type == error_type


@pytest.mark.parametrize("domain", ["mail.example.com", "orange.example.org", "live.example.co.uk", "me-too.example"])
async def test_domain_below_ones_own_is_not_common(b2b: B2BClient, domain: str) -> None:
    """Only the name right before the top-level domain tells who operates it."""
    created = await b2b.organizations.create(organization_name="Acme", email_allowed_domains=[domain])

    assert created.organization.email_allowed_domains == [domain]


@pytest.mark.parametrize(
    ("domain", "role_id", "error_type"),
    [
        ("example", "stytch_admin", "rbac_invalid_domain"),
        ("outlook.com", "stytch_admin", "rbac_domain_too_common"),
        ("example.com", "unheard_of", "invalid_rbac_role_id"),
    ],
)
async def test_role_by_domain_must_make_sense(b2b: B2BClient, domain: str, role_id: str, error_type: str) -> None:
    """A role may follow from a domain of the organization's own, and must exist."""
    assignment = EmailImplicitRoleAssignment(domain=domain, role_id=role_id)

    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.create(organization_name="Acme", rbac_email_implicit_role_assignments=[assignment])

    assert caught.value.error_type == error_type


async def test_refused_organization_is_not_there(b2b: B2BClient) -> None:
    """A refusal leaves nothing behind, so the slug is still free."""
    with pytest.raises(BadRequestError):
        await b2b.organizations.create(organization_name="Acme", organization_slug="acme", auth_methods="RESTRICTED")

    created = await b2b.organizations.create(organization_name="Acme", organization_slug="acme")

    assert created.organization.organization_slug == "acme"


@pytest.mark.parametrize("field", ["organization_id", "organization_slug", "organization_external_id"])
async def test_organization_is_found_by_any_of_its_names(b2b: B2BClient, field: str) -> None:
    """Id, slug and external id all stand for the organization."""
    created = await b2b.organizations.create(organization_name="Acme", organization_external_id="crm-1")

    found = await b2b.organizations.get(organization_id=getattr(created.organization, field))

    assert found.organization == created.organization


@pytest.mark.parametrize("name", [UNKNOWN, "no-such-slug"])
async def test_unknown_organization_is_not_found(b2b: B2BClient, name: str) -> None:
    """A name that could be an organization's, and is not, is a 404."""
    with pytest.raises(NotFoundError) as caught:
        await b2b.organizations.get(organization_id=name)

    assert caught.value.error_type == "organization_not_found"


async def test_misspelt_organization_id_is_a_bad_request(b2b: B2BClient) -> None:
    """What begins as an id and does not end as one is a 400."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.organizations.get(organization_id="organization-test-1234")

    assert caught.value.error_type == "invalid_organization_id"
