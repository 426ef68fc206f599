package dev.countersign.gateway.grpc;

import dev.countersign.gateway.proxy.Refusal;
import dev.countersign.gateway.proxy.RequestId;
import io.grpc.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which metadata go on: those that are no matter of one connection, and not the gateway's own. */
final class MetadataRules {
  static final Metadata.Key<String> REQUEST_ID = key(RequestId.HEADER);

  /** The word for why a call was refused. */
  static final Metadata.Key<String> CODE = key("x-error-code");

  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "date",
          "host",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "server",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          RequestId.HEADER);

  private static final Set<String> OF_TRACES = Set.of("traceparent", "tracestate");

  private MetadataRules() {}

  /**
   * What a server is told before a message.
   *
   * @param trace in place of the client's; empty where the client's goes on
   */
  static Metadata headers(Metadata given, String id, List<Map.Entry<String, String>> trace) {
    Metadata kept = headers(given, id);
    if (!trace.isEmpty()) {
      OF_TRACES.forEach(name -> discard(kept, name));
      trace.forEach(header -> kept.put(key(header.getKey()), header.getValue()));
    }
    return kept;
  }

  /** What a client is told before an answer. */
  static Metadata headers(Metadata given, String id) {
    Metadata kept = trailers(given);
    kept.put(REQUEST_ID, id);
    return kept;
  }

  /** What a client is told with a server's status. */
  static Metadata trailers(Metadata given) {
    Metadata kept = new Metadata();
    kept.merge(given);
    for (String name : List.copyOf(given.keys())) {
      if (name.startsWith("grpc-") || name.startsWith(":") || OF_ONE_CONNECTION.contains(name)) {
        discard(kept, name);
      }
    }
    return kept;
  }

  /** What a client is told with a refusal. */
  static Metadata refusal(Refusal refusal, String id) {
    Metadata trailers = new Metadata();
    trailers.put(REQUEST_ID, id);
    trailers.put(CODE, refusal.code());
    return trailers;
  }

  private static void discard(Metadata from, String name) {
    if (name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
      from.discardAll(Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER));
    } else {
      from.discardAll(key(name));
    }
  }

  static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
