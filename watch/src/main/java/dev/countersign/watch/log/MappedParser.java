package dev.countersign.watch.log;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.EventBuilder;
import dev.countersign.watch.event.Rows;
import dev.countersign.watch.log.Mapping.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads the lines of a foreign log by a {@link Mapping}. Less strict than {@link EventParser},
 * since nobody promised a form: what is not there, or of another type, is not known. But a line
 * without a time is refused.
 */
public final class MappedParser implements LineParser {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Parsed OTHER = new Parsed.Refused(Reason.OTHER, 0, Reason.OTHER.says());
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private final Mapping mapping;
  private final LongSupplier latest;
  private final TreeRows rows;
  private final Timestamps times = new Timestamps();

  /**
   * A parser.
   *
   * @param latest as for {@link EventParser}
   */
  public MappedParser(Mapping mapping, LongSupplier latest) {
    this.mapping = mapping;
    this.latest = latest;
    this.rows = new TreeRows(mapping.columns());
  }

  @Override
  public Parsed parse(byte[] bytes, int from, int to, Supplier<String> name) {
    try {
      JsonNode line = JSON.readTree(bytes, from, to - from);
      if (!line.isObject()) {
        return new Parsed.Refused(Reason.JSON, 0, "an object was expected");
      }
      return isAsked(line) ? new Parsed.Read(event(line, name)) : OTHER;
    } catch (JacksonException wrong) {
      return new Parsed.Refused(Reason.JSON, 0, "it is no JSON");
    } catch (Refusal refusal) {
      return refusal.refused(0);
    }
  }

  private boolean isAsked(JsonNode line) {
    return mapping.only().entrySet().stream()
        .allMatch(one -> one.getValue().contains(line.at(one.getKey()).asString("")));
  }

  private Event event(JsonNode line, Supplier<String> name) throws Refusal {
    long time = time(line);
    String id = text(line, Field.ID);
    EventBuilder event = Event.at(time, id.isEmpty() ? name.get() : id);
    long status = whole(line, Field.STATUS);
    event.system(text(line, Field.SYSTEM)).model(text(line, Field.MODEL));
    event.client(text(line, Field.CLIENT)).source(text(line, Field.SOURCE));
    event.session(text(line, Field.SESSION)).operation(text(line, Field.OPERATION));
    event.status((int) Math.max(0, Math.min(999, status))).outcome(outcome(line, status));
    event.millis(millis(line, time));
    event.bytesIn(whole(line, Field.BYTES_IN)).bytesOut(whole(line, Field.BYTES_OUT));
    event.tokensIn(whole(line, Field.TOKENS_IN)).tokensOut(whole(line, Field.TOKENS_OUT));
    event.rows(rows(line)).text(asked(line)).tools(tools(line));
    return event.build();
  }

  private long time(JsonNode line) throws Refusal {
    JsonNode node = find(line, Field.TIME);
    if (node.isMissingNode()) {
      throw new Refusal(Reason.MISSING, 0, "time");
    }
    long time = millis(node);
    if (time == Timestamps.NONE) {
      throw new Refusal(Reason.TIME, 0, "time");
    }
    if (time > latest.getAsLong()) {
      throw new Refusal(Reason.CLOCK, 0, "time");
    }
    return time;
  }

  private long millis(JsonNode node) {
    if (node.isNumber()) {
      return Epochs.millis(node.doubleValue());
    }
    long time = times.millis(node.asString(""));
    return time == Timestamps.NONE ? Epochs.millis(node.asDouble(Double.NaN)) : time;
  }

  private double millis(JsonNode line, long begun) {
    JsonNode took = find(line, Field.MILLIS);
    JsonNode end = find(line, Field.END);
    if (took.isMissingNode() && !end.isMissingNode() && millis(end) != Timestamps.NONE) {
      return Math.max(0, millis(end) - begun);
    }
    return took.asDouble(Event.UNKNOWN);
  }

  private String outcome(JsonNode line, long status) {
    String said = text(line, Field.OUTCOME);
    if (!said.isEmpty()) {
      return said;
    }
    if (status >= SERVER_ERROR) {
      return "upstream-error";
    }
    return status >= CLIENT_ERROR ? "refused" : "served";
  }

  private Rows rows(JsonNode line) throws Refusal {
    List<float[]> asked = rows.rows(parsed(find(line, Field.FEATURES)), true);
    List<float[]> said = rows.rows(parsed(find(line, Field.OUTPUTS)), asked.size() == 1);
    if (asked.isEmpty()) {
      return new Rows(said.size(), new float[0], flat(said));
    }
    return new Rows(
        asked.size(), flat(asked), asked.size() == said.size() ? flat(said) : new float[0]);
  }

  private static float[] flat(List<float[]> rows) {
    Floats all = new Floats();
    for (float[] row : rows) {
      for (float one : row) {
        all.add(one);
      }
    }
    return all.copy(0, all.count());
  }

  private String asked(JsonNode line) {
    JsonNode node = parsed(find(line, Field.TEXT));
    if (node.isString() || node.isMissingNode()) {
      return node.asString("");
    }
    return ChatText.of(JsonNodeFactory.instance.objectNode().set("messages", node).toString());
  }

  private List<String> tools(JsonNode line) {
    List<String> names = new ArrayList<>();
    JsonNode node = parsed(find(line, Field.TOOLS));
    if (node.isString()) {
      return List.of(JsonText.cut(node.asString("")));
    }
    for (JsonNode one : node) {
      String name = one.isObject() ? one.at("/function/name").asString("") : one.asString("");
      if (!name.isEmpty()) {
        names.add(JsonText.cut(name));
      }
    }
    return names;
  }

  /** JSON in a text, as OpenTelemetry's attributes hold it, as what it says. */
  private static JsonNode parsed(JsonNode node) {
    String text = node.isString() ? node.stringValue() : "";
    if (!text.startsWith("[") && !text.startsWith("{")) {
      return node;
    }
    try {
      return JSON.readTree(text);
    } catch (JacksonException otherwise) {
      return node;
    }
  }

  private String text(JsonNode line, Field field) {
    return JsonText.cut(JsonText.wellFormed(new StringBuilder(find(line, field).asString(""))));
  }

  private long whole(JsonNode line, Field field) {
    return find(line, field).asLong(Event.UNKNOWN);
  }

  private JsonNode find(JsonNode line, Field field) {
    for (Place place : mapping.places(field)) {
      JsonNode found = place.in(line);
      if (!found.isMissingNode() && !found.isNull()) {
        return found;
      }
    }
    return MissingNode.getInstance();
  }
}
