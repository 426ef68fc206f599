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

  // Written out because the code that a record generates is linked at its first use, at every
  // start.
  @Override
  public boolean equals(Object other) {
    return other instanceof FactRef fact && fact.element.equals(element) && fact.key.equals(key);
  }

  @Override
  public int hashCode() {
    return 31 * element.hashCode() + key.hashCode();
  }

  @Override
  public String toString() {
    return key + "@" + element;
  }
}
