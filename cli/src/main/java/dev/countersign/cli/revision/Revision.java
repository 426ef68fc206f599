package dev.countersign.cli.revision;

import java.time.LocalDate;

/**
 * A commit of a repository.
 *
 * @param name as the user wrote it
 * @param commit its id, 40 hex digits
 * @param day on which it was committed, where its committer was
 */
public record Revision(String name, String commit, LocalDate day) {
  /** The first digits of its id, for people. */
  public String brief() {
    return commit.substring(0, 10);
  }
}
