package dev.countersign.guard.tool.trace;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Source;
import dev.countersign.guard.tool.label.Trust;
import java.util.List;

/**
 * Something that the model has seen, with its labels.
 *
 * @param order in which it was seen, from 0
 * @param source where it was read
 * @param trust who could have written it, or could have chosen that it is read
 * @param sensitivity how harmful its disclosure is
 * @param prose whether it is running text: such text can ask for something, a value cannot
 * @param record which record of its result it stands in; unique in a conversation
 * @param tokens what it says
 */
public record Piece(
    int order,
    Source source,
    Trust trust,
    Sensitivity sensitivity,
    boolean prose,
    int record,
    List<String> tokens) {
  /** Whether the user wrote it. */
  public boolean isUser() {
    return source.kind() == Source.Kind.USER;
  }
}
