package dev.countersign.fit.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Sentences by chance from a grammar: {@code @ part} starts the wordings of a part, one a line;
 * {@code [part]} is one of them, {@code {a|b|}} one of these. A line whose braces are open goes on
 * in the next.
 */
final class Grammar {
  private static final String WHOLE = "whole";
  private static final int MOST_DEPTH = 40;

  private final Map<String, List<String>> parts;

  private Grammar(Map<String, List<String>> parts) {
    this.parts = parts;
  }

  /** One of the grammars that ship. */
  static Grammar resource(String name) {
    try (InputStream in = Grammar.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar of countersign-guard-fit lacks " + name);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Grammar of(String text) {
    Map<String, List<String>> parts = new HashMap<>();
    List<String> wordings = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.split("\n")) {
      if (line.startsWith("@ ")) {
        wordings = parts.computeIfAbsent(line.substring(2), name -> new ArrayList<>());
      } else if (!line.startsWith("# ") && !line.isEmpty()) {
        open.append(open.isEmpty() ? "" : "\n").append(line);
        if (balance(open) == 0) {
          wordings.add(open.toString());
          open.setLength(0);
        }
      }
    }
    return new Grammar(parts);
  }

  private static long balance(CharSequence text) {
    return text.chars().map(unit -> unit == '{' ? 1 : unit == '}' ? -1 : 0).sum();
  }

  /**
   * A sentence.
   *
   * @param slots what stands for a word in capitals, if it is a slot
   */
  String sentence(RandomGenerator random, Map<String, Function<RandomGenerator, String>> slots) {
    String text = part(WHOLE, random, 0);
    for (Map.Entry<String, Function<RandomGenerator, String>> slot : slots.entrySet()) {
      while (text.contains(slot.getKey())) {
        text =
            text.replaceFirst(slot.getKey(), "\u0000")
                .replace("\u0000", slot.getValue().apply(random).replace(slot.getKey(), ""));
      }
    }
    return text.replace('\u00A6', '|').strip();
  }

  private String part(String name, RandomGenerator random, int depth) {
    List<String> wordings = parts.getOrDefault(name, List.of(""));
    return expand(wordings.get(random.nextInt(wordings.size())), random, depth + 1);
  }

  private String expand(String wording, RandomGenerator random, int depth) {
    if (depth > MOST_DEPTH) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < wording.length()) {
      char unit = wording.charAt(i);
      int end = unit == '{' ? closing(wording, i) : unit == '[' ? reference(wording, i) : -1;
      if (end < 0) {
        text.append(unit);
        i++;
      } else {
        String inner = wording.substring(i + 1, end);
        text.append(unit == '{' ? choice(inner, random, depth) : part(inner, random, depth));
        i = end + 1;
      }
    }
    return text.toString();
  }

  /** Where the name of a part ends, or -1: a bracket may also be one. */
  private int reference(String wording, int from) {
    int end = wording.indexOf(']', from);
    return end > 0 && parts.containsKey(wording.substring(from + 1, end)) ? end : -1;
  }

  private String choice(String inner, RandomGenerator random, int depth) {
    List<String> choices = new ArrayList<>();
    int from = 0;
    int open = 0;
    for (int i = 0; i < inner.length(); i++) {
      char unit = inner.charAt(i);
      open += unit == '{' ? 1 : unit == '}' ? -1 : 0;
      if (unit == '|' && open == 0) {
        choices.add(inner.substring(from, i));
        from = i + 1;
      }
    }
    choices.add(inner.substring(from));
    return expand(choices.get(random.nextInt(choices.size())), random, depth + 1);
  }

  private static int closing(String wording, int from) {
    int open = 0;
    for (int i = from; i < wording.length(); i++) {
      open += wording.charAt(i) == '{' ? 1 : wording.charAt(i) == '}' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return -1;
  }
}
