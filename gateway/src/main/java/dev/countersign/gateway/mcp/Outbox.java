package dev.countersign.gateway.mcp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * What waits to go to the client on one stream. One thread takes; others put. A client that does
 * not read loses messages, and stops nobody.
 */
final class Outbox {
  private static final int MOST = 64;
  private static final long PATIENCE_SECONDS = 5;

  private final BlockingQueue<Optional<ObjectNode>> queue = new ArrayBlockingQueue<>(MOST);
  private volatile boolean ended;

  /** Puts a message; whether there was room for it in time. */
  boolean put(ObjectNode message) {
    try {
      return !ended && queue.offer(Optional.of(message), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Nothing comes any more. */
  void end() {
    ended = true;
    // Wakes whoever waits; in a full queue nobody does.
    var _ = queue.offer(Optional.empty());
  }

  /** Whether all has been taken. */
  boolean isOver() {
    return ended && queue.stream().allMatch(Optional::isEmpty);
  }

  /** The next message; empty if none came in time, or at the end. */
  Optional<ObjectNode> next(Duration patience) throws InterruptedException {
    Optional<ObjectNode> next = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    return next == null ? Optional.empty() : next;
  }
}
