"""URLs that a login in the browser starts at; nothing is sent to make one."""

from collections.abc import Iterable, Mapping
from typing import Protocol
from urllib.parse import quote, urlencode

import attrs

from stytch_async.endpoint import Resource, Runner
from stytch_async.errors import ConfigurationError, InvalidRequestError

__all__ = ["Start", "StartResource", "StartRunner", "provider_path"]


@attrs.frozen
class Start:
    """Where the logins of a project start.

    Attributes:
        base_url: The host that browsers see: the project's own domain, or the API's.
        public_token: Names the project in place of its secret; no secret itself.

    """

    base_url: str
    public_token: str | None

    def url(self, path: str, parameters: Mapping[str, str | None]) -> str:
        """Return a URL with the public token and the parameters that have a value.

        Raises:
            ConfigurationError: The client has no public token.

        """
        if self.public_token is None:
            raise ConfigurationError("public_token is missing: pass it to the client, or set STYTCH_PUBLIC_TOKEN")
        given = {name: value for name, value in parameters.items() if value is not None}
        # A blank goes out as %20: in a list of scopes Stytch does not take a plus sign for one.
        query = urlencode({"public_token": self.public_token, **given}, quote_via=quote)
        return f"{self.base_url}{path}?{query}"


class StartRunner(Runner, Protocol):
    """Performs operations, and knows where the logins of their project start."""

    @property
    def start(self) -> Start:
        """Where the logins of the project start."""
        ...


class StartResource(Resource):
    """A group of endpoints for logins that start in the browser."""

    def __init__(self, pipeline: StartRunner) -> None:
        super().__init__(pipeline)
        self._runner = pipeline

    def _start_url(
        self,
        path: str,
        parameters: Mapping[str, str | None],
        *,
        custom_scopes: Iterable[str] = (),
        provider_params: Mapping[str, str] | None = None,
    ) -> str:
        prefixed = {f"provider_{name}": value for name, value in (provider_params or {}).items()}
        return self._runner.start.url(path, {**parameters, "custom_scopes": _joined(custom_scopes), **prefixed})


def _joined(custom_scopes: Iterable[str]) -> str | None:
    """Join scopes as OAuth does; one text where a list belongs would be taken for a list of letters."""
    if isinstance(custom_scopes, str):
        raise InvalidRequestError("custom_scopes", "must be several texts, such as a list, and not one text")
    return " ".join(custom_scopes) or None


def provider_path(provider: str) -> str:
    """Return the name of a provider as it stands in a path."""
    if not provider or provider in {".", ".."}:
        raise InvalidRequestError("provider", "is part of the path, so it may be neither empty nor '.' nor '..'")
    return quote(provider, safe="")
