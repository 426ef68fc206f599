package dev.countersign.model.yaml;

import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds the tree from the parser's events. Events rather than the library's own nodes, because
 * this way depth and aliases are bounded before anything is built.
 */
final class TreeBuilder {
  private static final String CORE_TAGS = "tag:yaml.org,2002:";
  private static final Set<String> CORE =
      Set.of("str", "int", "float", "bool", "null", "map", "seq");

  private final SourceText source;
  private final Problems problems;
  private final Iterator<Event> events;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int nodes;
  private int aliased;
  private int height;
  private Span last;

  private TreeBuilder(SourceText source, String text, Problems problems) {
    this.source = source;
    this.problems = problems;
    this.last = new Span(source, 1, 1, 1);
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            // The whole text at once: the parser copies what it has of a value for each buffer
            // more.
            .setBufferSize(text.length() + 2)
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  static Optional<YamlNode> build(SourceText source, String text, Problems problems) {
    try {
      return new TreeBuilder(source, text, problems).document();
    } catch (Unreadable unreadable) {
      problems.add(unreadable.problem());
      return Optional.empty();
    }
  }

  private Optional<YamlNode> document() {
    next();
    if (next().getEventId() == Event.ID.StreamEnd) {
      throw unreadable(
          "empty-file",
          last,
          "the file is empty",
          "a map of sections",
          "Start with 'countersign: 1', or 'countersign-policy: 1' if it is a policy.");
    }
    YamlNode root = node(next(), 1);
    next();
    if (next().getEventId() != Event.ID.StreamEnd) {
      throw unreadable(
          "second-document",
          last,
          "a second document starts here",
          "one document in a file",
          "Remove the line '---', or move what follows into a file of its own.");
    }
    return Optional.of(root);
  }

  /** The parser's next event; whatever it throws over a hostile file becomes a problem. */
  private Event next() {
    try {
      Event event = events.next();
      last = span(event);
      return event;
    } catch (RuntimeException refused) {
      throw new Unreadable(SyntaxProblem.of(refused, source, last));
    }
  }

  private YamlNode node(Event event, int depth) {
    if (event instanceof AliasEvent alias) {
      return aliased(alias, depth);
    }
    if (!(event instanceof NodeEvent start)) {
      throw new IllegalStateException("no node starts with " + event.getEventId());
    }
    int before = nodes;
    height = 0;
    count();
    YamlNode node =
        event instanceof CollectionStartEvent collection
            ? collection(collection, depth)
            : scalar((ScalarEvent) event);
    if (start.getAnchor().isPresent()) {
      String name = start.getAnchor().get().getValue();
      anchors.put(name, new Anchored(node, nodes - before, height));
    }
    return node;
  }

  private YamlNode scalar(ScalarEvent event) {
    checkTag(event.getTag());
    return new Scalar(event.getValue(), event.isPlain(), last);
  }

  private YamlNode collection(CollectionStartEvent event, int depth) {
    checkTag(event.getTag());
    checkDepth(depth);
    Span start = last;
    boolean isMap = event.getEventId() == Event.ID.MappingStart;
    YamlNode node = isMap ? mapping(start, depth) : sequence(start, depth);
    height++;
    return node;
  }

  private Sequence sequence(Span start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    int highest = 0;
    for (Event e = next(); e.getEventId() != Event.ID.SequenceEnd; e = next()) {
      items.add(node(e, depth + 1));
      highest = Math.max(highest, height);
    }
    height = highest;
    return new Sequence(items, start.to(last));
  }

  private Mapping mapping(Span start, int depth) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Scalar> keys = new HashMap<>();
    int highest = 0;
    for (Event e = next(); e.getEventId() != Event.ID.MappingEnd; e = next()) {
      Scalar key = key(node(e, depth + 1));
      YamlNode value = node(next(), depth + 1);
      highest = Math.max(highest, height);
      Scalar first = keys.putIfAbsent(key.text(), key);
      if (first == null) {
        entries.add(new Entry(key, value));
      } else {
        repeated(key, first);
      }
    }
    height = highest;
    return new Mapping(entries, start.to(last));
  }

  private Scalar key(YamlNode node) {
    if (node instanceof Scalar key) {
      return key;
    }
    throw unreadable(
        "bad-key", node.span(), node.shape() + " cannot be a key", "a word", "Write a word here.");
  }

  private void repeated(Scalar key, Scalar first) {
    problems.add(
        "repeated-key",
        key.span(),
        "the key " + Problems.quote(key.text()) + " stands twice in this map",
        "each key once; the first is on line " + first.place().line(),
        "Join the two, or remove one.");
  }

  private YamlNode aliased(AliasEvent alias, int depth) {
    Anchored anchored = anchors.get(alias.getAlias().getValue());
    if (anchored == null) {
      throw unreadable(
          "unknown-alias",
          last,
          "no anchor of that name is complete here",
          "an alias of something above it that does not contain it",
          "Write the value out instead of the alias.");
    }
    aliased += anchored.nodes();
    if (aliased > YamlFile.MAX_ALIASED) {
      throw unreadable(
          "too-many-aliases",
          last,
          "aliases repeat more than %d values".formatted(YamlFile.MAX_ALIASED),
          "at most %d values repeated by alias".formatted(YamlFile.MAX_ALIASED),
          "Write the values out instead of the alias.");
    }
    checkDepth(depth + anchored.height() - 1);
    nodes += anchored.nodes();
    height = anchored.height();
    return anchored.node();
  }

  private void count() {
    nodes++;
    if (nodes > YamlFile.MAX_NODES) {
      throw unreadable(
          "too-many-values",
          last,
          "the file holds more than %d values".formatted(YamlFile.MAX_NODES),
          "at most %d values".formatted(YamlFile.MAX_NODES),
          "Split the file.");
    }
  }

  private void checkDepth(int depth) {
    if (depth > YamlFile.MAX_DEPTH) {
      throw unreadable(
          "too-deep",
          last,
          "maps and lists are nested more than %d levels deep".formatted(YamlFile.MAX_DEPTH),
          "at most %d levels".formatted(YamlFile.MAX_DEPTH),
          "Write it flatter.");
    }
  }

  /** Tags choose types, and with other libraries classes; here they would only hide a meaning. */
  private void checkTag(Optional<String> tag) {
    if (tag.isPresent() && !isCore(tag.get())) {
      throw unreadable(
          "tag",
          last,
          "the tag " + Problems.quote(tag.get()) + " is not read",
          "a value without a tag",
          "Remove the tag.");
    }
  }

  private static boolean isCore(String tag) {
    return tag.startsWith(CORE_TAGS) && CORE.contains(tag.substring(CORE_TAGS.length()));
  }

  private Span span(Event event) {
    Optional<Mark> start = event.getStartMark();
    Optional<Mark> end = event.getEndMark();
    if (start.isEmpty() || end.isEmpty()) {
      return last;
    }
    int line = start.get().getLine();
    int column = start.get().getColumn();
    return line == end.get().getLine() && !(event instanceof CollectionStartEvent)
        ? new Span(source, line + 1, column + 1, Math.max(1, end.get().getColumn() - column))
        : Span.toEndOfLine(source, line + 1, column + 1);
  }

  private static Unreadable unreadable(
      String id, Span at, String message, String expected, String next) {
    return new Unreadable(Problems.problem(id, at, message, expected, next));
  }

  private record Anchored(YamlNode node, int nodes, int height) {}
}
