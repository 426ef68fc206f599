package dev.countersign.provenance;

import java.util.Optional;

/**
 * Where files of a dataset come from.
 *
 * @param name in plain words or an id, not blank
 * @param uri where it can be had, if it has an address
 * @param under the files that come from it: those whose names begin with this; empty for all that
 *     no other source claims
 */
public record Source(String name, Optional<String> uri, String under) {}
