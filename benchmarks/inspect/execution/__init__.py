"""Loading samples under watch: what the oracle is made of."""
