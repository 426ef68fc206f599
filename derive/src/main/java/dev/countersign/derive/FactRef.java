package dev.countersign.derive;

/**
 * The name of one fact: a key of an element.
 *
 * @param element id of the element
 * @param key as in YAML, nested keys joined by a dot
 */
public record FactRef(String element, String key) implements Comparable<FactRef> {
  @Override
  public int compareTo(FactRef other) {
    int byElement = element.compareTo(other.element);
    return byElement != 0 ? byElement : key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return key + "@" + element;
  }
}
