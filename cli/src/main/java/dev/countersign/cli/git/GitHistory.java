package dev.countersign.cli.git;

import dev.countersign.assess.trust.History;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Which files of a git repository changed together. Looks at what is not committed, then along the
 * first parents: a merge counts as the one change that it is for the branch.
 */
public final class GitHistory implements History {
  /** How many commits are looked at. */
  static final int MOST_COMMITS = 200;

  private static final int MOST_BYTES = 64 << 20;

  private final Path root;

  private GitHistory(Path root) {
    this.root = root;
  }

  /**
   * The history of the repository of a file; nothing of it is read yet.
   *
   * @param file an existing file
   */
  public static History of(Path file) {
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    return new GitHistory(dev.countersign.model.Repository.rootOf(folder));
  }

  @Override
  public Optional<String> changedTogether(Collection<Path> trust, Path statement) {
    // Where the history cannot be read, nothing is known of it: this warns, and decides nothing.
    try (Repository git = open()) {
      List<String> trusted = new ArrayList<>();
      for (Path file : trust) {
        trusted.add(inTree(file));
      }
      return new Search(git, trusted, inTree(statement)).change();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private Repository open() throws IOException {
    QuietSystem.install();
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    Optional.ofNullable(root.getParent()).map(Path::toFile).ifPresent(builder::addCeilingDirectory);
    builder.findGitDir(root.toFile());
    if (builder.getGitDir() == null) {
      throw new IOException("no repository");
    }
    return builder.setMustExist(true).build();
  }

  private String inTree(Path file) throws IOException {
    Path whole = file.toAbsolutePath().normalize();
    Path base = whole.startsWith(root) ? root : root.toRealPath();
    if (!whole.startsWith(base)) {
      throw new IOException("outside of the repository");
    }
    return base.relativize(whole).toString().replace(File.separatorChar, '/');
  }

  /** One question to an open repository. */
  private record Search(Repository git, List<String> trust, String statement) {
    Optional<String> change() throws IOException {
      ObjectId head = git.resolve(Constants.HEAD);
      if (head == null) {
        return Optional.of("files that were never committed");
      }
      try (RevWalk walk = new RevWalk(git)) {
        RevCommit commit = walk.parseCommit(head);
        boolean statementPending = pending(statement, commit);
        boolean trustPending = anyPending(commit);
        if (statementPending || trustPending) {
          return Optional.of("changes that are not committed yet")
              .filter(both -> statementPending && trustPending);
        }
        return committed(walk, commit);
      }
    }

    private Optional<String> committed(RevWalk walk, RevCommit head) throws IOException {
      Set<ObjectId> shallow = git.getObjectDatabase().getShallowCommits();
      RevCommit commit = head;
      for (int seen = 0; seen < MOST_COMMITS; seen++) {
        if (shallow.contains(commit.getId())) {
          return Optional.empty();
        }
        Optional<RevCommit> parent = parent(walk, commit);
        boolean statementChanged = changed(List.of(statement), commit, parent);
        boolean trustChanged = changed(trust, commit, parent);
        if (statementChanged || trustChanged) {
          return Optional.of("commit " + commit.getName().substring(0, 10))
              .filter(both -> statementChanged && trustChanged);
        }
        if (parent.isEmpty()) {
          return Optional.empty();
        }
        commit = parent.get();
      }
      return Optional.empty();
    }

    private static Optional<RevCommit> parent(RevWalk walk, RevCommit commit) throws IOException {
      return commit.getParentCount() == 0
          ? Optional.empty()
          : Optional.of(walk.parseCommit(commit.getParent(0)));
    }

    private boolean changed(List<String> paths, RevCommit commit, Optional<RevCommit> parent)
        throws IOException {
      try (TreeWalk walk = new TreeWalk(git)) {
        walk.addTree(commit.getTree());
        if (parent.isPresent()) {
          walk.addTree(parent.get().getTree());
        } else {
          walk.addTree(new EmptyTreeIterator());
        }
        walk.setRecursive(true);
        walk.setFilter(
            AndTreeFilter.create(PathFilterGroup.createFromStrings(paths), TreeFilter.ANY_DIFF));
        return walk.next();
      }
    }

    private boolean anyPending(RevCommit commit) throws IOException {
      for (String path : trust) {
        if (pending(path, commit)) {
          return true;
        }
      }
      return false;
    }

    /** Whether the file that is worked on has other bytes than the commit. */
    private boolean pending(String path, RevCommit commit) throws IOException {
      try (TreeWalk walk = TreeWalk.forPath(git, path, commit.getTree())) {
        return walk == null || !ids(path).contains(walk.getObjectId(0));
      }
    }

    /** As it is, and as git would store it where it turns the ends of lines. */
    private Set<ObjectId> ids(String path) throws IOException {
      byte[] bytes = bytes(git.getWorkTree().toPath().resolve(path));
      try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
        ObjectId plain = formatter.idFor(Constants.OBJ_BLOB, bytes);
        ObjectId unix = formatter.idFor(Constants.OBJ_BLOB, withoutReturns(bytes));
        return plain.equals(unix) ? Set.of(plain) : Set.of(plain, unix);
      }
    }

    private static byte[] bytes(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(MOST_BYTES);
      }
    }

    private static byte[] withoutReturns(byte[] bytes) {
      byte[] kept = new byte[bytes.length];
      int size = 0;
      for (int i = 0; i < bytes.length; i++) {
        boolean dropped = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
        if (!dropped) {
          kept[size++] = bytes[i];
        }
      }
      return Arrays.copyOf(kept, size);
    }
  }
}
