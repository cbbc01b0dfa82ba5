"""Passkeys and security keys of users."""
