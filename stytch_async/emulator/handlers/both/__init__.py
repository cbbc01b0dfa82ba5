"""The endpoints that Consumer and B2B projects have in common."""
