package dev.countersign.gateway.mcp;

import dev.countersign.gateway.upstream.UpstreamFailed;
import tools.jackson.databind.node.ObjectNode;

/** The way to a server of tools, for one session. Used by several threads. */
interface Link extends AutoCloseable {
  /** Takes what a server says besides the response that is waited for. */
  @FunctionalInterface
  interface Sink {
    /** Takes a request or a notification, whose form was checked. */
    void accept(ObjectNode message);
  }

  /**
   * Asks, and waits for the response.
   *
   * @param others takes what comes before it
   * @throws UpstreamFailed if there is none in time
   */
  ObjectNode ask(ObjectNode request, Sink others) throws UpstreamFailed, InterruptedException;

  /** Tells a notification, or the response to what the server asked. */
  void tell(ObjectNode message) throws UpstreamFailed, InterruptedException;

  /** From now on takes what the server says by itself. */
  void listen(Sink others);

  /** Which version of the protocol was agreed on. */
  void agreed(String version);

  /** Whether the server has ended the session, or its process has. */
  boolean isOver();

  /** Ends the session. Does not wait for the server. */
  @Override
  void close();

  /** Waits until the server knows that it has ended, or for some seconds. */
  void join() throws InterruptedException;
}
