"""Passwords of users."""
