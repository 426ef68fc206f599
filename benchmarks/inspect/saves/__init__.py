"""Real saves, a module for each group of libraries; each has `write(corpus)`."""
