"""The schemas of what Consumer and B2B projects have in common."""
