package dev.countersign.model.yaml;

import dev.countersign.model.yaml.YamlLayout.Entry;
import dev.countersign.model.yaml.YamlLayout.Mapping;
import dev.countersign.model.yaml.YamlLayout.Scalar;
import dev.countersign.model.yaml.YamlLayout.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the layout of a text that is known to be readable. */
final class LayoutBuilder {
  private final String text;
  private final Iterator<Event> events;
  private final boolean onlySmall;

  /** The parser counts code points, a text is indexed by code units. */
  private int points;

  private int units;

  private LayoutBuilder(String text) {
    this.text = text;
    this.onlySmall = text.codePointCount(0, text.length()) == text.length();
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(text.length() + 2)
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  static YamlLayout build(String text) {
    LayoutBuilder builder = new LayoutBuilder(text);
    builder.events.next();
    builder.events.next();
    return builder.node(builder.events.next());
  }

  private YamlLayout node(Event event) {
    boolean shared =
        event instanceof AliasEvent || event instanceof NodeEvent n && n.getAnchor().isPresent();
    int start = start(event);
    if (event instanceof CollectionStartEvent collection) {
      return event.getEventId() == Event.ID.MappingStart
          ? mapping(collection.isFlow(), start, shared)
          : sequence(collection.isFlow(), start, shared);
    }
    return event instanceof ScalarEvent scalar
        ? new Scalar(scalar.getValue(), scalar.isPlain(), start, contentEnd(scalar, start), shared)
        : new Scalar("", false, start, end(event), shared);
  }

  private Mapping mapping(boolean flow, int start, boolean shared) {
    List<Entry> entries = new ArrayList<>();
    int last = start;
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      Scalar key = (Scalar) node(event);
      YamlLayout value = node(events.next());
      entries.add(new Entry(key, value));
      last = Math.max(key.end(), value.end());
      event = events.next();
    }
    return new Mapping(flow, entries, start, flow ? end(event) : last, shared);
  }

  private Sequence sequence(boolean flow, int start, boolean shared) {
    int last = start;
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      last = node(event).end();
      event = events.next();
    }
    return new Sequence(flow, start, flow ? end(event) : last, shared);
  }

  /** The parser lets the lines of a block scalar reach to the next thing that is none of them. */
  private int contentEnd(ScalarEvent scalar, int start) {
    int end = end(scalar);
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int start(Event event) {
    return unit(event.getStartMark().orElseThrow().getIndex());
  }

  private int end(Event event) {
    return unit(event.getEndMark().orElseThrow().getIndex());
  }

  private int unit(int point) {
    if (onlySmall) {
      return point;
    }
    units = text.offsetByCodePoints(units, point - points);
    points = point;
    return units;
  }
}
