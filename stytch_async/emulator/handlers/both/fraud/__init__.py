"""Device fingerprints and email risk."""
