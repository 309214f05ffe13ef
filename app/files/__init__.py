"""Writing files so that they are whole or absent, and holding them against other processes."""
