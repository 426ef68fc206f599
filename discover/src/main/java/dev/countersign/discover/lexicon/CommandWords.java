package dev.countersign.discover.lexicon;

import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.Resource.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What commands tell: {@code commands.yaml}. */
public final class CommandWords {
  private static final Map<String, List<Word>> BY_PROGRAM = byProgram();

  private CommandWords() {}

  /**
   * A command that tells something.
   *
   * @param words how it begins: {@code vllm serve}
   * @param what what running it means
   * @param product who or what is behind it
   * @param options options whose value names a model
   * @param named whether the first word behind it that is no option names one
   */
  public record Word(
      List<String> words, What what, String product, List<String> options, boolean named) {
    public Word {
      words = List.copyOf(words);
      options = List.copyOf(options);
    }

    /** The model that a command names. */
    public Optional<String> model(List<String> command) {
      for (int i = words.size(); i < command.size(); i++) {
        String word = command.get(i);
        int sign = word.indexOf('=');
        if (options.contains(sign < 0 ? word : word.substring(0, sign))) {
          String next = i + 1 < command.size() ? command.get(i + 1) : "";
          return Optional.of(sign < 0 ? next : word.substring(sign + 1)).filter(this::isName);
        }
      }
      return command.stream()
          .skip(words.size())
          .filter(word -> named && !word.startsWith("-"))
          .findFirst()
          .filter(this::isName);
    }

    private boolean isName(String text) {
      return ModelNames.isName(text);
    }

    private boolean begins(List<String> command) {
      return command.size() >= words.size() && command.subList(0, words.size()).equals(words);
    }
  }

  /** What a command means, by the longest beginning that fits. */
  public static Optional<Word> find(List<String> command) {
    return BY_PROGRAM.getOrDefault(command.getFirst(), List.of()).stream()
        .filter(word -> word.begins(command))
        .max((a, b) -> Integer.compare(a.words().size(), b.words().size()));
  }

  private static Map<String, List<Word>> byProgram() {
    Map<String, List<Word>> words = new HashMap<>();
    Resource.of("commands.yaml")
        .lines("commands")
        .forEach((text, line) -> {
          Word word = word(text, line);
          words.computeIfAbsent(word.words().getFirst(), _ -> new ArrayList<>()).add(word);
        });
    return words;
  }

  private static Word word(String text, Line line) {
    String what = line.text("what").toUpperCase(Locale.ROOT).replace('-', '_');
    return new Word(
        Arrays.asList(text.split(" ", -1)),
        What.valueOf(what),
        line.text("product"),
        line.texts("options"),
        line.text("named").equals("yes"));
  }
}
