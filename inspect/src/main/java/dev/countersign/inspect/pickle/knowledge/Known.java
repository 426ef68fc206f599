package dev.countersign.inspect.pickle.knowledge;

/**
 * What is known of one name.
 *
 * @param standing safe, dangerous or neither
 * @param manner in which it is safe; {@link Manner#VALUE} where it is not
 * @param library that it belongs to; empty where unknown
 * @param reason why it is dangerous, as words that follow "it", for instance {@code "runs a
 *     command"}; empty where it is not
 */
public record Known(Standing standing, Manner manner, String library, String reason) {
  /** Of this name nothing is known. */
  public static final Known NOTHING = new Known(Standing.UNKNOWN, Manner.VALUE, "", "");

  /** Whether a library legitimately saves it. */
  public boolean safe() {
    return standing == Standing.SAFE;
  }

  /** Whether no model needs it. */
  public boolean dangerous() {
    return standing == Standing.DANGEROUS;
  }
}
