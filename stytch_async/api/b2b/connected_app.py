"""Connected Apps: the same in Consumer and B2B projects."""

from stytch_async.api.consumer.connected_app import ConnectedApp

__all__ = ["ConnectedApp"]
