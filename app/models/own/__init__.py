"""The user's own models: their files read as data, recognised, checked and kept."""
