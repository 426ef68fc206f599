package dev.countersign.provenance.verify;

import dev.countersign.provenance.Manifest;
import java.util.List;

/**
 * How the files of a dataset stand to its manifest. Links are never followed: they stand beside,
 * and what they lead to is not part of the dataset.
 */
public sealed interface DatasetVerification {
  /** The most differences that are told. */
  int MAX_TOLD = 1000;

  /** The dataset as it is now. */
  Manifest found();

  /** The names of symbolic links among the files, sorted. */
  List<String> links();

  /** Every file is there with the bytes that were recorded, and no other file. */
  record Holds(Manifest found, List<String> links) implements DatasetVerification {
    public Holds {
      links = List.copyOf(links);
    }
  }

  /**
   * Everything that was recorded is still there, byte for byte, and more has come: new files, or
   * bytes behind those that a file had.
   *
   * @param more at most {@link #MAX_TOLD} of the differences, each added or appended
   * @param total how many there are
   */
  record Grown(Manifest found, List<String> links, List<Difference> more, long total)
      implements DatasetVerification {
    public Grown {
      links = List.copyOf(links);
      more = List.copyOf(more);
    }
  }

  /**
   * Something that was recorded is gone or different.
   *
   * @param differences at most {@link #MAX_TOLD} of them, in the order of names; those that were
   *     removed or changed first
   * @param total how many there are
   */
  record Changed(Manifest found, List<String> links, List<Difference> differences, long total)
      implements DatasetVerification {
    public Changed {
      links = List.copyOf(links);
      differences = List.copyOf(differences);
    }
  }
}
