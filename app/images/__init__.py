"""Find pictures and decode them."""
