package dev.countersign.guard.tool.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a result apart. Structure is only believed where the whole of the text has it: text that
 * somebody else wrote cannot make a field out of a part of itself. Bounded by {@value #MOST} leaves
 * and {@value #DEPTH} levels; what is beyond is one text.
 */
public final class Leaves {
  static final int MOST = 20_000;
  static final int DEPTH = 32;
  private static final int LINE = 80;

  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
              .build());

  private final List<Leaf> leaves = new ArrayList<>();
  private int records;

  private Leaves() {}

  /** The leaves of a result in their order; leaves that are not structured for running text. */
  public static List<Leaf> of(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return List.of();
    }
    Optional<Object> tree = json(stripped).or(() -> PythonLiteral.read(stripped));
    if (tree.isEmpty()) {
      tree = BlockYaml.read(text);
    }
    if (tree.isPresent()) {
      Leaves found = new Leaves();
      if (found.add(tree.get(), new ArrayList<>(), found.records++)) {
        return found.leaves;
      }
    }
    return lines(stripped);
  }

  /** Short lines are a list; their writer is whoever writes the whole. */
  private static List<Leaf> lines(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    boolean list =
        lines.size() > 1
            && lines.size() < MOST
            && lines.stream().allMatch(line -> line.length() <= LINE);
    if (!list) {
      return List.of(new Leaf(0, List.of(), text, false));
    }
    List<Leaf> leaves = new ArrayList<>();
    for (String line : lines) {
      leaves.add(new Leaf(0, List.of(Integer.toString(leaves.size())), line.strip(), false));
    }
    return leaves;
  }

  /** The leaves of a tree that has been read. */
  public static List<Leaf> of(JsonNode tree) {
    Leaves found = new Leaves();
    return found.add(plain(tree, 0), new ArrayList<>(), found.records++)
        ? found.leaves
        : List.of(new Leaf(0, List.of(), tree.toString(), false));
  }

  private static Optional<Object> json(String text) {
    char first = text.charAt(0);
    if (first != '{' && first != '[') {
      return Optional.empty();
    }
    try {
      return Optional.of(plain(JSON.readTree(text), 0));
    } catch (JacksonException none) {
      return Optional.empty();
    }
  }

  private static Object plain(JsonNode node, int depth) {
    if (depth > DEPTH) {
      return node.toString();
    }
    if (node.isObject()) {
      List<Object> members = new ArrayList<>();
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        members.add(new Member(member.getKey(), plain(member.getValue(), depth + 1)));
      }
      return new Members(members);
    }
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(plain(item, depth + 1)));
      return items;
    }
    return node.isNull() ? "" : node.asString();
  }

  private boolean add(Object value, List<String> path, int record) {
    if (leaves.size() > MOST) {
      return false;
    }
    if (value instanceof Members members) {
      return members(members, path);
    }
    if (value instanceof List<?> items) {
      return items(items, path, record);
    }
    String text = String.valueOf(value);
    if (!text.isBlank()) {
      leaves.add(new Leaf(record, path, text, true));
    }
    return true;
  }

  private boolean members(Members members, List<String> path) {
    int record = records++;
    for (Object one : members.of()) {
      Member member = (Member) one;
      path.add(member.name());
      // The name of a record is a value of it: {"Smart Watch": {"price": 199.99}}.
      int inner = member.value() instanceof Members ? records : record;
      if (member.value() instanceof Members) {
        leaves.add(new Leaf(inner, path, member.name(), true));
      }
      boolean went = add(member.value(), path, record);
      path.remove(path.size() - 1);
      if (!went) {
        return false;
      }
    }
    return true;
  }

  private boolean items(List<?> items, List<String> path, int record) {
    int at = 0;
    for (Object item : items) {
      path.add(Integer.toString(at++));
      boolean went = add(item, path, record);
      path.remove(path.size() - 1);
      if (!went) {
        return false;
      }
    }
    return true;
  }

  /** A map whose keys may stand twice: the later does not hide the earlier. */
  record Members(List<Object> of) {}

  /** A key with its value. */
  record Member(String name, Object value) {}
}
