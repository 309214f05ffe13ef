"""What `bench_speed.py` is made of; nothing here is part of the program."""
