package dev.countersign.model.language;

/**
 * One key of an element.
 *
 * @param name as in YAML; a dot marks a nested key ({@code labels.writers})
 * @param type what it may hold
 * @param required whether an element without it is an error; otherwise leaving it out means unknown
 * @param source whether it names who or what can change the element: while such a key is unknown,
 *     somebody unknown may be able to
 * @param meaning what it says, one sentence
 * @param question what to ask where it is unknown and decides something; {@code {id}} stands for
 *     the element
 */
public record Key(
    String name, KeyType type, boolean required, boolean source, String meaning, String question) {
  /** What it says, as a phrase that stands within a sentence. */
  public String phrase() {
    String bare = meaning.endsWith(".") ? meaning.substring(0, meaning.length() - 1) : meaning;
    return bare.isEmpty() ? bare : Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }

  /** The name of this fact in CEL: {@code labels.writers} is {@code labels_writers}. */
  public String field() {
    return name.replace('-', '_').replace('.', '_');
  }
}
