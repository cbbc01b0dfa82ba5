"""What the tests of discovery share: logins by providers, which leave other factors than mails do."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import pytest

from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.sessions import IntermediateSession

ByProvider = Callable[..., str]


@pytest.fixture
def by_provider(project: Project) -> ByProvider:
    """Return a function that stores the login that OAuth discovery would begin, and returns its token."""

    def begin(provider: str, email: str = "ada@example.com", tenants: Mapping[str, Sequence[str]] | None = None) -> str:
        now = project.now
        factor = Factor(
            type="oauth",
            delivery_method=f"oauth_{provider}",
            name=f"{provider}_oauth_factor",
            details={"id": "1", "provider_subject": "1", "email_id": ""},
            created_at=now,
            last_authenticated_at=now,
            updated_at=now,
        )
        begun = IntermediateSession(
            token=project.ids.token(),
            member_id=None,
            email=email,
            name="Ada Lovelace",
            tenants={name: list(ids) for name, ids in (tenants or {}).items()},
            expires_at=now + dt.timedelta(minutes=10),
            factors=[factor],
        )
        project.intermediate_sessions.save(begun)
        return begun.token

    return begin
