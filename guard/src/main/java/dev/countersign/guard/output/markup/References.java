package dev.countersign.guard.output.markup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which addresses labels stand for, and which labels pictures have, in one text. */
final class References {
  /** More than any text has. */
  static final int MOST = 2_000;

  private final Map<String, String> addresses = new HashMap<>();
  private final Set<String> pictures = new HashSet<>();

  /** CommonMark: in small letters, with single blanks. */
  static String label(String written) {
    return written.strip().replace('\n', ' ').toLowerCase(Locale.ROOT);
  }

  Optional<String> picture(String label) {
    if (pictures.size() < MOST) {
      pictures.add(label);
    }
    return Optional.ofNullable(addresses.get(label));
  }

  /** Whether a picture has that label, or may have one that was not kept. */
  boolean define(String label, String address) {
    if (addresses.size() < MOST) {
      addresses.putIfAbsent(label, address);
    }
    return pictures.contains(label) || pictures.size() >= MOST || addresses.size() >= MOST;
  }
}
