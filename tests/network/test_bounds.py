"""How long a connection is waited for, and how much of an answer is read."""

import asyncio
import gzip
import tracemalloc
from typing import Final

import pytest

from stytch_async import NO_RETRY, ConfigurationError, DecodeError, NotSentError, ServerError
from tests.network.conftest import OURS, ClientFactory, MakeTransport
from tests.network.misbehaving import Behaviour, answer, never_answer, serving

pytestmark = OURS

KIB: Final = 1024
MIB: Final = 1024 * KIB


def padded(size: int, status: int = 200) -> Behaviour:
    """Answer with a valid document of a size."""
    document = b'{"request_id": "request-id-test-1", "sessions": [], "status_code": 200}'
    return answer(status, document.ljust(size))


async def test_waiting_for_a_free_connection_means_that_nothing_was_sent(
    connect: ClientFactory, make_transport: MakeTransport
) -> None:
    """Where every connection is busy until the timeout, even what must not happen twice may be repeated."""
    async with serving(never_answer) as server:
        transport = make_transport(limit=1)
        async with connect(server.url, transport=transport) as patient:
            hurried = patient.with_options(timeout=0.1, retry=NO_RETRY)
            waiting = asyncio.create_task(patient.sessions.get(user_id="user-test-1"))
            await server.arrivals.acquire()

            with pytest.raises(NotSentError, match=r"no connection: (Connection)?TimeoutError"):
                await hurried.otps.sms.send(phone_number="+12025550123")

            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)

    assert len(server.received) == 1


async def test_an_answer_of_the_largest_size_is_read(connect: ClientFactory, make_transport: MakeTransport) -> None:
    """The bound is the last size that passes."""
    transport = make_transport(largest_answer=300 * KIB)

    async with serving(padded(300 * KIB)) as server, connect(server.url, transport=transport) as client:
        found = await client.sessions.get(user_id="user-test-1")

    assert found.sessions == []


@pytest.mark.parametrize("size", [1, 300 * KIB - 1])
async def test_a_larger_answer_is_a_decode_error(
    connect: ClientFactory, make_transport: MakeTransport, size: int
) -> None:
    """Stytch has acted, so it is not asked again; the error keeps the beginning."""
    transport = make_transport(largest_answer=size)

    async with serving(padded(300 * KIB)) as server, connect(server.url, transport=transport) as client:
        with pytest.raises(DecodeError, match="larger than its transport reads") as caught:
            await client.sessions.get(user_id="user-test-1")

    assert caught.value.excerpt.startswith('{"request_id"')
    assert len(server.received) == 1


async def test_a_larger_error_document_is_still_an_error_of_its_status(
    connect: ClientFactory, make_transport: MakeTransport
) -> None:
    """What a status means does not depend on the size of what follows."""
    transport = make_transport(largest_answer=KIB)

    async with serving(padded(300 * KIB, 503)) as server, connect(server.url, transport=transport) as client:
        with pytest.raises(ServerError):
            await client.sessions.get(user_id="user-test-1")


async def test_an_answer_that_unpacks_to_too_much_is_not_unpacked(
    connect: ClientFactory, make_transport: MakeTransport
) -> None:
    """A small answer cannot fill the memory: reading stops at the bound, and the connection is closed."""
    bomb = answer(200, gzip.compress(bytes(128 * MIB)), Content_Encoding="gzip")
    transport = make_transport(largest_answer=MIB)

    async with serving(bomb) as server, connect(server.url, transport=transport) as client:
        tracemalloc.start()
        try:
            with pytest.raises(DecodeError, match="larger than its transport reads"):
                await client.sessions.get(user_id="user-test-1")
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        await server.idle()

    assert most < 16 * MIB


def test_a_bound_below_one_is_refused(make_transport: MakeTransport) -> None:
    """No answer is that small."""
    with pytest.raises(ConfigurationError, match="largest_answer must be at least 1"):
        make_transport(largest_answer=0)
