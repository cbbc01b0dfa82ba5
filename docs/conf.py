"""Settings of Sphinx."""

import sys
from pathlib import Path

import stytch_async

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "stytch_async"
author = "the stytch_async authors"
project_copyright = f"2026, {author}"
release = version = stytch_async.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "arrows",
    "catalog_pages",
    "docstrings",
    "reference_pages",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["reference.css"]
html_domain_indices = False  # names of modules are wider than a phone
maximum_signature_line_length = 60
toc_object_entries = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

default_role = "py:obj"
nitpicky = True
# Other projects' names are not linked: that would need their indexes, and so a network.
nitpick_ignore_regex = [
    ("py:.*", r"(?!stytch_async\b).*\..*"),
    ("py:class", r"(stytch_async\.[\w.]+\.)?[A-Z]"),  # type variables
    ("py:class", r"stytch_async\.integrations\.fastapi\.kept\.\w+"),  # dependencies in annotations
    ("py:exc", r"HTTP\w+"),  # those of web frameworks
    ("py:class", "AttributeOverride"),  # what cattrs makes of an override in an annotation
]
suppress_warnings = ["ref.python"]  # the builtin `type`, which Sphinx confuses with attributes of that name

autoclass_content = "class"
autodoc_class_signature = "separated"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_custom_sections = [("Source", "returns_style")]
napoleon_use_ivar = True
napoleon_use_rtype = False
