package dev.countersign.cli.revision;

import dev.countersign.cli.console.Refused;
import dev.countersign.cli.git.QuietSystem;
import dev.countersign.model.yaml.Problems;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A git repository on this machine, opened for reading. */
final class GitRepository implements AutoCloseable {
  /** How many names an error lists. */
  private static final int LISTED = 8;

  private final Repository git;
  private final Path folder;

  private GitRepository(Repository git, Path folder) {
    this.git = git;
    this.folder = folder;
  }

  /**
   * Opens the repository that a folder is in.
   *
   * @param instead what to do where it is in none, one sentence
   * @throws Refused if it is in none
   */
  static GitRepository at(Path folder, String instead) {
    QuietSystem.install();
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(nearest(folder).toFile()).setMustExist(true);
    File found = builder.getGitDir();
    if (found == null) {
      throw new Refused(
          (folder.toString().equals(".") ? "this folder" : folder.toString())
              + " is in no git repository. "
              + instead);
    }
    try {
      return new GitRepository(builder.build(), folder);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Refused(
          found + " cannot be read as a git repository: it is damaged, or of a newer format.");
    }
  }

  /** The folder itself or the nearest above it that exists. */
  private static Path nearest(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    while (!Files.isDirectory(at)) {
      Path parent = at.getParent();
      if (parent == null) {
        return at;
      }
      at = parent;
    }
    return at;
  }

  /** The folder with the files that are worked on; a bare repository has none. */
  Optional<Path> workTree() {
    return git.isBare() ? Optional.empty() : Optional.of(git.getWorkTree().toPath());
  }

  /** The files of a revision. */
  TreeFiles files(Revision revision) {
    return new TreeFiles(git, revision);
  }

  /** Whether a name is a revision. */
  boolean knows(String name) {
    try {
      return commit(name).isPresent();
    } catch (Refused ambiguous) {
      return true;
    }
  }

  /**
   * The commit that a name stands for.
   *
   * @throws Refused if there is none
   */
  Revision revision(String name) {
    return revision(name, commit(name).orElseThrow(() -> unknown(name)));
  }

  /**
   * The commit from which two others came.
   *
   * @throws Refused if there is none
   */
  Revision mergeBase(Revision one, Revision other) {
    try (RevWalk walk = new RevWalk(git)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(ObjectId.fromString(one.commit())));
      walk.markStart(walk.parseCommit(ObjectId.fromString(other.commit())));
      RevCommit base = walk.next();
      if (base != null) {
        return revision(one.name() + "..." + other.name(), base.getId());
      }
    } catch (IOException unreadable) {
      throw damaged(one.name());
    }
    throw new Refused(
        "%s and %s have no common commit in this repository.%s"
            .formatted(one.name(), other.name(), shallow()));
  }

  private Revision revision(String name, ObjectId id) {
    try (RevWalk walk = new RevWalk(git)) {
      var committer = walk.parseCommit(id).getCommitterIdent();
      return new Revision(
          name,
          id.getName(),
          committer.getWhenAsInstant().atZone(committer.getZoneId()).toLocalDate());
    } catch (IOException unreadable) {
      throw damaged(name);
    }
  }

  private Optional<ObjectId> commit(String name) {
    try {
      return Optional.ofNullable(git.resolve(name + "^{commit}"));
    } catch (AmbiguousObjectException several) {
      throw new Refused(
          "'%s' is the start of several ids in this repository. Write more of it.".formatted(name));
    } catch (RevisionSyntaxException | IncorrectObjectTypeException none) {
      return Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      // The library answers some misspelt revisions with exceptions of its own insides.
      return Optional.empty();
    }
  }

  private Refused unknown(String name) {
    List<String> names = names();
    String nearest =
        new Problems()
            .suggest(name, names)
            .map(near -> " Did you mean " + near + "?")
            .orElse(names.isEmpty() ? " It has no branches and no tags." : listed(names));
    return new Refused(
        "there is no revision '%s' in %s.%s%s".formatted(name, shown(), nearest, shallow()));
  }

  private String shown() {
    return folder.toString().equals(".")
        ? "this repository"
        : "the repository that " + folder + " is in";
  }

  private static String listed(List<String> names) {
    String more = names.size() > LISTED ? ", …" : ".";
    return " There are "
        + String.join(", ", names.subList(0, Math.min(LISTED, names.size())))
        + more;
  }

  /** Branches first, then those of others, then tags. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    try {
      for (String prefix : List.of(Constants.R_HEADS, Constants.R_REMOTES, Constants.R_TAGS)) {
        git.getRefDatabase().getRefsByPrefix(prefix).stream()
            .map(Ref::getName)
            .map(Repository::shortenRefName)
            .sorted()
            .forEach(names::add);
      }
    } catch (IOException unreadable) {
      return List.of();
    }
    return names;
  }

  private String shallow() {
    boolean shallow = new File(git.getCommonDirectory(), "shallow").exists();
    return shallow
        ? " This clone is shallow: fetch more with git fetch --unshallow, or with fetch-depth: 0 in"
            + " a workflow."
        : "";
  }

  private Refused damaged(String name) {
    return new Refused("the objects of " + name + " cannot be read." + shallow());
  }

  @Override
  public void close() {
    git.close();
  }
}
