package dev.countersign.model.language;

import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Optional;

/**
 * The grammar of one kind of element.
 *
 * @param kind which
 * @param meaning what such an element is, one sentence
 * @param shorthand the key that a bare value stands for ({@code web: public} means {@code web: {
 *     trust: public }}), if any
 * @param keys in the order in which completion and the reference list them
 */
public record KindOfElement(
    ElementKind kind, String meaning, Optional<String> shorthand, List<Key> keys) {
  public KindOfElement {
    keys = List.copyOf(keys);
  }

  /** The key of that name, nested keys with a dot. */
  public Optional<Key> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }
}
