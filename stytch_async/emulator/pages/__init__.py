"""What Stytch serves besides the calls: start URLs, where identity providers send browsers, and what apps read."""
