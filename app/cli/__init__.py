"""The command line, equal to the window."""
