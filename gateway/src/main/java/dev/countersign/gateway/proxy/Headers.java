package dev.countersign.gateway.proxy;

import dev.countersign.gateway.upstream.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Which headers go on. Those of one connection do not (RFC 9110, section 7.6.1), nor those that the
 * gateway says itself.
 */
final class Headers {
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");
  private static final Set<String> OF_REQUESTS =
      Set.of(
          "host", "content-length", "expect", "accept-encoding", "http2-settings", "x-request-id");
  private static final Set<String> OF_TRACES = Set.of("traceparent", "tracestate");
  private static final Set<String> OF_ANSWERS =
      Set.of("content-length", "server", "date", "alt-svc", "x-request-id");

  private Headers() {}

  /**
   * What an upstream is told. Its answer must not be compressed: gates read it.
   *
   * @param trace in place of the client's; empty where the client's goes on
   */
  static List<Map.Entry<String, String>> toUpstream(
      HttpFields fields, String id, List<Map.Entry<String, String>> trace) {
    List<String> named = named(fields);
    List<Map.Entry<String, String>> kept = new ArrayList<>();
    for (HttpField field : fields) {
      String name = field.getLowerCaseName();
      boolean dropped =
          OF_ONE_CONNECTION.contains(name) || OF_REQUESTS.contains(name) || named.contains(name);
      if (!dropped && field.getValue() != null) {
        kept.add(Map.entry(name, field.getValue()));
      }
    }
    if (!trace.isEmpty()) {
      kept.removeIf(header -> OF_TRACES.contains(header.getKey()));
      kept.addAll(trace);
    }
    kept.add(Map.entry("accept-encoding", "identity"));
    kept.add(Map.entry("x-request-id", id));
    return kept;
  }

  /** What a client is told. */
  static List<Map.Entry<String, String>> toClient(Answer answer, String id) {
    HttpFields fields = answer.headers();
    List<String> named = named(fields);
    List<Map.Entry<String, String>> kept = new ArrayList<>();
    for (HttpField field : fields) {
      String name = field.getLowerCaseName();
      boolean dropped =
          OF_ONE_CONNECTION.contains(name) || OF_ANSWERS.contains(name) || named.contains(name);
      if (!dropped && field.getValue() != null) {
        kept.add(Map.entry(field.getName(), field.getValue()));
      }
    }
    kept.add(Map.entry("x-request-id", id));
    return kept;
  }

  /** Headers that are of one connection because {@code Connection} names them. */
  private static List<String> named(HttpFields fields) {
    return fields.getCSV(HttpHeader.CONNECTION, false).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }
}
