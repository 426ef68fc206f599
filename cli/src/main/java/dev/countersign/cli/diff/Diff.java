package dev.countersign.cli.diff;

import dev.countersign.assess.Checked;
import dev.countersign.assess.change.SystemChange;
import dev.countersign.assess.change.TreeChange;
import dev.countersign.assess.change.Version;
import dev.countersign.assess.signoff.SignedStatement;
import dev.countersign.cli.check.Check;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.check.SystemFiles;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.revision.Relocated;
import dev.countersign.cli.revision.Revision;
import dev.countersign.cli.revision.Revisions;
import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares what the user names. */
public final class Diff {
  private static final String NO_SINCE =
      "--since compares with a revision of one: leave it out, or name a system in a repository.";

  private final Optional<Path> policy;
  private final Optional<Path> trust;
  private final Days days;

  private Diff(Optional<Path> policy, Optional<Path> trust, Days days) {
    this.policy = policy;
    this.trust = trust;
    this.days = days;
  }

  /** What comparing gave. */
  public sealed interface Result {
    /**
     * Both could be read.
     *
     * @param limits where the search for files stopped early, a sentence each
     */
    record Done(TreeChange change, List<String> limits) implements Result {
      public Done {
        limits = List.copyOf(limits);
      }
    }

    /** Some file of either is wrong: all the problems of all files. */
    record Unreadable(List<Problem> problems) implements Result {
      public Unreadable {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * What the user asked to be compared.
   *
   * @param words what stands before {@code --}: paths or revisions
   * @param limits what stands after it: paths
   * @param separated whether there was a {@code --}
   */
  public record Asked(List<String> words, List<String> limits, boolean separated) {
    public Asked {
      words = List.copyOf(words);
      limits = List.copyOf(limits);
    }
  }

  /**
   * Compares.
   *
   * @param policy judges all systems by that one, otherwise each by the nearest to it
   * @param trust the same for the trust policy
   * @throws Refused if something that is named is not there
   */
  public static Result run(Asked asked, Optional<Path> policy, Optional<Path> trust, Days days) {
    try (Operands.Opened opened = Operands.of(asked.words(), asked.limits(), asked.separated())) {
      return new Diff(policy, trust, days).compare(opened.operands(), opened.repository());
    }
  }

  /**
   * What changed in systems since a revision.
   *
   * @param now the systems as they are
   * @param order how they were checked; its paths are looked at in the revision too
   * @param revision the name of a revision of the repository around the first path
   * @return by the id of the system, where the revision has that system; or what is wrong with the
   *     files of the revision
   */
  public static Since since(Outcome.Done now, Order order, String revision) {
    Path first = order.paths().isEmpty() ? Path.of(".") : order.paths().getFirst();
    try (Revisions repository = Revisions.around(first, NO_SINCE)) {
      Revision then = repository.revision(revision);
      return switch (repository.check(then, order)) {
        case Outcome.Unreadable wrong -> new Since(new TreeMap<>(), wrong.problems());
        case Outcome.Done earlier -> since(now, earlier, then);
      };
    }
  }

  /**
   * What changed in systems since each was signed last. The system as it was is judged by the rules
   * of today, as of the day of its signature.
   *
   * @param now the systems as they are
   * @param order how they were checked
   * @return by the id of the system, where somebody signed it
   */
  public static Since sinceSignOff(Outcome.Done now, Order order) {
    SortedMap<String, SystemChange> changes = new TreeMap<>();
    for (Checked is : now.systems()) {
      is.assessment().signOffs().statements().stream()
          .findFirst()
          .ifPresent(last ->
              changes.put(
                  is.id(),
                  SystemChange.between(
                      version("the sign-off of " + last.day(), asSigned(last, is, order), now),
                      version("now", is, now))));
    }
    return new Since(changes, List.of());
  }

  private static Checked asSigned(SignedStatement last, Checked is, Order order) {
    String file = is.assessment().system().file();
    Order then =
        new Order(
            order.paths(), order.policy(), order.trust(), order.failOn(), last.content().asOf());
    return Check.judge(then).apply(new Relocated(_ -> file).of(last.content().snapshot()));
  }

  /**
   * Changes since a revision.
   *
   * @param changes by the id of the system
   * @param problems what is wrong with the files of the revision; then there are no changes
   */
  public record Since(SortedMap<String, SystemChange> changes, List<Problem> problems) {
    public Since {
      changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
      problems = List.copyOf(problems);
    }
  }

  private static Since since(Outcome.Done now, Outcome.Done earlier, Revision then) {
    SortedMap<String, SystemChange> changes = new TreeMap<>();
    for (Checked was : earlier.systems()) {
      now.systems().stream()
          .filter(is -> is.id().equals(was.id()))
          .findFirst()
          .ifPresent(is ->
              changes.put(
                  is.id(),
                  SystemChange.between(
                      version(then.name(), was, earlier), version("now", is, now))));
    }
    return new Since(changes, List.of());
  }

  private Result compare(Operands operands, Optional<Revisions> repository) {
    Outcome before = check(operands.before(), repository, dayBefore(operands.before()));
    Outcome after = check(operands.after(), repository, days.after());
    List<Problem> problems = new ArrayList<>(problems(before));
    problems.addAll(problems(after));
    if (!(before instanceof Outcome.Done was && after instanceof Outcome.Done is)) {
      return new Result.Unreadable(problems);
    }
    if (was.systems().isEmpty() && is.systems().isEmpty()) {
      throw new Refused(
          "neither %s nor %s has a threat model there. Name the folder of a countersign.yaml."
              .formatted(operands.before().name(), operands.after().name()));
    }
    List<String> limits = new ArrayList<>(was.limits());
    limits.addAll(is.limits());
    String earlier = operands.before().name();
    String later = operands.after().name();
    return new Result.Done(
        TreeChange.between(earlier, versions(earlier, was), later, versions(later, is)), limits);
  }

  private LocalDate dayBefore(Operand before) {
    if (!days.ofCommit()) {
      return days.before().orElse(days.after());
    }
    return switch (before) {
      case Operand.At at -> at.revision().day();
      case Operand.Files _, Operand.WorkTree _ ->
          throw new Refused("--before-as-of commit needs a revision; name a day instead.");
    };
  }

  private Outcome check(Operand operand, Optional<Revisions> repository, LocalDate day) {
    return switch (operand) {
      case Operand.Files files -> Check.run(order(List.of(files.path()), day));
      case Operand.WorkTree tree -> workTree(tree, day);
      case Operand.At at -> repository.orElseThrow().check(at.revision(), order(at.paths(), day));
    };
  }

  /** A system that is gone from the files that are worked on is a change, not a mistake. */
  private Outcome workTree(Operand.WorkTree tree, LocalDate day) {
    List<Path> there =
        tree.paths().stream().filter(Files::exists).filter(SystemFiles::anyIn).toList();
    return there.isEmpty()
        ? new Outcome.Done(List.of(), List.of(), "", Map.of())
        : Check.run(order(there, day));
  }

  private Order order(List<Path> paths, LocalDate day) {
    return new Order(paths, policy, trust, Optional.empty(), day);
  }

  private static List<Problem> problems(Outcome outcome) {
    return outcome instanceof Outcome.Unreadable wrong ? wrong.problems() : List.of();
  }

  private static List<Version> versions(String name, Outcome.Done done) {
    return done.systems().stream().map(checked -> version(name, checked, done)).toList();
  }

  private static Version version(String name, Checked checked, Outcome.Done done) {
    Knowledge knowledge =
        Optional.ofNullable(done.knowledge().get(checked.id())).orElseGet(Knowledge::bundled);
    return new Version(name, checked, system -> Derivation.of(system, knowledge));
  }
}
