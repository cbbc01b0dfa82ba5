"""Whatever an emulated operation is asked, a refusal changes nothing and an answer fits its schema."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stytch_async.endpoint import Operation
from tests.emulator.watching import Caller
from tests.properties.effort import tries
from tests.properties.emulated import EMULATED, MANAGED, documents, inhabited, message
from tests.properties.furnished import furnished


@pytest.mark.parametrize("operation", EMULATED, ids=str)
@tries(12)
@given(data=st.data())
def test_refused_call_changes_nothing(operation: Operation[Any, Any], data: st.DataObject) -> None:
    """All that is stored is as it was, however late the call was refused; what is answered fits, and is found again."""
    project, known = inhabited()
    project.settings.cross_org_passwords_enabled = data.draw(st.booleans())
    caller = Caller(project)
    request = message(operation, data.draw(documents(operation, known)), caller.headers)

    response = caller.send(request)

    assert response.status < 500


@pytest.mark.parametrize("operation", MANAGED, ids=str)
@tries(6)
@given(data=st.data())
def test_refused_call_to_management_changes_nothing(operation: Operation[Any, Any], data: st.DataObject) -> None:
    """The same holds for a workspace and its environments."""
    workspace, known = furnished()
    caller = Caller(workspace)
    request = message(operation, data.draw(documents(operation, known)), caller.headers)

    response = caller.send(request)

    assert response.status < 500
