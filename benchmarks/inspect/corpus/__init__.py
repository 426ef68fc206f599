"""What the corpora of `countersign inspect` are made of."""
