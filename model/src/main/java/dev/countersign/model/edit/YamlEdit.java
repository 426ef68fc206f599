package dev.countersign.model.edit;

import dev.countersign.model.Problem;
import dev.countersign.model.edit.YamlValue.Pairs;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlLayout;
import dev.countersign.model.yaml.YamlLayout.Entry;
import dev.countersign.model.yaml.YamlLayout.Mapping;
import dev.countersign.model.yaml.YamlLayout.Scalar;
import dev.countersign.model.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets one value in the text of a YAML file. Everything else stays as it is to the character:
 * comments, order, quotes, indentation, line ends.
 *
 * <p>The new text is read again and must say what the old one said but for that value; otherwise
 * nothing is changed.
 */
public final class YamlEdit {
  /** Under this many keys stands what a bare value may be short for. */
  private static final int ELEMENT = 2;

  private final String text;
  private final List<String> path;
  private final YamlValue value;
  private final Optional<String> shorthand;
  private final Splicer splicer;

  private YamlEdit(
      String text, List<String> path, YamlValue value, Optional<String> shorthand, Mapping root) {
    this.text = text;
    this.path = path;
    this.value = value;
    this.shorthand = shorthand;
    this.splicer = new Splicer(text, root);
  }

  /** What came of an edit. */
  public sealed interface Result {}

  /** The text after the edit. */
  public record Done(String text) implements Result {}

  /**
   * Nothing was changed.
   *
   * @param why what stands in the way, one sentence
   * @param next what to do about it, one sentence
   */
  public record Refused(String why, String next) implements Result {}

  /**
   * Sets the value at the end of a path of keys; what is missing on the way is added at the end of
   * the map that it belongs to.
   *
   * @param text of a file that reads without problems
   * @param path from the top of the file, at least one key
   * @param shorthand the key that a bare value of an element stands for
   */
  public static Result set(
      String text, List<String> path, YamlValue value, Optional<String> shorthand) {
    Problems problems = new Problems();
    Optional<YamlNode> before = YamlFile.parse("file", text, problems);
    if (before.isEmpty() || !problems.isEmpty()) {
      Problem first = problems.sorted().getFirst();
      return new Refused("The file cannot be read: " + first.message() + ".", first.next());
    }
    return YamlLayout.of(text) instanceof Mapping root && !root.shared()
        ? new YamlEdit(text, path, value, shorthand, root).set(root, before.get())
        : new Refused("The file is no map of sections.", "Start it with 'countersign: 1'.");
  }

  private Result set(Mapping root, YamlNode before) {
    Mapping map = root;
    for (int depth = 0; depth < path.size(); depth++) {
      Optional<Entry> entry = map.entry(path.get(depth));
      if (entry.isEmpty()) {
        return first(splicer.insert(map, path.get(depth), below(depth), depth), before);
      }
      YamlLayout found = entry.get().value();
      if (found.shared()) {
        return shared(path.get(depth));
      }
      if (depth == path.size() - 1) {
        return replace(entry.get(), before);
      }
      if (!(found instanceof Mapping inner)) {
        return into(map, entry.get(), depth + 1, before);
      }
      map = inner;
    }
    throw new IllegalArgumentException("no path");
  }

  private Result replace(Entry entry, YamlNode before) {
    if (splicer.hasComment(entry.value())) {
      return new Refused(
          "The value of " + path.getLast() + " has comments in it, which would be lost.",
          "Change it by hand.");
    }
    return first(splicer.replace(entry, value), before);
  }

  /** What stands there is nothing yet, or a bare value that is short for a key. */
  private Result into(Mapping map, Entry entry, int depth, YamlNode before) {
    if (!(entry.value() instanceof Scalar scalar)) {
      return new Refused(
          path.get(depth - 1) + " is a list where a map is wanted.", "Change it by hand.");
    }
    Pairs inner = new Pairs(Map.of(path.get(depth), below(depth)));
    if (scalar.isNull()) {
      return first(splicer.fill(map, entry, inner, depth), before);
    }
    if (shorthand.isEmpty() || depth != ELEMENT) {
      return new Refused(
          path.get(depth - 1) + " is a value where a map is wanted.", "Change it by hand.");
    }
    return shorthand.get().equals(path.get(depth))
        ? set(text, path.subList(0, depth), value, shorthand)
        : first(splicer.expand(scalar, shorthand.get(), inner), before);
  }

  /** The value with the keys that are still missing around it. */
  private YamlValue below(int depth) {
    YamlValue inner = value;
    for (String key : path.subList(depth + 1, path.size()).reversed()) {
      inner = new Pairs(Map.of(key, inner));
    }
    return inner;
  }

  /** The first of the ways to write it that says what is meant and nothing else. */
  private Result first(List<Splices> ways, YamlNode before) {
    Pairs old = (Pairs) YamlValue.of(before);
    YamlValue wanted = wanted(old, 0);
    for (Splices way : ways) {
      String changed = way.on(text);
      Problems problems = new Problems();
      Optional<YamlNode> after = YamlFile.parse("file", changed, problems);
      if (problems.isEmpty() && after.map(YamlValue::of).filter(wanted::equals).isPresent()) {
        return new Done(changed);
      }
    }
    return new Refused(
        "There is no safe way to write " + String.join(".", path) + " there.",
        "Change it by hand.");
  }

  private Pairs wanted(Pairs map, int depth) {
    String key = path.get(depth);
    return depth == path.size() - 1
        ? map.with(key, value)
        : map.with(key, wanted(inner(map, key, depth + 1), depth + 1));
  }

  private Pairs inner(Pairs map, String key, int depth) {
    return switch (map.pairs().get(key)) {
      case Pairs pairs -> pairs;
      case YamlValue.Text bare when depth == ELEMENT && shorthand.isPresent() ->
          new Pairs(Map.of(shorthand.get(), bare));
      case null, default -> new Pairs(Map.of());
    };
  }

  private static Refused shared(String key) {
    return new Refused(
        key + " has an anchor or is an alias, so that a change of it would change more.",
        "Change it by hand.");
  }
}
