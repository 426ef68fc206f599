"""Other formats than pickle, by small writers from their specifications; each module has `write(corpus, random)`."""
