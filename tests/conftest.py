"""The plugins that the tests of this project use."""

from importlib.metadata import entry_points

pytest_plugins = ["pytester"]

# A copy of the repository that is not installed has no entry points.
if not entry_points(group="pytest11", name="stytch_async"):
    pytest_plugins.append("stytch_async.integrations.pytest")
