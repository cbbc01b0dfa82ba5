from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.schemas.b2b.organizations import Organization


@pytest.fixture
async def strict(b2b: B2BClient) -> Organization:
    """Return an organization that wants a second factor of everybody."""
    created = await b2b.organizations.create(organization_name="Strict", mfa_policy="REQUIRED_FOR_ALL")
    return created.organization


async def add(b2b: B2BClient, organization: Organization, **fields: Any) -> str:
    """Add Ada to an organization and return her id there."""
    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="ada@example.com", **fields
    )
    return created.member_id
