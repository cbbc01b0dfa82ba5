"""Local verification: session JWTs, machine and Connected App tokens, and who may do what."""
