package dev.countersign.cli.diff;

import dev.countersign.cli.revision.Revision;
import java.nio.file.Path;
import java.util.List;

/** One of the two things that are compared. */
sealed interface Operand {
  /** What people call it. */
  String name();

  /** A file or a folder. */
  record Files(Path path) implements Operand {
    @Override
    public String name() {
      return path.toString();
    }
  }

  /** The files that are worked on. */
  record WorkTree(List<Path> paths) implements Operand {
    @Override
    public String name() {
      return "working tree";
    }
  }

  /** A commit. */
  record At(Revision revision, List<Path> paths) implements Operand {
    @Override
    public String name() {
      return revision.name();
    }
  }
}
