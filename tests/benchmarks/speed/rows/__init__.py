"""One measurement a module; each has a `measure`."""
