package dev.countersign.provenance.record;

import dev.countersign.provenance.Manifest;
import java.util.List;

/**
 * What reading the files of a dataset gave.
 *
 * @param manifest the files
 * @param links the names of symbolic links, sorted; none was followed, so what they lead to is not
 *     in the manifest
 * @param pointers the names of files that look like pointers of Git LFS or DVC, sorted; in the
 *     manifest they stand for themselves
 * @param reused how many files were taken from a {@link KnownFiles} and not read
 */
public record Recording(Manifest manifest, List<String> links, List<String> pointers, int reused) {
  public Recording {
    links = List.copyOf(links);
    pointers = List.copyOf(pointers);
  }
}
