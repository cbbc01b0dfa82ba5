"""What leaves the machine, and by which way."""

import datetime as dt
import gzip
import ipaddress
import json
import ssl
from base64 import b64encode
from pathlib import Path
from typing import Final

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from stytch_async import NO_RETRY, B2BClient, Client, NotSentError, __version__
from stytch_async.schemas.shared import Authorization
from tests.network.conftest import OURS, PROJECT, SECRET, ClientFactory, MakeTransport
from tests.network.misbehaving import answer, document, serving

CONTENT: Final = {"request_id": "request-id-test-1", "sessions": [], "status_code": 200}
DONE: Final = document(CONTENT)


async def test_a_get_carries_its_arguments_in_the_query(connect: ClientFactory) -> None:
    """The first line and the headers are those that Stytch expects, and there is no body."""
    async with serving(DONE) as server, connect(server.url) as client:
        await client.sessions.get(user_id="a b&c/ü")

    (request,) = server.received
    assert (request.method, request.target) == ("GET", "/v1/sessions?user_id=a%20b%26c%2F%C3%BC")
    assert request.headers["authorization"] == f"Basic {b64encode(f'{PROJECT}:{SECRET}'.encode()).decode()}"
    assert request.headers["user-agent"] == f"stytch_async/{__version__}"
    assert request.content == b""


async def test_a_post_carries_its_arguments_as_json(connect: ClientFactory) -> None:
    """What is not given is left out, and text is UTF-8."""
    async with serving(DONE) as server, connect(server.url) as client:
        await client.sessions.revoke(session_id="séssion")

    (request,) = server.received
    assert (request.method, request.target) == ("POST", "/v1/sessions/revoke")
    assert request.headers["content-type"] == "application/json"
    assert request.content == '{"session_id":"séssion"}'.encode()


async def test_an_encoded_path_arrives_as_it_was_encoded(connect: ClientFactory) -> None:
    """Nothing on the way decodes a slash or a percent sign."""
    done = document({"request_id": "request-id-test-1", "user_id": "a/b%2Fc", "status_code": 200})

    async with serving(done) as server, connect(server.url) as client:
        await client.users.delete(user_id="a/b%2Fc")

    assert [request.target for request in server.received] == ["/v1/users/a%2Fb%252Fc"]


@pytest.mark.parametrize("prefix", ["/gateway/stytch", "/gateway/stytch/", "/a%20b"])
async def test_a_path_in_the_base_url_is_kept(connect: ClientFactory, prefix: str) -> None:
    """The paths of the operations are appended to it."""
    async with serving(DONE) as server, connect(server.url + prefix) as client:
        await client.sessions.revoke(session_id="session-test-1")

    assert [request.target for request in server.received] == [f"{prefix.rstrip('/')}/v1/sessions/revoke"]


async def test_clients_on_one_transport_keep_their_credentials_apart(make_transport: MakeTransport) -> None:
    """Headers belong to a client and never travel with another's request."""
    credentials = [("project-test-1", "secret-test-1"), ("project-test-2", "secret-test-2")]

    async with serving(DONE) as server:
        transport = make_transport()
        for project_id, secret in credentials:
            client = Client(project_id, secret, transport=transport, base_url=server.url)
            await client.sessions.revoke(session_id="session-test-1")
        await transport.aclose()

    sent = [request.headers["authorization"] for request in server.received]
    assert sent == [f"Basic {b64encode(':'.join(pair).encode()).decode()}" for pair in credentials]


async def test_the_headers_of_a_call_do_not_stay(make_transport: MakeTransport) -> None:
    """A member's session authorizes one call, and not the next."""
    done = document({"request_id": "request-id-test-1", "organization_id": "organization-test-1", "status_code": 200})

    async with (
        serving(done) as server,
        B2BClient(PROJECT, SECRET, base_url=server.url, transport=make_transport()) as client,
    ):
        await client.organizations.delete(
            organization_id="organization-test-1", authorization=Authorization(session_token="token")
        )
        await client.organizations.delete(organization_id="organization-test-1")

    sent = [request.headers.get("x-stytch-member-session") for request in server.received]
    assert sent == ["token", None]
    assert [request.content for request in server.received] == [b"", b""]


@OURS
async def test_cookies_are_not_kept(connect: ClientFactory) -> None:
    """What a gateway sets for one request does not travel with the next."""
    behaviour = document(CONTENT, Set_Cookie="gateway=1; Path=/")

    async with serving(behaviour) as server, connect(server.url) as client:
        for _ in range(2):
            await client.sessions.get(user_id="user-test-1")

    assert ["cookie" in request.headers for request in server.received] == [False, False]


async def test_a_compressed_answer_is_read(connect: ClientFactory) -> None:
    """Compression is aiohttp's business, and so is its undoing."""
    behaviour = answer(200, gzip.compress(json.dumps(CONTENT).encode()), Content_Encoding="gzip")

    async with serving(behaviour) as server, connect(server.url) as client:
        found = await client.sessions.get(user_id="user-test-1")

    assert found.request_id == "request-id-test-1"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Make a certificate for this machine that nobody has signed, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path / "certificate.pem"
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def server_side(certificate: Path) -> ssl.SSLContext:
    """Let a server prove itself with the certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


@OURS
async def test_a_tls_context_decides_whom_to_trust(
    connect: ClientFactory, make_transport: MakeTransport, certificate: Path, server_side: ssl.SSLContext
) -> None:
    """A context that knows the certificate gets an answer."""
    transport = make_transport(tls=ssl.create_default_context(cafile=str(certificate)))

    async with serving(DONE, tls=server_side) as server, connect(server.url, transport=transport) as client:
        await client.sessions.revoke(session_id="session-test-1")

    assert len(server.received) == 1


@OURS
async def test_an_unknown_certificate_means_that_nothing_was_sent(
    connect: ClientFactory, server_side: ssl.SSLContext
) -> None:
    """By default only the usual authorities count, and the reason says what is wrong."""
    async with serving(DONE, tls=server_side) as server, connect(server.url, retry=NO_RETRY) as client:
        with pytest.raises(NotSentError, match="SSLCertVerificationError"):
            await client.sessions.revoke(session_id="session-test-1")

    assert server.received == []
