"""How hard the properties are tried: the same examples each time, unless ``--hypothesis-profile=explore`` is given."""

from hypothesis import HealthCheck, settings

UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile("steady", deadline=None, derandomize=True, database=None, suppress_health_check=UNHURRIED)
settings.register_profile("explore", max_examples=5000, deadline=None, suppress_health_check=UNHURRIED)
settings.load_profile("steady")
