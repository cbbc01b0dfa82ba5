"""Handlers of the Management API; each takes the workspace."""
