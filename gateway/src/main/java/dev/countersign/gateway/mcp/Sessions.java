package dev.countersign.gateway.mcp;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that are open, by ids that nobody can guess. */
final class Sessions {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 32;

  /** What a character of what a session remembers takes, about, in bytes. */
  private static final int BYTES_OF_CHARACTER = 24;

  private final Map<String, Session> open = new ConcurrentHashMap<>();
  private final Map<String, Integer> beginning = new HashMap<>();
  private final long mostCharacters;

  /**
   * With room for so much.
   *
   * @param bytes of memory that all of them together may take, about
   */
  Sessions(long bytes) {
    this.mostCharacters = bytes / BYTES_OF_CHARACTER;
  }

  static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Takes the place of one more session to a server; {@link #begun} must follow. */
  synchronized boolean begins(String path, int most) {
    sweep();
    long there = open.values().stream().filter(one -> one.config().path().equals(path)).count();
    if (there + beginning.getOrDefault(path, 0) >= most) {
      return false;
    }
    beginning.merge(path, 1, Integer::sum);
    return true;
  }

  /** A session that was to begin is there, or will not be. */
  synchronized void begun(String path) {
    beginning.computeIfPresent(path, (key, count) -> count > 1 ? count - 1 : null);
  }

  void add(Session session) {
    open.put(session.id(), session);
  }

  /** A session of this client at this path; one of another is none. */
  Optional<Session> find(String id, String client, String path) {
    return Optional.ofNullable(open.get(id))
        .filter(one -> !one.isOver() && one.isOf(client) && one.config().path().equals(path));
  }

  void end(Session session) {
    open.remove(session.id());
    session.end();
  }

  /** Ends those that nobody uses, and the largest where all together remember too much. */
  void sweep() {
    for (Session session : open.values()) {
      if (session.isOver() || session.isIdle()) {
        end(session);
      }
    }
    while (characters() > mostCharacters) {
      open.values().stream()
          .max((a, b) -> Long.compare(a.characters(), b.characters()))
          .ifPresent(this::end);
    }
  }

  private long characters() {
    return open.values().stream().mapToLong(Session::characters).sum();
  }

  int count() {
    return open.size();
  }

  /** Ends the streams on which nothing but the server speaks. */
  void endListening() {
    open.values().forEach(session -> session.listener().end());
  }

  /** Ends all of them, and waits until servers know it. */
  void endAll() throws InterruptedException {
    List<Session> last = List.copyOf(open.values());
    last.forEach(this::end);
    for (Session session : last) {
      session.link().join();
    }
  }
}
