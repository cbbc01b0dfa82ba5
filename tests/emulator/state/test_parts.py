"""A project makes its parts when they are first used."""

from stytch_async.emulator import Project
from stytch_async.emulator.state.parts import Part


def test_a_part_is_made_when_it_is_used() -> None:
    """A test that needs users pays for no organizations."""
    project = Project()

    before = {"users", "organizations"} & set(vars(project))
    users = project.users

    assert before == set()
    assert {"users", "organizations"} & set(vars(project)) == {"users"}
    assert project.users is users


def test_a_reset_makes_every_part_anew() -> None:
    """Nothing that was stored in one of them is left."""
    project = Project()
    parts = [name for name, attribute in vars(Project).items() if isinstance(attribute, Part)]
    used = {name: getattr(project, name) for name in parts}

    project.reset()

    assert parts
    assert [name for name in parts if getattr(project, name) is used[name]] == []
