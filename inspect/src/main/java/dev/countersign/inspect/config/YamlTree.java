package dev.countersign.inspect.config;

import dev.countersign.inspect.bytes.Broken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML as a tree, and the tags that stand in it. An alias is the text of its name and never
 * expands. Numbers and the like stay text.
 */
final class YamlTree {
  /** A tag that is not one of YAML's own, and the text of what it stands at, where that is text. */
  record Tagged(String tag, String text, long offset) {}

  private static final int DEEPEST = 100;
  private static final int MOST_NODES = 2_000_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Iterator<Event> events;
  private final List<Tagged> tags = new ArrayList<>();
  private final List<JsonNode> documents = new ArrayList<>();
  private int nodes;

  private YamlTree(String text) {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /**
   * Reads every document.
   *
   * @throws Broken if it is no YAML or nests too deep
   */
  static YamlTree read(byte[] bytes) throws Broken {
    try {
      YamlTree tree = new YamlTree(new String(bytes, StandardCharsets.UTF_8));
      tree.all();
      return tree;
    } catch (YamlEngineException wrong) {
      throw new Broken(
          0, "no YAML: " + String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""));
    }
  }

  List<Tagged> tags() {
    return tags;
  }

  /** The first document; an empty object where there is none. */
  JsonNode root() {
    return documents.isEmpty() ? NODES.objectNode() : documents.getFirst();
  }

  List<JsonNode> documents() {
    return documents;
  }

  private void all() throws Broken {
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case Scalar, SequenceStart, MappingStart, Alias -> documents.add(node(event, 0));
        default -> {}
      }
    }
  }

  private JsonNode node(Event event, int depth) throws Broken {
    if (depth > DEEPEST || ++nodes > MOST_NODES) {
      throw new Broken(offset(event), "YAML that nests without end");
    }
    return switch (event) {
      case ScalarEvent scalar -> {
        tag(scalar.getTag(), scalar.getValue(), event);
        yield NODES.stringNode(scalar.getValue());
      }
      case AliasEvent alias -> NODES.stringNode("*" + alias.getAlias());
      case SequenceStartEvent start -> {
        tag(start.getTag(), "", event);
        yield sequence(depth);
      }
      case MappingStartEvent start -> {
        tag(start.getTag(), "", event);
        yield mapping(depth);
      }
      default -> throw new Broken(offset(event), "no value where one was expected");
    };
  }

  private ArrayNode sequence(int depth) throws Broken {
    ArrayNode items = NODES.arrayNode();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(node(event, depth + 1));
    }
    return items;
  }

  private ObjectNode mapping(int depth) throws Broken {
    ObjectNode object = NODES.objectNode();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      JsonNode key = node(event, depth + 1);
      object.set(key.isString() ? key.asString() : key.toString(), node(events.next(), depth + 1));
    }
    return object;
  }

  private void tag(Optional<String> tag, String text, Event event) {
    tag.filter(one -> !one.equals("!"))
        .ifPresent(one -> tags.add(new Tagged(one, text, offset(event))));
  }

  private static long offset(Event event) {
    return event.getStartMark().map(mark -> (long) mark.getIndex()).orElse(0L);
  }
}
