package dev.countersign.provenance.slsa;

import dev.countersign.attest.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What made some artefacts, and of what: SLSA provenance v1 (slsa.dev/spec/v1.0/provenance) of any
 * builder. {@link SlsaReader} and {@link SlsaWriter} go between it and a statement.
 *
 * @param subjects what was made
 * @param buildType URI of the kind of build, which says what the parameters mean
 * @param parameters what whoever started the run chose ({@code externalParameters}); must not be
 *     changed by whoever gets it
 * @param dependencies what went in ({@code resolvedDependencies})
 * @param builder URI of what ran it
 * @param invocation which run of the builder it was
 * @param started when it began
 * @param finished when it ended
 */
public record TrainingProvenance(
    List<Subject> subjects,
    String buildType,
    ObjectNode parameters,
    List<Dependency> dependencies,
    String builder,
    Optional<String> invocation,
    Optional<Instant> started,
    Optional<Instant> finished) {
  /** The predicate type of SLSA provenance v1. */
  public static final String PREDICATE_TYPE = "https://slsa.dev/provenance/v1";

  /** The build type of a training run as we write it; docs/training-provenance.md. */
  public static final String BUILD_TYPE = "https://countersign.dev/training/v1";

  /** The most inputs that a run may have. */
  public static final int MOST_DEPENDENCIES = 100_000;

  public TrainingProvenance {
    subjects = List.copyOf(subjects);
    dependencies = List.copyOf(dependencies);
  }

  /** The inputs that played some part; only our own runs say so. */
  public List<Dependency> dependencies(String part) {
    return dependencies.stream()
        .filter(dependency -> dependency.part().equals(Optional.of(part)))
        .toList();
  }

  /** Whether something with this SHA-256, for a dataset its tree digest, went in. */
  public boolean used(String sha256) {
    return dependencies.stream()
        .anyMatch(dependency -> dependency.sha256().equals(Optional.of(sha256)));
  }

  /** Whether something with this SHA-256 came out. */
  public boolean made(String sha256) {
    return subjects.stream().anyMatch(subject -> subject.sha256().equals(Optional.of(sha256)));
  }

  /**
   * Whether something with this SHA-256 came out under the name that a file has now. Only our own
   * runs of models of several files say names that can be compared: those below the model's folder.
   * Without one it is enough that it came out.
   *
   * @param path of the file, with {@code /}
   */
  public boolean madeUnder(String path, String sha256) {
    if (!buildType.equals(BUILD_TYPE)) {
      return made(sha256);
    }
    return subjects.stream()
        .filter(subject -> subject.sha256().equals(Optional.of(sha256)))
        .anyMatch(subject -> isNamed(path, subject.name().orElse("")));
  }

  private static boolean isNamed(String path, String made) {
    int folder = made.indexOf('/');
    return folder < 0 || ("/" + path).endsWith(made.substring(folder));
  }
}
