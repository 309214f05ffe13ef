"""Whatsit, a desktop image classifier."""

__version__ = "0.1.0"
