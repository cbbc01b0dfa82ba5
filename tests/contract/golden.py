"""``python -m tests.contract.golden`` writes the golden requests anew, after a change that was meant."""

from pathlib import Path

from tests.contract import test_exercise

if __name__ == "__main__":
    pairs = zip(test_exercise.ENTRIES, test_exercise.NAMES, strict=True)
    text = "\n".join(test_exercise.written(entry, name) for entry, name in pairs)
    Path(__file__).with_name("golden.http").write_text(text)
