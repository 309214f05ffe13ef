"""Keep the answers and use them."""
