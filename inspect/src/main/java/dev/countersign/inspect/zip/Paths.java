package dev.countersign.inspect.zip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths of members, which are text and never of a file system. */
final class Paths {
  private Paths() {}

  /** A path relative to a member's folder; empty where it would leave the archive. */
  static Optional<String> beside(String of, String path) {
    if (path.startsWith("/") || path.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    String folder = of.substring(0, of.lastIndexOf('/') + 1);
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + path).split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
