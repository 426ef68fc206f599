package dev.countersign.model.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys as they are nested in YAML: {@code labels.from} and {@code labels.writers} are one branch
 * {@code labels} with two leaves.
 */
public final class KeyTree {
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Key> required = new ArrayList<>();

  private KeyTree() {}

  /** The tree of these keys. */
  public static KeyTree of(List<Key> keys) {
    KeyTree tree = new KeyTree();
    for (Key key : keys) {
      tree.add(key.name(), key);
      if (key.required()) {
        tree.required.add(key);
      }
    }
    return tree;
  }

  /** What stands under a name at this level. */
  public Optional<Node> get(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** The names at this level, in the order of the grammar. */
  public List<String> names() {
    return List.copyOf(nodes.keySet());
  }

  /** The required keys; asked of the whole tree, with their full names. */
  public List<Key> required() {
    return List.copyOf(required);
  }

  private void add(String rest, Key key) {
    int dot = rest.indexOf('.');
    if (dot < 0) {
      nodes.put(rest, new Leaf(key));
    } else {
      branch(rest.substring(0, dot)).add(rest.substring(dot + 1), key);
    }
  }

  private KeyTree branch(String name) {
    Node node = nodes.computeIfAbsent(name, absent -> new Branch(new KeyTree()));
    if (node instanceof Branch(KeyTree tree)) {
      return tree;
    }
    throw new IllegalStateException(name + " is both a key and the start of one");
  }

  /** A key, or a map of keys. */
  public sealed interface Node {}

  /** A key. */
  public record Leaf(Key key) implements Node {}

  /** A map of keys. */
  public record Branch(KeyTree tree) implements Node {}
}
