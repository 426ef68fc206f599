package dev.countersign.gateway.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads server-sent events (HTML Living Standard, section 9.2), however they are cut into packets.
 * Comments are left out.
 */
public final class EventReader {
  private static final int BUFFER = 8192;
  private static final Pattern RETRY = Pattern.compile("[0-9]{1,9}");

  private final InputStream in;
  private final int most;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int end;
  private boolean afterReturn;
  private String lastId = "";
  private Duration retry = Duration.ofSeconds(1);

  /**
   * From a stream.
   *
   * @param most bytes of one event
   */
  public EventReader(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /**
   * The next event.
   *
   * @return empty at the end; an event that was cut off there is none
   * @throws IOException if reading fails
   * @throws Malformed if an event is too large
   */
  public Optional<Event> next() throws IOException, Malformed {
    String name = "";
    StringBuilder data = new StringBuilder();
    boolean any = false;
    for (Optional<String> got = line(); got.isPresent(); got = line()) {
      String text = got.get();
      if (text.isEmpty() && any) {
        return Optional.of(new Event(name, data.toString()));
      }
      if (text.startsWith("data:")) {
        data.append(any ? "\n" : "").append(value(text, "data:"));
        any = true;
      } else if (text.startsWith("event:")) {
        name = value(text, "event:");
      } else if (text.startsWith("id:")) {
        lastId = value(text, "id:");
      } else if (text.startsWith("retry:")) {
        retry(value(text, "retry:"));
      } else if (text.isEmpty()) {
        name = "";
      }
      if (data.length() > most) {
        throw new Malformed("An event is too large.");
      }
    }
    return Optional.empty();
  }

  /** The id of the last event that had one: from there on a stream can be taken up again. */
  public String lastId() {
    return lastId;
  }

  /** How long to wait before that, as the server says. */
  public Duration retry() {
    return retry;
  }

  private void retry(String millis) {
    if (RETRY.matcher(millis).matches()) {
      retry = Duration.ofMillis(Long.parseLong(millis));
    }
  }

  private static String value(String line, String field) {
    int from = field.length();
    return line.substring(line.startsWith(" ", from) ? from + 1 : from);
  }

  private Optional<String> line() throws IOException, Malformed {
    line.reset();
    while (true) {
      if (at == end && !fill()) {
        return Optional.empty();
      }
      byte next = buffer[at++];
      if (next == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = next == '\r';
      if (next == '\n' || next == '\r') {
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      if (line.size() >= most) {
        throw new Malformed("An event is too large.");
      }
      line.write(next);
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
