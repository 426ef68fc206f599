package dev.countersign.report.full;

import dev.countersign.knowledge.catalogue.Citation;
import java.util.Optional;

/**
 * An id of a public catalogue as it is shown.
 *
 * @param id as rules cite it
 * @param title its name there; empty if no bundled catalogue has it
 * @param url a page about it; only https, and only from a bundled catalogue
 * @param text what the publisher says about it, where that may be shown
 */
public record Reference(
    String id, Optional<String> title, Optional<String> url, Optional<String> text) {
  static Reference of(String id, Optional<Citation> citation) {
    return new Reference(
        id,
        citation.map(it -> it.entry().title()),
        citation.flatMap(it -> it.entry().url()).filter(url -> url.startsWith("https://")),
        citation.flatMap(it -> it.entry().text().stream().findFirst()));
  }

  /** Whether the title says more than the id. */
  public boolean isTitled() {
    return title.isPresent();
  }
}
