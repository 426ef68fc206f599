package dev.countersign.gateway.upstream;

import java.io.InputStream;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;

/**
 * What a server answered.
 *
 * @param status of HTTP
 * @param headers as they came
 * @param body of it
 */
public record Answer(int status, HttpFields headers, Body body) {
  /** The body of an answer. */
  public sealed interface Body {
    /** All of it. */
    @SuppressWarnings("ArrayRecordComponent") // read once, by whoever asked
    record Whole(byte[] bytes) implements Body {}

    /** Server-sent events as they come; reading fails when nothing comes for too long. */
    record Events(InputStream stream) implements Body {}
  }

  /** A header, or nothing. */
  public String header(String name) {
    return Objects.requireNonNullElse(headers.get(name), "");
  }

  /** Whether the request was fulfilled. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }
}
