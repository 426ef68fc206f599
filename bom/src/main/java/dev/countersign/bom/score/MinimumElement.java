package dev.countersign.bom.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A field that a published list asks of a bill. The lists are data: {@code minimum-elements.tsv},
 * which says where each comes from.
 *
 * @param source whose list it is
 * @param cluster the part of the list
 * @param id stable
 * @param title as the list calls it
 * @param probe the name of what looks for it
 * @param where the place where it could be had, a phrase
 */
public record MinimumElement(
    Source source, String cluster, String id, String title, String probe, String where) {
  private static final String FILE = "minimum-elements.tsv";
  private static final int COLUMNS = 6;

  /** Whose list it is. */
  public enum Source {
    /** G7 Cybersecurity Working Group, 12 May 2026. */
    G7("G7: SBOM for AI, minimum elements (2026)"),
    /** CISA, draft of 22 August 2025. */
    CISA("CISA: minimum elements for an SBOM (draft, 2025)"),
    /** NTIA, 12 July 2021. */
    NTIA("NTIA: minimum elements for an SBOM (2021)");

    private final String title;

    Source(String title) {
      this.title = title;
    }

    /** The list for people. */
    public String title() {
      return title;
    }
  }

  /** All of them, in the order of the lists. */
  public static List<MinimumElement> all() {
    try (InputStream in = MinimumElement.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(MinimumElement::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static MinimumElement of(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException(FILE + " has a line of " + columns.length + " columns");
    }
    return new MinimumElement(
        Source.valueOf(columns[0].toUpperCase(Locale.ROOT)),
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }
}
