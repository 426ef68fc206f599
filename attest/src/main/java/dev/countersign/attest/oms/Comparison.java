package dev.countersign.attest.oms;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.countersign.attest.hash.FileRange;
import dev.countersign.attest.hash.HashedFile;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Collects where files are not what was signed. */
final class Comparison {
  private final boolean shards;
  private final List<Difference> differences = new ArrayList<>();

  Comparison(boolean shards) {
    this.shards = shards;
  }

  List<Difference> differences() {
    return differences;
  }

  void missing(String name, List<FileRange> expected) {
    differences.add(Difference.missing(name, expected.get(0).digest()));
  }

  void unsigned(String name) {
    differences.add(Difference.unsigned(name));
  }

  void compare(HashedFile found, List<FileRange> expected) {
    for (int i = 0; i < Math.max(found.ranges().size(), expected.size()); i++) {
      if (i >= found.ranges().size()) {
        FileRange range = expected.get(i);
        differences.add(Difference.missing(name(found, range), range.digest()));
      } else if (i >= expected.size()) {
        differences.add(Difference.unsigned(name(found, found.ranges().get(i))));
      } else {
        compare(found, found.ranges().get(i), expected.get(i));
      }
    }
  }

  private void compare(HashedFile file, FileRange found, FileRange expected) {
    boolean same =
        MessageDigest.isEqual(
            found.digest().getBytes(US_ASCII), expected.digest().getBytes(US_ASCII));
    if (!same || shards && found.end() != expected.end()) {
      differences.add(Difference.changed(name(file, expected), expected.digest(), found.digest()));
    }
  }

  private String name(HashedFile file, FileRange range) {
    return shards ? file.name() + ":" + range.start() + ":" + range.end() : file.name();
  }
}
