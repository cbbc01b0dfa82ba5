"""The people and machines around Stytch, played for a test."""
