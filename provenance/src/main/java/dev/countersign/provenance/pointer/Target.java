package dev.countersign.provenance.pointer;

import java.nio.file.Path;

/** A file of data that a pointer stands for. */
public sealed interface Target {
  /** Where the tool would check the data out: this is what the data is called. */
  Path place();

  /** What the pointer says of it. */
  Claim claim();

  /**
   * The data is on this machine.
   *
   * @param bytes the file that holds it: checked out, or in the tool's cache
   */
  record Here(Path place, Claim claim, Path bytes) implements Target {}

  /** Only the pointer is on this machine. */
  record Absent(Path place, Claim claim) implements Target {}
}
