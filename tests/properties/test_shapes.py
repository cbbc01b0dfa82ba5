"""The fast way to read an answer and the converter's agree."""

import json
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stytch_async.codec import decode
from stytch_async.converter import StructureError, converter
from stytch_async.endpoint import Operation
from stytch_async.errors import DecodeError
from stytch_async.shapes import reader
from stytch_async.transports.interface import HTTPResponse
from tests.properties.strategies import OPERATIONS, instances, named, spoilt

ANSWERS: Final = sorted({operation.response for operation in OPERATIONS}, key=named)


@pytest.mark.parametrize("kind", ANSWERS, ids=named)
@settings(max_examples=3)
@given(data=st.data())
def test_every_answer_is_read_as_the_converter_reads_it(kind: type, data: st.DataObject) -> None:
    """What keeps to its schema is accepted, and becomes the same object."""
    document = converter.unstructure(data.draw(instances(kind)))

    actual = reader(kind)(json.dumps(document).encode())

    assert actual == converter.structure(document, kind)


@given(operation=st.sampled_from(OPERATIONS), data=st.data())
def test_an_oddity_is_read_or_refused_as_by_the_converter(operation: Operation[Any, Any], data: st.DataObject) -> None:
    """A good answer with one odd value becomes the same object, or the same refusal."""
    document = data.draw(spoilt(converter.unstructure(data.draw(instances(operation.response)))))
    expected: object
    try:
        expected = converter.structure(document, operation.response)
    except StructureError as error:
        expected = str(error)

    actual: object
    try:
        actual = decode(operation, HTTPResponse(200, {}, json.dumps(document).encode()))
    except DecodeError as error:
        actual = error.problem

    assert actual == expected
