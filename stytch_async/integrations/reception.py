"""What an app answers to the errors of the calls that its handlers make, for all its guards."""

from collections.abc import Mapping
from typing import Any

import attrs

from stytch_async.errors import StytchError
from stytch_async.integrations.answers import Answer
from stytch_async.integrations.guard import Guard, Visit, refusal

__all__ = ["Reception"]


@attrs.define(eq=False)
class Reception:
    """Stands behind the handlers of one app, however many guards are installed in it.

    Attributes:
        guards: The guards.
        refusals: By Stytch's error type, the status for what the visitor can mend.

    """

    guards: list[Guard[Any, Any, Any]] = attrs.field(factory=list[Guard[Any, Any, Any]])
    refusals: dict[str, int] = attrs.field(factory=dict[str, int])

    def admit(self, guard: Guard[Any, Any, Any], refusals: Mapping[str, int] | None) -> None:
        """Take a guard in, and what its app answers."""
        self.guards.append(guard)
        self.refusals.update(refusals or {})

    def answer(self, visit: Visit, error: StytchError) -> Answer | None:
        """Return what to answer to an error, ``None`` where it is a mistake in the app."""
        hide_tenants = any(guard.hide_tenants for guard in self.guards)
        answer = refusal(error, refusals=self.refusals, hide_tenants=hide_tenants)
        if answer is not None and answer.signs_out:
            for guard in self.guards:
                guard.forget(visit)
        return answer
