package dev.countersign.cli.explain;

import dev.countersign.model.language.Form;
import java.util.Optional;

/** A part of {@code countersign.yaml} that is no element: what may stand in it. */
record FormTopic(String word, String what, Form form) implements Topic {
  private static final String ANSWER = "an answer to a threat, under resolutions";

  /** The part of that name. */
  static Optional<Topic> of(String word) {
    return switch (word) {
      case "system" -> Optional.of(new FormTopic(word, "a section", Form.SYSTEM));
      case "planned" -> Optional.of(new FormTopic(word, ANSWER, Form.PLANNED));
      case "accepted" -> Optional.of(new FormTopic(word, ANSWER, Form.ACCEPTED));
      case "designed-out" -> Optional.of(new FormTopic(word, ANSWER, Form.DESIGNED_OUT));
      case "assumption", "assumptions" ->
          Optional.of(new FormTopic("assumption", "listed under assumptions", Form.ASSUMPTION));
      default -> Optional.empty();
    };
  }

  @Override
  public void write(Sheet sheet) {
    String meaning = form.meaning();
    sheet.title(word, what, Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".");
    sheet.heading("Keys");
    form.keys().forEach(key -> KindTopic.key(sheet, key));
  }
}
