package dev.countersign.cli.check;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Assessor;
import dev.countersign.assess.Catalogue;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyFile;
import dev.countersign.assess.policy.PolicyReader;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.verdict.Checked;
import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.ModelReader;
import dev.countersign.model.Problem;
import dev.countersign.model.SystemModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks systems: reads, derives, assesses. */
public final class Check {
  private final Order order;
  private final Knowledge knowledge;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Path, Policy> policies = new HashMap<>();

  private Check(Order order, Knowledge knowledge) {
    this.order = order;
    this.knowledge = knowledge;
  }

  /**
   * Does what was asked.
   *
   * @throws Refused if there is nothing to check
   */
  public static Outcome run(Order order) {
    SystemFiles files = SystemFiles.find(order.paths());
    return new Check(order, Knowledge.bundled()).check(files);
  }

  private Outcome check(SystemFiles files) {
    List<Read> read = files.files().stream().flatMap(file -> read(file).stream()).toList();
    if (!problems.isEmpty()) {
      return new Outcome.Unreadable(problems);
    }
    refuseTwins(read);
    return new Outcome.Done(read.stream().map(this::assess).toList(), files.limits());
  }

  /** A system with the policy that it is judged by. */
  private record Read(Path file, SystemModel system, Policy policy) {}

  private Optional<Read> read(Path file) {
    ModelReader.Result result = ModelReader.read(file);
    problems.addAll(result.problems());
    Optional<Policy> policy = policyFor(file);
    return result.model().flatMap(system -> policy.map(by -> new Read(file, system, by)));
  }

  private Optional<Policy> policyFor(Path file) {
    Optional<Path> named = order.policy().or(() -> PolicyFile.find(folder(file)));
    if (named.isEmpty()) {
      return Optional.of(gated(Policy.DEFAULT));
    }
    Path path = named.get();
    Policy known = policies.get(path);
    return known == null ? readPolicy(path) : Optional.of(known);
  }

  private Optional<Policy> readPolicy(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new Refused("the policy " + path + " does not exist. Check --policy.");
    }
    PolicyReader.Result result = PolicyReader.read(Paths.asTyped(path));
    problems.addAll(result.problems());
    Optional<Policy> policy = result.policy().map(this::gated);
    policy.ifPresent(read -> policies.put(path, read));
    return policy;
  }

  private Policy gated(Policy policy) {
    return order.failOn().map(policy::withFailOn).orElse(policy);
  }

  /** Answers, fingerprints and reports go by the id of the system: two of one id would mix. */
  private static void refuseTwins(List<Read> systems) {
    Map<String, Path> seen = new HashMap<>();
    for (Read read : systems) {
      String id = read.system().info().id();
      Path other = seen.putIfAbsent(id, read.file());
      if (other != null) {
        throw new Refused(
            read.file() + " and " + other + " both describe a system " + id + ". Rename one.");
      }
    }
  }

  private Checked assess(Read read) {
    Derivation derivation = Derivation.of(read.system(), knowledge);
    Assessment assessment =
        new Assessor(knowledge, read.policy())
            .assess(read.system(), derivation, order.asOf(), folder(read.file()));
    return new Checked(assessment, Catalogue.of(knowledge), read.policy());
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
