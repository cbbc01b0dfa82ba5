"""What several endpoints share: how accounts are found, proven, changed and shown."""
