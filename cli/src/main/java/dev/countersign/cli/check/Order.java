package dev.countersign.cli.check;

import dev.countersign.assess.policy.Gate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked to be checked.
 *
 * @param paths files, or folders to look in
 * @param policy the policy to judge by; otherwise the nearest to each system
 * @param trust the trust policy; otherwise the nearest to each system
 * @param failOn the gate in place of the policy's
 * @param asOf the day of the verdict
 */
public record Order(
    List<Path> paths,
    Optional<Path> policy,
    Optional<Path> trust,
    Optional<Gate> failOn,
    LocalDate asOf) {
  public Order {
    paths = List.copyOf(paths);
  }
}
