"""How often a property is tried."""

from typing import Final

from hypothesis import settings

__all__ = ["tries"]

THOROUGH: Final = 20


def tries(examples: int, *, steps: int = 50) -> settings:
    """Try so many examples, of so many steps; or twenty times as many under ``--hypothesis-profile=explore``."""
    is_steady = settings.get_current_profile_name() == "steady"
    return settings(max_examples=examples if is_steady else examples * THOROUGH, stateful_step_count=steps)
