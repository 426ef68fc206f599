package dev.countersign.testing;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Assessor;
import dev.countersign.assess.Catalogue;
import dev.countersign.assess.Checked;
import dev.countersign.assess.policy.Policy;
import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.ModelFiles;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The systems of this repository, checked on a fixed day under the default policy. */
public final class Systems {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Path ROOT = Path.of("..");

  private Systems() {}

  /** The main file of an example, for example {@code card-fraud}. */
  public static Path example(String id) {
    return ROOT.resolve("examples").resolve(id).resolve("countersign.yaml");
  }

  /** The main files of all examples. */
  public static List<Path> examples() {
    return ModelFiles.find(ROOT.resolve("examples")).files();
  }

  /** The main files of all examples and of all systems of the benchmarks. */
  public static List<Path> all() {
    return Stream.concat(
            examples().stream(), ModelFiles.find(ROOT.resolve("benchmarks")).files().stream())
        .toList();
  }

  /**
   * Checks the system of a file.
   *
   * @throws IllegalArgumentException if the file cannot be read as a system
   */
  public static Checked checked(Path file) {
    ModelReader.Result read = ModelReader.read(file);
    SystemModel system =
        read.model().orElseThrow(() -> new IllegalArgumentException(read.problems().toString()));
    Knowledge knowledge = Knowledge.bundled();
    Assessment assessment =
        new Assessor(knowledge, Policy.DEFAULT)
            .assess(
                system,
                Derivation.of(system, knowledge),
                TODAY,
                file.toAbsolutePath().resolveSibling(""));
    return new Checked(assessment, Catalogue.of(knowledge), Policy.DEFAULT, knowledge.digest());
  }
}
