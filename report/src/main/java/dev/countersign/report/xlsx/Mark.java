package dev.countersign.report.xlsx;

import java.util.Optional;

/**
 * How a word stands out. The word itself says what it means: on a black-and-white print the tint is
 * a light grey and the letters stay dark.
 *
 * @param fill RGB behind the word
 * @param ink RGB of the word
 * @param heavy whether it needs work first
 */
record Mark(String fill, String ink, boolean heavy) {
  private static final Mark BAD = new Mark("FBE5E3", "A3150C", true);
  private static final Mark GRAVE = new Mark("FBEBDD", "8F3608", true);
  private static final Mark WARN = new Mark("FAF1D6", "6B4E00", false);
  private static final Mark FAINT = new Mark("EEF0F2", "4D5A66", false);
  private static final Mark GOOD = new Mark("E1F2E7", "1B6B3A", false);

  /** The mark of a word in a column, where it has one. */
  static Optional<Mark> of(String column, String word) {
    return switch (column) {
      case "severity" -> severity(word);
      case "state" -> state(word);
      default -> Optional.empty();
    };
  }

  private static Optional<Mark> severity(String word) {
    return switch (word) {
      case "critical", "error" -> Optional.of(BAD);
      case "high" -> Optional.of(GRAVE);
      case "medium", "warning" -> Optional.of(WARN);
      case "low", "note" -> Optional.of(FAINT);
      default -> Optional.empty();
    };
  }

  private static Optional<Mark> state(String word) {
    return switch (word) {
      case "open", "past" -> Optional.of(BAD);
      case "unproven" -> Optional.of(WARN);
      case "planned", "accepted" -> Optional.of(FAINT);
      case "controlled", "proven" -> Optional.of(GOOD);
      default -> Optional.empty();
    };
  }
}
