"""How often a property is tried."""

from hypothesis import settings

__all__ = ["tries"]

THOROUGH = 50


def tries(examples: int) -> settings:
    """Try so many examples, or fifty times as many under ``--hypothesis-profile=explore``."""
    is_steady = settings.get_current_profile_name() == "steady"
    return settings(max_examples=examples if is_steady else examples * THOROUGH)
