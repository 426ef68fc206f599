package dev.countersign.assess.maturity;

import dev.countersign.model.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the repository around a threat model shows about how it is used.
 *
 * @param ci configuration of CI that calls Countersign, relative to the root, sorted
 * @param hooks configuration of hooks before a commit that does, likewise
 * @param owners who owns the file by CODEOWNERS, as written there; empty where nobody does
 */
public record Traces(List<String> ci, List<String> hooks, Optional<String> owners) {
  private static final List<String> CI =
      List.of(
          ".github/workflows",
          ".gitlab-ci.yml",
          ".gitlab",
          "azure-pipelines.yml",
          "bitbucket-pipelines.yml",
          ".circleci/config.yml",
          ".woodpecker",
          ".woodpecker.yml",
          ".woodpecker.yaml",
          "Jenkinsfile");
  private static final List<String> HOOKS =
      List.of(".pre-commit-config.yaml", ".husky", "lefthook.yml");
  private static final List<String> OWNERS =
      List.of(".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");

  /** Where there is nothing to see. */
  public static final Traces NONE = new Traces(List.of(), List.of(), Optional.empty());

  public Traces {
    ci = List.copyOf(ci);
    hooks = List.copyOf(hooks);
  }

  /** What the repository of a file shows. Reads a few small files at known places, no links. */
  public static Traces of(Path file) {
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    TraceFiles files = new TraceFiles(Repository.rootOf(folder));
    String name = files.nameOf(file);
    return new Traces(
        files.calling(CI),
        files.calling(HOOKS),
        OWNERS.stream()
            .flatMap(owners -> files.text(owners).stream())
            .flatMap(text -> OwnersFile.owners(text, name).stream())
            .findFirst());
  }
}
