"""One-time passcodes of members."""
