import ast
from pathlib import Path

import stytch_async.emulator
from stytch_async.emulator import refusals
from stytch_async.emulator.refusals.catalog import reasons

EMULATOR = Path(stytch_async.emulator.__file__).parent
FAMILIES = Path(refusals.__file__).parent


def _declared() -> set[str]:
    """Name the constants of all families."""
    trees = [ast.parse(path.read_text()) for path in FAMILIES.glob("*.py")]
    return {
        node.target.id
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id.isupper()
    }


def test_no_refusal_is_left_over() -> None:
    """Every constant of a family is used by a rule, a handler or the front."""
    sources = [path.read_text() for path in EMULATOR.rglob("*.py") if FAMILIES not in path.parents]
    used = {node.id for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}

    unused = _declared() - used

    assert unused == set()


def test_a_constant_bears_the_name_of_its_type() -> None:
    """What is written in a rule is what arrives in an error, in capitals."""
    wrong = {
        reason.error_type
        for path in FAMILIES.glob("*.py")
        for name, reason in vars(__import__(f"stytch_async.emulator.refusals.{path.stem}", fromlist=["_"])).items()
        if name.isupper() and hasattr(reason, "error_type") and reason.error_type.upper() != name
    }

    assert wrong == set()


def test_refusals_blame_the_request() -> None:
    """The emulator itself never fails: each status is a client's error, and each type is explained by a sentence."""
    faulty = [name for name, one in reasons().items() if not 400 <= one.status < 500 or not one.message.strip()]

    assert faulty == []
