package dev.countersign.provenance.record;

import dev.countersign.provenance.Manifest;
import java.util.List;

/**
 * What reading the files of a dataset gave.
 *
 * @param manifest the files
 * @param links the names of symbolic links, sorted; none was followed, so what they lead to is not
 *     in the manifest
 * @param reused how many files were taken from a {@link KnownFiles} and not read
 */
public record Recording(Manifest manifest, List<String> links, int reused) {
  public Recording {
    links = List.copyOf(links);
  }
}
