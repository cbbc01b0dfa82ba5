"""Somebody who is signed in, and what their browser or client carries to show it."""

import attrs

__all__ = ["Traveller"]


@attrs.frozen(kw_only=True)
class Traveller:
    """Somebody with a session.

    Attributes:
        session_token: The token of the session.
        session_jwt: Its JWT, good for five minutes by the project's clock.
        user_id: Who it is in a Consumer project.
        member_id: Who it is in an organization.
        organization_id: The organization.

    """

    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user_id: str | None = None
    member_id: str | None = None
    organization_id: str | None = None

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies that Stytch's own front ends set; any HTTP test client takes them."""
        return {"stytch_session": self.session_token, "stytch_session_jwt": self.session_jwt}

    @property
    def headers(self) -> dict[str, str]:
        """The header of a client without cookies."""
        return {"Authorization": f"Bearer {self.session_jwt}"}
