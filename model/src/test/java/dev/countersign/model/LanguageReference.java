package dev.countersign.model;

import static java.util.stream.Collectors.joining;

import dev.countersign.model.language.Form;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KeyType.Vocable;
import dev.countersign.model.language.KindOfElement;
import dev.countersign.model.language.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the reference of the language from its grammar, as Markdown: every kind, key and word. */
final class LanguageReference {
  private final StringBuilder page = new StringBuilder();

  private LanguageReference() {}

  static String markdown() {
    LanguageReference reference = new LanguageReference();
    reference.index();
    reference.trust();
    reference.form("system", Form.SYSTEM);
    for (ElementKind kind : ElementKind.values()) {
      reference.kind(Vocabulary.of(kind));
    }
    reference.form("planned", Form.PLANNED);
    reference.form("accepted", Form.ACCEPTED);
    reference.form("designed-out", Form.DESIGNED_OUT);
    reference.form("an assumption", Form.ASSUMPTION);
    return reference.page.toString();
  }

  private void index() {
    page.append("| section | an entry is |\n|---|---|\n");
    for (ElementKind kind : ElementKind.values()) {
      String section = kind.section();
      page.append("| [`%s`](#%s) | ".formatted(section, section))
          .append(Vocabulary.of(kind).meaning())
          .append(" |\n");
    }
  }

  private void trust() {
    heading("Trust levels");
    page.append("Lowest first:\n\n");
    for (TrustLevel level : TrustLevel.values()) {
      page.append("- `%s`: %s\n".formatted(level.word(), level.meaning()));
    }
  }

  private void form(String name, Form form) {
    heading(name.startsWith("an ") ? name : "`" + name + "`");
    page.append(sentence(form.meaning())).append("\n\n");
    form.keys().forEach(key -> key(key, false));
  }

  private void kind(KindOfElement kind) {
    heading("`" + kind.kind().section() + "`");
    page.append(kind.meaning());
    kind.shorthand().ifPresent(key -> page.append(" A bare value stands for `%s`.".formatted(key)));
    page.append("\n\n");
    kind.keys().forEach(key -> key(key, !key.required() && key.question().isEmpty()));
  }

  private void key(Key key, boolean neverAsked) {
    page.append("- **`%s`** (%s".formatted(key.name(), type(key.type())))
        .append(key.required() ? "; required" : "")
        .append(neverAsked ? "; never asked for" : "")
        .append("): ")
        .append(key.meaning())
        .append("\n");
    words(key.type())
        .forEach(word -> page.append("  - `%s`: %s\n".formatted(word.word(), word.meaning())));
  }

  private static String type(KeyType type) {
    return switch (type) {
      case KeyType.OneOf(var words) -> "one word";
      case KeyType.AnyOf(var words) -> "words" + orNone(words);
      case KeyType.Trust() -> "a trust level";
      case KeyType.YesNo() -> "yes or no";
      case KeyType.FreeText() -> "text";
      case KeyType.Reference(var kinds) -> "an id, of " + sections(kinds);
      case KeyType.References(var kinds) -> "ids, of " + sections(kinds) + ", or `none`";
      case KeyType.Date() -> "a day";
      case KeyType.Frequency() -> "a rate";
      case KeyType.Amount() -> "an amount";
      case KeyType.Number() -> "a whole number";
      case KeyType.Files() -> "paths";
    };
  }

  private static String orNone(List<Vocable> words) {
    boolean own = words.stream().anyMatch(word -> word.word().equals("none"));
    return own ? "" : ", or `none`";
  }

  private static String sections(Set<ElementKind> kinds) {
    return kinds.size() == ElementKind.values().length
        ? "any element"
        : Arrays.stream(ElementKind.values())
            .filter(kinds::contains)
            .map(kind -> "`" + kind.section() + "`")
            .collect(joining(", "));
  }

  private static Stream<Vocable> words(KeyType type) {
    return switch (type) {
      case KeyType.OneOf(var words) -> words.stream();
      case KeyType.AnyOf(var words) -> words.stream();
      default -> Stream.empty();
    };
  }

  private void heading(String text) {
    page.append("\n## ").append(text).append("\n\n");
  }

  private static String sentence(String phrase) {
    return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
  }
}
