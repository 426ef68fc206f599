package dev.countersign.gateway.mcp;

import dev.countersign.attest.json.Limits;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.gateway.wire.Malformed;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Reads what servers say: JSON that can be read in one way only, of the form of JSON-RPC. */
final class Messages {
  private static final int DEPTH = 64;

  private Messages() {}

  /** A message; empty if it is none. How many bytes it may have is the caller's business. */
  static Optional<ObjectNode> read(byte[] bytes) {
    try {
      ObjectNode message = StrictJson.object(bytes, new Limits(Math.max(2, bytes.length), DEPTH));
      JsonRpc.kind(message);
      return Optional.of(message);
    } catch (MalformedJson | Malformed wrong) {
      return Optional.empty();
    }
  }
}
