"""Passwords of members."""
