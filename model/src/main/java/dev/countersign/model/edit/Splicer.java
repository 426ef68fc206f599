package dev.countersign.model.edit;

import dev.countersign.model.edit.YamlValue.Pairs;
import dev.countersign.model.edit.YamlValue.Text;
import dev.countersign.model.yaml.YamlLayout;
import dev.countersign.model.yaml.YamlLayout.Entry;
import dev.countersign.model.yaml.YamlLayout.Mapping;
import dev.countersign.model.yaml.YamlLayout.Scalar;
import java.util.List;
import java.util.Map;

/**
 * Says where in a text to write what, so that it looks like the text around it. Gives several ways
 * where the first might not be understood as it is meant; whoever asks reads the result again.
 */
final class Splicer {
  private final SourceLines lines;
  private final String text;
  private final YamlWriter writer;
  private final int step;

  Splicer(String text, Mapping root) {
    this.text = text;
    this.lines = new SourceLines(text);
    this.step = step(root);
    this.writer = new YamlWriter(lines.newline(), step);
  }

  /** A new key at the end of a map. */
  List<Splices> insert(Mapping map, String key, YamlValue value, int depth) {
    return map.flow() ? intoBraces(map, key, value) : ontoLines(map, key, value, depth);
  }

  /** A new value in the place of another. */
  List<Splices> replace(Entry entry, YamlValue value) {
    YamlLayout old = entry.value();
    if (old instanceof Scalar scalar && scalar.start() == scalar.end()) {
      return List.of(Splices.insert(old.start(), " " + YamlWriter.flow(value)));
    }
    if (isInline(old)) {
      return List.of(Splices.replace(old.start(), old.end(), YamlWriter.flow(value)));
    }
    int colon = text.indexOf(':', entry.key().end());
    return List.of(Splices.replace(colon + 1, old.end(), " " + YamlWriter.flow(value)));
  }

  /** A map where nothing stands yet. */
  List<Splices> fill(Mapping around, Entry entry, Pairs inner, int depth) {
    YamlLayout nothing = entry.value();
    if (depth == 1 && !around.flow() && nothing.start() == nothing.end()) {
      return List.of(onNewLine(nothing.end(), inner, lines.column(entry.key().start()) + step));
    }
    return replace(entry, inner);
  }

  /** A bare value becomes a map, in which it stands under the key that it was short for. */
  List<Splices> expand(Scalar bare, String shorthand, Pairs more) {
    String written = text.substring(bare.start(), bare.end());
    String others = YamlWriter.flow(more).substring(1);
    String kept = YamlWriter.flow(new Text(bare.text()));
    return List.of(
        Splices.replace(bare.start(), bare.end(), braced(shorthand, written, others)),
        Splices.replace(bare.start(), bare.end(), braced(shorthand, kept, others)));
  }

  private static String braced(String shorthand, String bare, String others) {
    return "{ " + shorthand + ": " + bare + "," + others;
  }

  /** Whether people wrote comments between the start and the end of a value. */
  boolean hasComment(YamlLayout value) {
    return !(value instanceof Scalar)
        && text.substring(value.start(), value.end()).indexOf('#') >= 0;
  }

  private List<Splices> ontoLines(Mapping map, String key, YamlValue value, int depth) {
    int column = lines.column(map.entries().getFirst().key().start());
    if (depth > 0 || !(value instanceof Pairs section)) {
      return List.of(onNewLine(map.end(), new Pairs(Map.of(key, value)), column));
    }
    String spread = lines.newline() + writer.line(writer.spread(key, section, column), column);
    return List.of(Splices.insert(lines.endOfLine(map.end()), spread));
  }

  private Splices onNewLine(int behind, Pairs entries, int column) {
    StringBuilder added = new StringBuilder();
    entries
        .pairs()
        .forEach(
            (key, value) -> added.append(writer.line(writer.entry(key, value, column), column)));
    return Splices.insert(lines.endOfLine(behind), added.toString());
  }

  private List<Splices> intoBraces(Mapping map, String key, YamlValue value) {
    String entry = YamlWriter.flow(key, value);
    if (map.entries().isEmpty()) {
      int end = map.end() - 1;
      boolean empty = text.substring(map.start() + 1, end).isBlank();
      return List.of(
          empty
              ? Splices.replace(map.start() + 1, end, " " + entry + " ")
              : Splices.insert(map.start() + 1, " " + entry));
    }
    int last = map.entries().getLast().value().end();
    Splices sameLine = Splices.insert(last, ", " + entry);
    int first = map.entries().getLast().key().start();
    int width = lines.column(map.end()) + entry.length() + 2;
    return lines.startsItsLine(first) || width > YamlWriter.WIDTH
        ? List.of(ownLine(map, last, entry), sameLine)
        : List.of(sameLine);
  }

  private Splices ownLine(Mapping map, int last, String entry) {
    String line = writer.line(entry, column(map));
    int comma = lines.commaBehind(last, map.end());
    int end = Math.min(lines.endOfLine(last), map.end() - 1);
    boolean commented = text.substring(last, end).indexOf('#') >= 0;
    if (comma >= 0) {
      return Splices.insert(commented ? Math.max(end, comma + 1) : comma + 1, line + ",");
    }
    return commented ? Splices.insert(last, ",", end, line) : Splices.insert(last, "," + line);
  }

  /** How far in a new line of a map in braces stands: as the last one, or below the first key. */
  private int column(Mapping map) {
    int last = map.entries().getLast().key().start();
    int first = map.entries().getFirst().key().start();
    return lines.column(lines.startsItsLine(last) ? last : first);
  }

  /** Whether a value stands behind its key, so that it can be exchanged where it is. */
  private boolean isInline(YamlLayout value) {
    return switch (value) {
      case Scalar scalar -> true;
      case YamlLayout.Sequence list -> list.flow();
      case Mapping map -> map.flow();
    };
  }

  /** By how many columns the file indents a level. */
  private int step(Mapping root) {
    if (!root.flow()) {
      for (Entry entry : root.entries()) {
        if (entry.value() instanceof Mapping inner && !inner.flow()) {
          return lines.column(inner.start()) - lines.column(root.start());
        }
      }
    }
    return 2;
  }
}
