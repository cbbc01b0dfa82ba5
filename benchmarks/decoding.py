"""What it costs to read an answer: the JSON parser, our classes, and the official SDK's."""

import functools
import json
import time
from collections.abc import Callable
from typing import Any, Final

from answers import AUTHENTICATE, SEARCH
from stytch.consumer.models import sessions, users

from stytch_async.schemas.consumer.sessions import AuthenticateResponse
from stytch_async.schemas.consumer.users import SearchResponse
from stytch_async.shapes import reader

__all__ = ["measure"]

ANSWERS: Final = {
    "authenticate": (AUTHENTICATE, AuthenticateResponse, sessions.AuthenticateResponse, 500),
    "search": (SEARCH, SearchResponse, users.SearchResponse, 2),
}


def measure(rounds: int) -> dict[str, dict[str, list[float]]]:
    """Return each round's microseconds of processor time for each way to read each answer."""
    return {
        name: _compare(
            {
                "json": functools.partial(json.loads, content),
                "ours": functools.partial(reader(ours), content),
                "official": lambda: official.model_validate(json.loads(content)),  # noqa: B023 - used at once
            },
            rounds,
            repeats,
        )
        for name, (content, ours, official, repeats) in ANSWERS.items()
    }


def _compare(readers: dict[str, Callable[[], Any]], rounds: int, repeats: int) -> dict[str, list[float]]:
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, read in readers.items():
            started = time.process_time()
            for _ in range(repeats):
                read()
            spent[name].append((time.process_time() - started) / repeats * 1e6)
    return spent
