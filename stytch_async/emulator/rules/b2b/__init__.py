"""The rules of B2B projects."""
