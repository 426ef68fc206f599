package dev.countersign.guard.tool.policy;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import java.util.Map;
import java.util.Optional;

/**
 * Who writes what a tool returns, and how sensitive it is.
 *
 * @param trust who writes its values
 * @param text who writes its running text
 * @param fields who writes the fields of these names and everything below them
 * @param writer how a record says who wrote it
 * @param sensitivity of all of it
 * @param sensitive of the fields of these names
 */
public record ResultRule(
    Trust trust,
    Trust text,
    Map<String, Trust> fields,
    Optional<Writer> writer,
    Sensitivity sensitivity,
    Map<String, Sensitivity> sensitive) {
  public ResultRule {
    fields = Map.copyOf(fields);
    sensitive = Map.copyOf(sensitive);
  }

  /**
   * A field that names the writer of its record, such as the sender of a message that the mail
   * system has authenticated.
   *
   * @param field its name
   * @param by trust by value, as patterns; the record has the trust of {@link #trust} otherwise
   */
  public record Writer(String field, Map<String, Trust> by) {
    public Writer {
      by = Map.copyOf(by);
    }
  }
}
