"""What can classify: the models, their weights and their labels."""
