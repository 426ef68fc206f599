package dev.countersign.cli.check;

import dev.countersign.assess.trust.History;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.TrustFile;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.git.GitHistory;
import dev.countersign.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trust policies that systems are judged by, each read once. */
public final class TrustFiles {
  private final Optional<Path> forAll;
  private final List<Problem> problems;
  private final Map<Path, Optional<TrustContext>> read = new HashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param forAll the one for all systems; otherwise the nearest to each
   * @param problems takes what is wrong with them
   */
  public TrustFiles(Optional<Path> forAll, List<Problem> problems) {
    this.forAll = forAll;
    this.problems = problems;
  }

  /**
   * Whose word counts for the system of that file.
   *
   * @return empty if its trust policy is wrong
   * @throws Refused if the one for all systems is not there
   */
  public Optional<TrustContext> around(Path file) {
    return file(file)
        .map(path -> read.computeIfAbsent(path, this::read))
        .orElseGet(() -> Optional.of(TrustContext.NONE));
  }

  /** The trust policy of the system of that file, as the user would type it. */
  public Optional<Path> file(Path file) {
    return forAll.or(
        () -> TrustFile.find(Check.folder(file)).map(found -> Paths.from(file, found)));
  }

  private Optional<TrustContext> read(Path path) {
    if (!Files.isRegularFile(path)) {
      String what = Files.exists(path) ? " is no file" : " does not exist";
      throw new Refused("the trust policy " + path + what + ". Check --trust.");
    }
    TrustReader.Result result = TrustReader.read(Paths.asTyped(path));
    problems.addAll(result.problems());
    History history = GitHistory.of(path);
    return result.trusted().map(trusted -> new TrustContext(Optional.of(trusted), history));
  }
}
