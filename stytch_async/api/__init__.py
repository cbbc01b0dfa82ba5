"""Stytch's table of contents: one line an endpoint."""
