"""A person who uses an app: somebody with an address, a phone, and messages to read."""

from collections.abc import Iterator

from stytch_async.emulator.front.pages import find_page, open_page
from stytch_async.emulator.front.routes import path_of
from stytch_async.emulator.pages.visit import Document, Redirect
from stytch_async.emulator.rules.oauth import usual_account
from stytch_async.emulator.rules.starts import finish
from stytch_async.emulator.state.outbox import Message, NoMessageError
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.oauth import ProviderAccount
from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.emulator.world.consent import answer, is_consent_page
from stytch_async.emulator.world.errors import told
from stytch_async.emulator.world.passkeys import Passkeys
from stytch_async.emulator.world.providers import provider_at
from stytch_async.emulator.world.wallets import Wallet, wallet_of
from stytch_async.schemas.consumer.crypto_wallets import CryptoWalletType
from stytch_async.transports.interface import HTTPRequest

__all__ = ["Inbox", "Person"]


class Inbox:
    """The messages that somebody has received, by mail and by phone, oldest first."""

    def __init__(self, project: Project, *recipients: str | None) -> None:
        """Read the messages of these addresses and numbers."""
        self._project = project
        self._recipients = {recipient.lower() for recipient in recipients if recipient is not None}

    def last(self, purpose: str | None = None) -> Message:
        """Return the newest message; for one purpose, if it is given.

        Raises:
            NoMessageError: There is none; an `AssertionError`.

        """
        found = [message for message in self if purpose in {None, message.purpose}]
        if not found:
            whom = " or ".join(sorted(self._recipients))
            what = "message" if purpose is None else f"{purpose} message"
            raise NoMessageError(f"no {what} was sent to {whom}")
        return found[-1]

    def __iter__(self) -> Iterator[Message]:
        """Go through all messages."""
        return (message for message in self._project.outbox if message.recipient.lower() in self._recipients)

    def __len__(self) -> int:
        """Count the messages."""
        return sum(1 for _ in self)


class Person:
    """Somebody who uses an app; the project knows nothing of them until they log in.

    Attributes:
        email: Their email address.
        name: What they are called.
        phone_number: Their phone, if they have one.
        inbox: What was sent to both.
        authenticator: The authenticator app on their phone.
        passkeys: The passkeys on their phone.

    """

    def __init__(self, project: Project, email: str, *, name: str = "", phone_number: str | None = None) -> None:
        """Introduce somebody."""
        self._project = project
        self._accounts: dict[str, ProviderAccount] = {}
        self.email = email
        self.name = name
        self.phone_number = phone_number
        self.inbox: Inbox = Inbox(project, email, phone_number)
        self.authenticator: Authenticator = Authenticator(project)
        self.passkeys: Passkeys = Passkeys()

    def account(self, provider: str) -> ProviderAccount:
        """Return the account that they have at an identity provider, for a test to change before they use it.

        ``ada.account("slack").tenants.append("T024BE7LD")``; ``ada.account("google").email_verified = False``.
        """
        if provider not in self._accounts:
            self._accounts[provider] = usual_account(provider, self.email, name=self.name)
        return self._accounts[provider]

    def wallet(self, wallet_type: CryptoWalletType) -> Wallet:
        """Return the crypto wallet that they have on a chain: the same for everybody with that address.

        Raises:
            ConfigurationError: The extra ``wallets`` is not installed.

        """
        return wallet_of(self.email, wallet_type)

    def visit(self, url: str) -> str:
        """Open a URL in their browser, and return where the browser lands.

        At a start URL they log in at the provider, consent, and are sent back to the app: with Google and the like, and
        with the identity provider that stands behind an SSO connection. A link in a mail leads to the app at once. On
        the page that `Settings.idp_authorization_url` names they consent to what a Connected App asks for, with their
        newest session.

        Raises:
            APIError: Stytch does not let the login begin, or does not take what a provider or Connected App tells.
            ValueError: They are not signed in where they are asked to consent.

        """
        request = HTTPRequest("GET", url, {}, None, None)
        with told(self._project, request):
            return self._land(request)

    def _land(self, request: HTTPRequest) -> str:
        found = find_page(request.method, path_of(request))
        if found is None:
            asks = is_consent_page(self._project, request.url)
            return answer(self._project, self.email, request.url, consent=True) if asks else request.url
        opened = open_page(self._project, *found, request)
        if isinstance(opened, Document):
            return request.url
        if isinstance(opened, Redirect):
            provider = provider_at(self._project, opened.url)
            return opened.url if provider is None else provider.receive(self, opened.url)
        return finish(self._project, opened.state, self.account(opened.provider))

    def decline(self, url: str) -> str:
        """Say no to what a Connected App asks for, and return where the browser lands; see `visit`."""
        return answer(self._project, self.email, url, consent=False)

    def __repr__(self) -> str:
        """Tell who it is."""
        return f"Person({self.email!r})"
