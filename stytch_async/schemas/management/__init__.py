"""The schemas of the Management API, a module for each product.

These mean the same wherever they occur, and are told here:

``project_slug``
    Which project of the workspace: the short name that `Projects.create` was given or made up.
``environment_slug``
    Which of the project's environments. Slugs are no ids: the ``project_id`` that a `Client` takes belongs to one
    environment, and `Environments.get` tells it.
``name``
    For people to read; two may bear the same.

Any call may be refused with `AuthenticationError` ``unauthorized_credentials`` (a wrong workspace key) or
`RateLimitError` ``too_many_requests``.
"""
