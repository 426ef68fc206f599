package dev.countersign.report;

import java.nio.charset.StandardCharsets;

/**
 * A file that a format made.
 *
 * @param suffix what follows the id of the system and a dot in its name, for example {@code
 *     one-page.pdf}
 * @param content its bytes; whoever makes it hands it over and keeps no reference
 * @param text whether it can be read on a terminal, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // Documents are large and handed over once.
public record Rendered(String suffix, byte[] content, boolean text) {
  /** A file of text. */
  public static Rendered text(String suffix, String content) {
    return new Rendered(suffix, content.getBytes(StandardCharsets.UTF_8), true);
  }

  /** A file that only programs read. */
  public static Rendered binary(String suffix, byte[] content) {
    return new Rendered(suffix, content, false);
  }
}
