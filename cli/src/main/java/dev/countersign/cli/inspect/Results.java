package dev.countersign.cli.inspect;

import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.scan.Scan;
import java.util.List;

/**
 * What an inspection of several files found.
 *
 * @param files every file that was looked at, in their order
 * @param limits what was not looked at, one sentence each
 */
public record Results(List<Inspected> files, List<String> limits) {
  public Results {
    files = List.copyOf(files);
    limits = List.copyOf(limits);
  }

  /** The worst verdict of all files. */
  public Verdict verdict() {
    return Scan.worst(files);
  }

  /** How many model artefacts there are with that verdict. */
  long count(Verdict verdict) {
    return files.stream().filter(file -> isArtefact(file) && file.verdict() == verdict).count();
  }

  /** How many files are of no format that is known, and nothing was found in them. */
  long others() {
    return files.stream().filter(file -> !isArtefact(file)).count();
  }

  private static boolean isArtefact(Inspected file) {
    return file.recognised() || file.verdict() != Verdict.CLEAN;
  }
}
