"""A person's authenticator app."""

from stytch_async.emulator.state.project import Project

__all__ = ["Authenticator", "NoSecretError"]


class NoSecretError(AssertionError):
    """A test reads a code of an app that no secret was given to."""


class Authenticator:
    """Shows the codes of the secrets that it was given, by the project's clock."""

    def __init__(self, project: Project) -> None:
        """Start with no secret."""
        self._project = project
        self._secrets: list[str] = []

    def add(self, secret: str) -> None:
        """Take a secret on, as a person scans or types it in."""
        self._secrets.append(secret)

    def code(self) -> str:
        """Return the present code of the newest secret; it changes every 30 seconds.

        Raises:
            NoSecretError: There is none.

        """
        from pyotp.totp import TOTP  # noqa: PLC0415 - only authenticator apps need it

        if not self._secrets:
            raise NoSecretError("the app has no secret: give it one with add(secret)")
        return TOTP(self._secrets[-1]).at(self._project.now)

    def __repr__(self) -> str:
        """Tell how many secrets there are, and none of them."""
        return f"Authenticator({len(self._secrets)} secrets)"
