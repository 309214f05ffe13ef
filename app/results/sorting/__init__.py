"""Sort pictures into folders by class: plan, carry out, go on, undo."""
