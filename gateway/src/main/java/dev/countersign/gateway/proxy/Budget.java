package dev.countersign.gateway.proxy;

import dev.countersign.gateway.config.Limits;
import java.util.concurrent.Semaphore;

/**
 * What all requests may use together, whatever they came by: how many are worked on at the same
 * time, and how many bytes their bodies hold.
 */
public final class Budget {
  /** How many bytes of bodies are taken at once: 16 KiB. */
  public static final int PART = 16 << 10;

  private final Semaphore requests;
  private final Semaphore parts;
  private final int most;

  /**
   * For one gateway.
   *
   * @param bytes that all bodies may hold together
   */
  public Budget(Limits limits, long bytes) {
    this.most = limits.requests();
    this.requests = new Semaphore(most);
    this.parts = new Semaphore(Math.clamp(bytes / PART, 1, Integer.MAX_VALUE));
  }

  /** Begins to work on a request, if there is room; then {@link #ended} must follow. */
  public boolean begins() {
    return requests.tryAcquire();
  }

  /** A request is answered. */
  public void ended() {
    requests.release();
  }

  /** How many requests are worked on. */
  public long active() {
    return (long) most - requests.availablePermits();
  }

  /** Takes room for another {@link #PART} of a body, if there is some. */
  public boolean takes() {
    return parts.tryAcquire();
  }

  /** Gives back the room of so many parts. */
  public void gives(int count) {
    parts.release(count);
  }
}
