package dev.countersign.cli.check;

import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyFile;
import dev.countersign.assess.policy.PolicyReader;
import dev.countersign.cli.console.Refused;
import dev.countersign.model.ProblemText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The policy that holds for something that is not a system. */
public final class PolicyAround {
  private PolicyAround() {}

  /**
   * The policy that is named, the nearest to a file or folder, or the default.
   *
   * @throws Refused if it cannot be read, with everything that is wrong with it
   */
  public static Policy of(Path path, Optional<Path> named) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = Files.isDirectory(absolute) ? absolute : absolute.resolveSibling("");
    return named.or(() -> PolicyFile.find(folder)).map(PolicyAround::read).orElse(Policy.DEFAULT);
  }

  private static Policy read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Refused("the policy " + file + " is no file. Check --policy.");
    }
    PolicyReader.Result result = PolicyReader.read(Paths.asTyped(file));
    return result
        .policy()
        .orElseThrow(
            () -> new Refused(file + " is wrong.\n" + ProblemText.render(result.problems())));
  }
}
