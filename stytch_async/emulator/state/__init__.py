"""What a Stytch remembers: nothing in here decides anything."""
