"""The form of a project's credentials: what a client takes, and what the emulator lets in."""

import re
from typing import Final

__all__ = ["PROJECT_ID", "PUBLIC_TOKEN", "SECRET"]

PROJECT_ID: Final = re.compile(r"project-(test|live)-[0-9A-Za-z-]+")
PUBLIC_TOKEN: Final = re.compile(r"public-token-(test|live)-[0-9A-Za-z-]+")
SECRET: Final = re.compile(r"secret-(test|live)-[\x21-\x7e]+")
