package dev.countersign.cli.ask;

import dev.countersign.model.edit.YamlValue;
import dev.countersign.model.language.KeyType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person typed at a question. */
sealed interface Reply {
  /** Leave this question. */
  record Skip() implements Reply {}

  /** The question before once more. */
  record Back() implements Reply {}

  /** No more questions; what was answered stays. */
  record Quit() implements Reply {}

  /** Say more about this question. */
  record Help() implements Reply {}

  /** Ask about each element by itself. */
  record Each() implements Reply {}

  /** An answer, which the reader of the language has still to accept. */
  record Given(YamlValue value) implements Reply {}

  /** No answer to this question. */
  record Wrong(String why, String next) implements Reply {}

  /** What a line means as a reply to a question. */
  static Reply of(String line, Asked asked) {
    return switch (line) {
      case "" -> new Skip();
      case "b" -> new Back();
      case "q" -> new Quit();
      case "?" -> new Help();
      case "e" ->
          asked.aboutSeveral()
              ? new Each()
              : new Wrong("This question is about one element already.", "");
      default -> answer(line, asked);
    };
  }

  private static Reply answer(String line, Asked asked) {
    List<String> parts =
        asked.several() ? Stream.of(line.split(",")).map(String::strip).toList() : List.of(line);
    Optional<String> beyond = parts.stream().filter(part -> isBeyond(part, asked)).findFirst();
    if (beyond.isPresent()) {
      return new Wrong(
          "There is no choice " + beyond.get() + ".",
          "Choose from 1 to " + asked.choices().size() + ".");
    }
    String words = parts.stream().map(part -> word(part, asked)).collect(Collectors.joining(","));
    return new Given(YamlValue.written(asked.key().type(), words));
  }

  private static boolean isBeyond(String part, Asked asked) {
    return number(part, asked) > asked.choices().size() || part.equals("0") && isNumbered(asked);
  }

  /** The word that a number stands for; an element whose id is a number goes first. */
  private static String word(String part, Asked asked) {
    boolean known = asked.choices().stream().anyMatch(choice -> choice.word().equals(part));
    int number = number(part, asked);
    if (number > 0 && !known) {
      return asked.choices().get(number - 1).word();
    }
    return asked.key().type() instanceof KeyType.YesNo && "yn".contains(part) ? yesNo(part) : part;
  }

  private static String yesNo(String letter) {
    return letter.equals("y") ? "yes" : "no";
  }

  private static int number(String part, Asked asked) {
    return isNumbered(asked) && part.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(part) : 0;
  }

  private static boolean isNumbered(Asked asked) {
    return !asked.choices().isEmpty();
  }
}
