package dev.countersign.cli.revision;

import dev.countersign.assess.Checked;
import dev.countersign.cli.check.Check;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.console.Refused;
import dev.countersign.model.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The revisions of a git repository, and the systems that each of them holds. */
public final class Revisions implements AutoCloseable {
  private final GitRepository git;
  private final Path from;

  private Revisions(GitRepository git, Path from) {
    this.git = git;
    this.from = from;
  }

  /**
   * Opens the repository that a folder is in.
   *
   * @param instead what to do where it is in none, one sentence
   * @throws Refused if it is in none
   */
  public static Revisions around(Path folder, String instead) {
    return new Revisions(GitRepository.at(folder, instead), folder);
  }

  /** Whether a name is a revision. */
  public boolean knows(String name) {
    return git.knows(name);
  }

  /**
   * The commit that a name stands for: a branch, a tag, an id, {@code HEAD~2}.
   *
   * @throws Refused if there is none; names the nearest
   */
  public Revision revision(String name) {
    return git.revision(name);
  }

  /**
   * The commit from which two others came.
   *
   * @throws Refused if there is none
   */
  public Revision mergeBase(Revision one, Revision other) {
    return git.mergeBase(one, other);
  }

  /** The root of the files that are worked on; a bare repository has none. */
  public Optional<Path> workTree() {
    return git.workTree();
  }

  /**
   * Checks the systems of a revision. Files are named {@code REVISION:PATH}.
   *
   * @param order what to check and how; its paths are those on this machine, whether anything is
   *     there now or not
   * @return without systems where the revision has none at these paths
   */
  public Outcome check(Revision revision, Order order) {
    try (Mirror mirror = Mirror.create()) {
      Relocated relocated = new Relocated(text -> named(text, mirror, revision));
      List<String> under = order.paths().stream().map(this::inTree).toList();
      Snapshot.Copied copied = Snapshot.copy(git.files(revision), mirror, under);
      if (copied.models().isEmpty()) {
        return new Outcome.Done(List.of(), copied.limits(), "", Map.of());
      }
      return check(copied, order, relocated, mirror, revision);
    }
  }

  private static Outcome check(
      Snapshot.Copied copied, Order order, Relocated relocated, Mirror mirror, Revision revision) {
    Order there =
        new Order(copied.models(), order.policy(), order.trust(), order.failOn(), order.asOf());
    try {
      return switch (Check.run(there)) {
        case Outcome.Unreadable wrong ->
            new Outcome.Unreadable(wrong.problems().stream().map(relocated::of).toList());
        case Outcome.Done done -> {
          List<String> limits = new ArrayList<>(copied.limits());
          limits.addAll(done.limits());
          List<Checked> systems = done.systems().stream().map(relocated::of).toList();
          yield new Outcome.Done(systems, limits, done.rules(), done.knowledge());
        }
      };
    } catch (Refused refused) {
      String reason = refused.lines().collect(Collectors.joining("\n"));
      throw new Refused(named(reason, mirror, revision).substring("countersign: ".length()));
    }
  }

  private static String named(String text, Mirror mirror, Revision revision) {
    String prefix = revision.name() + ":";
    String shown = YamlFile.shownName(mirror.root());
    return text.replace(mirror.root() + "/", prefix)
        .replace(mirror.root() + "\\", prefix)
        .replace(shown + "/", prefix);
  }

  /** The path from the root of the repository. */
  private String inTree(Path path) {
    Path root = git.workTree().map(Revisions::real).orElseGet(() -> real(from));
    Path whole = real(path);
    if (!whole.startsWith(root)) {
      throw new Refused(path + " lies outside the repository " + root + ".");
    }
    return root.relativize(whole).toString().replace('\\', '/');
  }

  /** The path with the links on the way to it followed, though the end may not be there. */
  private static Path real(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    try {
      return Files.exists(whole) || parent == null
          ? whole.toRealPath()
          : real(parent).resolve(String.valueOf(whole.getFileName()));
    } catch (IOException unreadable) {
      return whole;
    }
  }

  @Override
  public void close() {
    git.close();
  }
}
