"""Turn pictures into predictions."""
