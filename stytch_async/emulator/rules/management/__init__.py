"""What several endpoints of the Management API share."""
