"""The endpoints of B2B projects."""
