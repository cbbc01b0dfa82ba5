from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.errors import BadRequestError, NotFoundError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from tests.emulator.b2b.logins.conftest import add

Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]


async def test_intermediate_session_is_carried_on(
    b2b: B2BClient, strict: Organization, enrol: Enrol, password: str
) -> None:
    """A login that still lacks something returns the intermediate session that it was given."""
    await add(b2b, strict)
    first = await enrol(strict.organization_id, "ada@example.com")

    login = await b2b.passwords.authenticate(
        organization_id=strict.organization_id,
        email_address="ada@example.com",
        password=password,
        intermediate_session_token=first.intermediate_session_token,
    )

    assert login.intermediate_session_token == first.intermediate_session_token


async def test_intermediate_session_becomes_a_session_once(
    b2b: B2BClient, strict: Organization, enrol: Enrol, project: Project, password: str
) -> None:
    """When nothing lacks any more the intermediate session turns into a session, and is used up."""
    member_id = await add(b2b, strict)
    first = await enrol(strict.organization_id, "ada@example.com")
    project.organizations[strict.organization_id].settings.mfa_policy = "OPTIONAL"  # as above
    arguments = {
        "organization_id": strict.organization_id,
        "email_address": "ada@example.com",
        "password": password,
        "intermediate_session_token": first.intermediate_session_token,
    }

    login = await b2b.passwords.authenticate(**arguments)

    assert (login.member_id, login.member_authenticated) == (member_id, True)
    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.authenticate(**arguments)
    assert caught.value.error_type == "intermediate_session_not_found"


async def test_intermediate_session_lasts_ten_minutes(
    b2b: B2BClient, strict: Organization, enrol: Enrol, project: Project, password: str
) -> None:
    """After ten minutes a login must begin again."""
    await add(b2b, strict)
    first = await enrol(strict.organization_id, "ada@example.com")
    project.clock.advance(minutes=10)

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.authenticate(
            organization_id=strict.organization_id,
            email_address="ada@example.com",
            password=password,
            intermediate_session_token=first.intermediate_session_token,
        )

    assert caught.value.error_type == "intermediate_session_not_found"


async def test_malformed_intermediate_session_is_refused(
    b2b: B2BClient, ada: EmailResetResponse, password: str
) -> None:
    """A token that cannot be one is a 400."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            password=password,
            intermediate_session_token="short",
        )

    assert caught.value.error_type == "invalid_session_token"


async def test_intermediate_session_stays_in_its_organization(
    b2b: B2BClient, strict: Organization, ada: EmailResetResponse, enrol: Enrol, password: str
) -> None:
    """What was begun in one organization cannot be finished in another."""
    await add(b2b, strict)
    begun = await enrol(strict.organization_id, "ada@example.com")

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            password=password,
            intermediate_session_token=begun.intermediate_session_token,
        )

    assert caught.value.error_type == "invalid_intermediate_session_token_for_organization"


async def test_intermediate_session_stays_with_its_member(
    b2b: B2BClient, strict: Organization, enrol: Enrol, password: str
) -> None:
    """What one member has begun another cannot finish."""
    await add(b2b, strict)
    begun = await enrol(strict.organization_id, "ada@example.com")
    await b2b.organizations.members.create(organization_id=strict.organization_id, email_address="grace@example.com")
    await enrol(strict.organization_id, "grace@example.com")

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(
            organization_id=strict.organization_id,
            email_address="grace@example.com",
            password=password,
            intermediate_session_token=begun.intermediate_session_token,
        )

    assert caught.value.error_type == "member_session_member_id_mismatch"
