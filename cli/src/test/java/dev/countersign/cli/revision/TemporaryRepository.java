package dev.countersign.cli.revision;

import dev.countersign.cli.git.QuietSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A git repository for one test. */
public final class TemporaryRepository implements AutoCloseable {
  private static final Instant DAY = Instant.parse("2026-11-01T12:00:00Z");

  private final Path folder;
  private final Git git;

  /** An empty one with the branch {@code main}. */
  public TemporaryRepository(Path folder) {
    QuietSystem.install();
    this.folder = folder;
    try {
      git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    } catch (GitAPIException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  /** Writes a file. */
  public TemporaryRepository file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What a file holds. */
  public String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes a file with one text in place of another, which has to be there. */
  public TemporaryRepository replace(String name, String text, String other) {
    String was = text(name);
    if (!was.contains(text)) {
      throw new IllegalArgumentException(name + " has no " + text);
    }
    return file(name, was.replace(text, other));
  }

  /** Commits everything, and tags it. */
  public TemporaryRepository commit(String tag) {
    try {
      PersonIdent who = new PersonIdent("T", "t@x.example", DAY, ZoneOffset.UTC);
      git.add().addFilepattern(".").call();
      git.add().addFilepattern(".").setUpdate(true).call();
      git.commit().setMessage(tag).setSign(false).setAuthor(who).setCommitter(who).call();
      git.tag().setName(tag).setAnnotated(false).setSigned(false).call();
      return this;
    } catch (GitAPIException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Goes on from a revision on a branch of its own. */
  public TemporaryRepository branch(String name, String from) {
    try {
      git.checkout().setCreateBranch(true).setName(name).setStartPoint(from).call();
      return this;
    } catch (GitAPIException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A copy without files to work on. */
  public void cloneBare(Path to) {
    try {
      Git.cloneRepository()
          .setURI(folder.toUri().toString())
          .setDirectory(to.toFile())
          .setBare(true)
          .call()
          .close();
    } catch (GitAPIException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    git.close();
  }
}
