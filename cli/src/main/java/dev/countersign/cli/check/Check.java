package dev.countersign.cli.check;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Assessor;
import dev.countersign.assess.Catalogue;
import dev.countersign.assess.Checked;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyFile;
import dev.countersign.assess.policy.PolicyReader;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.cli.console.Refused;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks systems: reads, derives, assesses. */
public final class Check {
  private final Order order;
  private final Knowledge bundled = Knowledge.bundled();
  private final ExtraPacks packs = new ExtraPacks(bundled);
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Path, Optional<Ruling>> rulings = new HashMap<>();
  private final TrustFiles trust;

  private Check(Order order) {
    this.order = order;
    this.trust = new TrustFiles(order.trust(), problems);
  }

  /**
   * Does what was asked.
   *
   * @throws Refused if there is nothing to check
   */
  public static Outcome run(Order order) {
    SystemFiles files = SystemFiles.find(order.paths());
    return new Check(order).check(files);
  }

  /**
   * Judges systems that are not saved as they are, each as the file that it was read from would be.
   *
   * @return gives a system with what follows from it
   */
  public static Function<SystemModel, Checked> judge(Order order) {
    Check check = new Check(order);
    return system -> check.judge(system);
  }

  private Checked judge(SystemModel system) {
    Path file = Path.of(system.file());
    return judgedBy(file, system)
        .map(this::assess)
        .orElseThrow(() -> new Refused("a policy has become unreadable. Check it first."));
  }

  private Outcome check(SystemFiles files) {
    List<Read> read = files.files().stream().flatMap(file -> read(file).stream()).toList();
    problems.addAll(packs.problems());
    if (!problems.isEmpty()) {
      return new Outcome.Unreadable(problems);
    }
    refuseTwins(read);
    return new Outcome.Done(
        read.stream().map(this::assess).toList(),
        files.limits(),
        bundled.digest(),
        read.stream()
            .collect(
                Collectors.toMap(by -> by.system().info().id(), by -> by.ruling().knowledge())));
  }

  /** A system with what it is judged by. */
  private record Read(Path file, SystemModel system, Ruling ruling, TrustContext trust) {}

  /** A policy with everything that is known under it. */
  private record Ruling(Policy policy, Knowledge knowledge) {}

  private Optional<Read> read(Path file) {
    ModelReader.Result result = ModelReader.read(file);
    problems.addAll(result.problems());
    if (result.model().isEmpty()) {
      rulingFor(file);
      trust.around(file);
    }
    return result.model().flatMap(system -> judgedBy(file, system));
  }

  private Optional<Read> judgedBy(Path file, SystemModel system) {
    Optional<Ruling> ruling = rulingFor(file);
    Optional<TrustContext> trusted = trust.around(file);
    return ruling.flatMap(by -> trusted.map(whom -> new Read(file, system, by, whom)));
  }

  private Optional<Ruling> rulingFor(Path file) {
    return order
        .policy()
        .or(() -> PolicyFile.find(folder(file)).map(found -> Paths.from(file, found)))
        .map(path -> rulings.computeIfAbsent(path, this::ruling))
        .orElseGet(() -> Optional.of(new Ruling(gated(Policy.DEFAULT), bundled)));
  }

  private Optional<Ruling> ruling(Path path) {
    if (!Files.isRegularFile(path)) {
      String what = Files.exists(path) ? " is no file" : " does not exist";
      throw new Refused("the policy " + path + what + ". Check --policy.");
    }
    PolicyReader.Result result = PolicyReader.read(Paths.asTyped(path));
    problems.addAll(result.problems());
    return result.policy().map(this::gated).map(policy -> new Ruling(policy, packs.under(policy)));
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
            other + " and " + read.file() + " both describe a system " + id + ". Rename one.");
      }
    }
  }

  private Checked assess(Read read) {
    Knowledge knowledge = read.ruling().knowledge();
    Derivation derivation = Derivation.of(read.system(), knowledge);
    Assessment assessment =
        new Assessor(knowledge, read.ruling().policy(), read.trust())
            .assess(read.system(), derivation, order.asOf(), folder(read.file()));
    return new Checked(
        assessment, Catalogue.of(knowledge), read.ruling().policy(), knowledge.digest());
  }

  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
