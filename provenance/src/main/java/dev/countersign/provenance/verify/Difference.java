package dev.countersign.provenance.verify;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.follow.Found;
import dev.countersign.provenance.pointer.Claim;

/** How a file stands to what was recorded of it. */
public sealed interface Difference {
  /** What differences of a kind mean for the dataset, gravest first. */
  enum Grade {
    /** What was recorded is gone or different. */
    CHANGED,
    /** Only a pointer is here, and it does not say enough to tell. */
    UNKNOWN,
    /** Only a pointer is here, and it names what was recorded; nobody has read the bytes. */
    CLAIMED,
    /** Everything that was recorded is still there, and more has come. */
    MORE
  }

  /** The file's name in the manifest. */
  default String name() {
    return switch (this) {
      case Added(var found) -> found.name();
      case Appended(_, var found) -> found.name();
      case Removed(var expected) -> expected.name();
      case Changed(var expected, _) -> expected.name();
      case Repointed(var expected, _, _) -> expected.name();
      case Claimed(var expected, _) -> expected.name();
      case Unknown(var expected, _) -> expected.name();
    };
  }

  /** What it means for the dataset. */
  default Grade grade() {
    return switch (this) {
      case Removed _, Changed _, Repointed _ -> Grade.CHANGED;
      case Unknown _ -> Grade.UNKNOWN;
      case Claimed _ -> Grade.CLAIMED;
      case Added _, Appended _ -> Grade.MORE;
    };
  }

  /** It was not recorded. */
  record Added(Found found) implements Difference {}

  /** It begins with the bytes that were recorded, which were read again, and is longer. */
  record Appended(Entry expected, Entry found) implements Difference {}

  /** It is not there. */
  record Removed(Entry expected) implements Difference {}

  /** It has other bytes. */
  record Changed(Entry expected, Entry found) implements Difference {}

  /**
   * Its pointer names other data than what was recorded.
   *
   * @param how a clause that follows the name
   */
  record Repointed(Entry expected, Claim claim, String how) implements Difference {}

  /** Only a pointer stands for it, which names the size and the SHA-256 that were recorded. */
  record Claimed(Entry expected, Claim claim) implements Difference {}

  /** Only a pointer stands for it, which cannot be compared with what was recorded. */
  record Unknown(Entry expected, Claim claim) implements Difference {}
}
