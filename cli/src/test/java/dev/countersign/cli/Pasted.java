package dev.countersign.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of commands on a page, and what the page says that they print.
 *
 * @param line where it starts on the page
 * @param commands what a reader pastes
 * @param shown what is printed, with "…" for what is left out; empty where the page shows nothing
 */
record Pasted(int line, String commands, Optional<List<String>> shown) {
  private static final String LEFT_OUT = "…";

  /** The blocks of a page, in order. */
  static List<Pasted> of(List<String> page) {
    List<Pasted> blocks = new ArrayList<>();
    int at = 0;
    while (at < page.size()) {
      String fence = page.get(at);
      int end = fence.startsWith("```") ? end(page, at) : at;
      List<String> inside = page.subList(Math.min(at + 1, end), end);
      if (fence.equals("```sh")) {
        blocks.add(new Pasted(at + 1, String.join("\n", inside), Optional.empty()));
      } else if (fence.equals("```text")) {
        Pasted last = blocks.removeLast();
        blocks.add(new Pasted(last.line, last.commands, Optional.of(List.copyOf(inside))));
      }
      at = end + 1;
    }
    return blocks;
  }

  private static int end(List<String> page, int start) {
    int end = start + 1;
    while (!page.get(end).equals("```")) {
      end++;
    }
    return end;
  }

  /** The first shown lines that were not printed where they should have been; empty if all were. */
  String missing(List<String> printed) {
    List<List<String>> parts = parts();
    int from = 0;
    for (int index = 0; index < parts.size(); index++) {
      List<String> part = parts.get(index);
      boolean last = index == parts.size() - 1;
      int least = last ? Math.max(from, printed.size() - part.size()) : from;
      int most = index == 0 ? 0 : printed.size() - part.size();
      int at = find(part, printed, least, most);
      if (at < 0) {
        return String.join("\n", part);
      }
      from = at + part.size();
    }
    return "";
  }

  /** Between the lines that only say that something is left out; parts at the ends may be empty. */
  private List<List<String>> parts() {
    List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    for (String text : shown.orElse(List.of(LEFT_OUT))) {
      if (text.equals(LEFT_OUT)) {
        parts.add(new ArrayList<>());
      } else {
        parts.getLast().add(text);
      }
    }
    return parts;
  }

  private static int find(List<String> part, List<String> printed, int least, int most) {
    for (int at = least; at <= most; at++) {
      if (stands(part, printed, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean stands(List<String> part, List<String> printed, int at) {
    for (int index = 0; index < part.size(); index++) {
      if (at + index >= printed.size() || !fits(part.get(index), printed.get(at + index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String shown, String printed) {
    String pattern = Pattern.quote(shown).replace(LEFT_OUT, "\\E.*\\Q");
    return printed.stripTrailing().matches(pattern);
  }
}
