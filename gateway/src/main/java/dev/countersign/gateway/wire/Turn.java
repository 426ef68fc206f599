package dev.countersign.gateway.wire;

import java.util.List;

/**
 * One message of a conversation.
 *
 * @param role who speaks: {@code system}, {@code developer}, {@code user}, {@code assistant},
 *     {@code tool}, or whatever else a client wrote
 * @param text all its text
 * @param answers the id of the call that it is the result of; empty where it is none
 * @param calls what the model asked for
 */
public record Turn(String role, String text, String answers, List<Call> calls) {
  public Turn {
    calls = List.copyOf(calls);
  }

  /**
   * A call of a tool.
   *
   * @param id by which its result is found
   * @param name of the tool
   * @param arguments as the model wrote them, which is JSON at best
   */
  public record Call(String id, String name, String arguments) {}
}
