"""One function an endpoint, in the tree and the order of `stytch_async.api`."""
