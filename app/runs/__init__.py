"""Whole folders: discovery, what is known already, the pipeline, and the store, as one generator of steps."""
