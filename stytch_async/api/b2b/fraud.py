"""Device fingerprints and email risk: the same in Consumer and B2B projects."""

from stytch_async.api.consumer.fraud import Fraud

__all__ = ["Fraud"]
