package dev.countersign.watch.log;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.EventBuilder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads the inference log ({@code docs/inference-log.md}).
 *
 * <p>Strict: a line is an object of JSON with version 1, a time and an id, and members that are
 * known have the type that they are said to have; else it is refused. null counts as not there.
 * Members that are not known are passed over; of several of one name the last one counts. Names are
 * cut at 512 characters.
 */
public final class EventParser implements LineParser {
  private static final long VERSION = 1;

  private final LongSupplier latest;
  private final JsonCursor cursor = new JsonCursor();
  private final Timestamps times = new Timestamps();
  private final Asked asked = new Asked();
  private boolean versioned;
  private long time;
  private String id = "";
  private String protocol = "";
  private String text = "";

  /**
   * A parser.
   *
   * @param latest the latest time that an event can have, in milliseconds since 1970: what is later
   *     is refused, for it would make everything after it look late
   */
  public EventParser(LongSupplier latest) {
    this.latest = latest;
  }

  @Override
  public Parsed parse(byte[] bytes, int from, int to, Supplier<String> name) {
    cursor.begin(bytes, from, to);
    try {
      return new Parsed.Read(event());
    } catch (Refusal refusal) {
      return refusal.refused(from);
    }
  }

  private Event event() throws Refusal {
    asked.clear();
    versioned = false;
    time = Timestamps.NONE;
    id = "";
    protocol = "";
    text = "";
    EventBuilder event = Event.at(0, "");
    boolean more = cursor.enter('{', '}');
    while (more) {
      member(cursor.name(), event);
      more = cursor.more('}');
    }
    cursor.end();
    require();
    return event.time(time).id(id).rows(asked.rows()).text(message()).build();
  }

  private void require() throws Refusal {
    if (!versioned) {
      throw new Refusal(Reason.FORM, cursor.at, "\"v\" is not there; 1 was expected");
    }
    if (time == Timestamps.NONE) {
      throw new Refusal(Reason.MISSING, cursor.at, "time");
    }
    if (id.isEmpty()) {
      throw new Refusal(Reason.MISSING, cursor.at, "id");
    }
    if (time > latest.getAsLong()) {
      throw new Refusal(Reason.CLOCK, cursor.at, "time");
    }
  }

  private String message() {
    return protocol.equals("openai") && text.startsWith("{") ? ChatText.of(text) : text;
  }

  private void member(String name, EventBuilder event) throws Refusal {
    switch (name) {
      case "id", "client", "session" -> own(name, own(name), event);
      case "system", "model", "source", "protocol", "operation", "outcome" ->
          shared(name, shared(name), event);
      case "v" -> version();
      case "time" -> time = time();
      case "status", "tokens_in", "tokens_out" -> whole(name, event);
      case "ms" -> event.millis(cursor.tookNull() ? Event.UNKNOWN : cursor.numbers.real(name));
      default -> part(name, event);
    }
  }

  private void own(String name, String value, EventBuilder event) {
    switch (name) {
      case "id" -> id = value;
      case "client" -> event.client(value);
      default -> event.session(value);
    }
  }

  private void shared(String name, String value, EventBuilder event) {
    switch (name) {
      case "system" -> event.system(value);
      case "model" -> event.model(value);
      case "source" -> event.source(value);
      case "protocol" -> protocol = value;
      case "operation" -> event.operation(value);
      default -> event.outcome(value);
    }
  }

  private void whole(String name, EventBuilder event) throws Refusal {
    long value = cursor.whole(name, Event.UNKNOWN);
    switch (name) {
      case "status" -> event.status((int) Math.max(0, Math.min(999, value)));
      case "tokens_in" -> event.tokensIn(value);
      default -> event.tokensOut(value);
    }
  }

  private void part(String name, EventBuilder event) throws Refusal {
    switch (name) {
      case "input" -> event.bytesIn(payload(name, true));
      case "output" -> event.bytesOut(payload(name, false));
      case "features" -> features();
      case "result" -> result();
      case "tools" -> event.tools(Gates.names(cursor, name));
      case "gates" -> event.gates(Gates.notes(cursor));
      default -> cursor.skip();
    }
  }

  private void version() throws Refusal {
    long version = cursor.numbers.whole("v");
    if (version != VERSION) {
      throw new Refusal(Reason.FORM, cursor.at, "\"v\" is not 1");
    }
    versioned = true;
  }

  private long time() throws Refusal {
    int from = cursor.at;
    long read = times.millis(own("time"));
    if (read == Timestamps.NONE) {
      throw new Refusal(Reason.TIME, from, "a time as in 2026-11-27T16:55:03.164Z was expected");
    }
    return read;
  }

  private String own(String member) throws Refusal {
    if (cursor.tookNull()) {
      return "";
    }
    texts(member);
    return JsonText.cut(cursor.strings.text());
  }

  private String shared(String member) throws Refusal {
    if (cursor.tookNull()) {
      return "";
    }
    texts(member);
    return JsonText.cut(cursor.strings.word());
  }

  private void texts(String member) throws Refusal {
    if (cursor.peek() != '"') {
      throw cursor.wrongType(member);
    }
  }

  private long payload(String member, boolean keepsText) throws Refusal {
    long bytes = Event.UNKNOWN;
    if (cursor.tookNull()) {
      return bytes;
    }
    if (cursor.peek() != '{') {
      throw cursor.wrongType(member);
    }
    boolean more = cursor.enter('{', '}');
    while (more) {
      String name = cursor.name();
      if (name.equals("bytes")) {
        bytes = cursor.whole(name, Event.UNKNOWN);
      } else if (keepsText && name.equals("text") && cursor.peek() == '"') {
        text = cursor.strings.text();
      } else {
        cursor.skip();
      }
      more = cursor.more('}');
    }
    return bytes;
  }

  private void features() throws Refusal {
    if (!cursor.tookNull()) {
      arrays("features", '[');
      asked.features(cursor);
    }
  }

  private void result() throws Refusal {
    if (!cursor.tookNull()) {
      arrays("result", '{');
      asked.result(cursor);
    }
  }

  private void arrays(String member, char open) throws Refusal {
    if (cursor.peek() != open) {
      throw cursor.wrongType(member);
    }
  }
}
