package dev.countersign.discover.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts shell scripts into simple commands, as POSIX describes it: words with quotes taken off,
 * comments and the bodies of here-documents left out, lines that go on joined, variables that the
 * text itself sets put in place. Nothing is run. One pass, at most {@value #MOST} words.
 */
public final class Shell {
  private static final int MOST = 100_000;
  private static final int LONGEST_WORD = 4_000;
  private static final String ENDS = ";|&()`";

  private final String text;
  private final int first;
  private final Map<String, String> variables = new HashMap<>();
  private final List<Command> commands = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private final List<String> hereEnds = new ArrayList<>();
  private boolean inWord;
  private boolean expectsHere;
  private int at;
  private int row;
  private int start;
  private int total;

  private Shell(String text, int first) {
    this.text = text;
    this.first = first;
    this.start = first;
  }

  /**
   * A simple command.
   *
   * @param words its words, the name of the program first; assignments before it are left out
   * @param line where it starts
   */
  public record Command(List<String> words, int line) {
    public Command {
      words = List.copyOf(words);
    }
  }

  /**
   * The commands of a text, in order.
   *
   * @param first the number of its first line in its file
   */
  public static List<Command> commands(String text, int first) {
    Shell shell = new Shell(text, first);
    shell.read();
    return shell.commands;
  }

  private void read() {
    while (at < text.length() && total < MOST) {
      step(text.charAt(at));
    }
    endCommand();
  }

  private void step(char c) {
    if (c == '\\') {
      escaped();
    } else if (c == '\'' || c == '"') {
      quoted(c);
    } else if (c == '\n') {
      endLine();
    } else if (c == ' ' || c == '\t' || c == '\r') {
      endWord();
      at++;
    } else if (c == '#' && !inWord) {
      at = endOfLine();
    } else if (c == '<' && text.startsWith("<<", at) && !text.startsWith("<<<", at)) {
      here();
    } else if (c == '$') {
      variable();
    } else if (ENDS.indexOf(c) >= 0) {
      endCommand();
      at++;
    } else if (c == '<' || c == '>') {
      endWord();
      at++;
    } else {
      take(c);
      at++;
    }
  }

  private void take(char c) {
    inWord = true;
    if (word.length() < LONGEST_WORD) {
      word.append(c);
    }
  }

  private void escaped() {
    if (at + 1 < text.length() && text.charAt(at + 1) == '\n') {
      row++;
      at += 2;
    } else if (text.startsWith("\\\r\n", at)) {
      row++;
      at += 3;
    } else {
      if (at + 1 < text.length()) {
        take(text.charAt(at + 1));
      }
      at += 2;
    }
  }

  private void quoted(char quote) {
    inWord = true;
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at);
      if (c == '$' && quote == '"') {
        variable();
        continue;
      }
      boolean escape = c == '\\' && quote == '"' && at + 1 < text.length();
      at += escape ? 1 : 0;
      row += text.charAt(at) == '\n' ? 1 : 0;
      take(text.charAt(at));
      at++;
    }
    at++;
  }

  /** {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-default}}; others stay as they are written. */
  private void variable() {
    boolean braces = text.startsWith("${", at);
    int from = at + (braces ? 2 : 1);
    int to = from;
    while (to < text.length() && isName(text.charAt(to))) {
      to++;
    }
    String name = text.substring(from, to);
    int close = braces ? text.indexOf('}', to) : to;
    if (name.isEmpty() || close < 0 || close - to > LONGEST_WORD) {
      take('$');
      at++;
      return;
    }
    String rest = text.substring(to, close);
    String otherwise = rest.startsWith(":-") ? rest.substring(2) : "$" + name;
    variables.getOrDefault(name, otherwise).chars().forEach(c -> take((char) c));
    at = braces ? close + 1 : to;
  }

  private static boolean isName(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
  }

  /** The body of a here-document begins on the next line. */
  private void here() {
    endWord();
    at += text.startsWith("<<-", at) ? 3 : 2;
    expectsHere = true;
  }

  private void endWord() {
    if (!inWord) {
      return;
    }
    String ended = word.toString();
    word.setLength(0);
    inWord = false;
    total++;
    if (expectsHere) {
      hereEnds.add(ended);
      expectsHere = false;
    } else if (words.isEmpty() && isAssignment(ended)) {
      int sign = ended.indexOf('=');
      variables.put(ended.substring(0, sign), ended.substring(sign + 1));
    } else {
      start = words.isEmpty() ? first + row : start;
      words.add(ended);
    }
  }

  private static boolean isAssignment(String word) {
    int sign = word.indexOf('=');
    return sign > 0 && word.substring(0, sign).chars().allMatch(c -> isName((char) c));
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      exported();
      commands.add(new Command(words, start));
      words.clear();
    }
  }

  /** {@code export NAME=value}, {@code local NAME=value}. */
  private void exported() {
    String program = words.getFirst();
    if (program.equals("export") || program.equals("local") || program.equals("readonly")) {
      words.stream()
          .skip(1)
          .filter(Shell::isAssignment)
          .forEach(word -> {
            int sign = word.indexOf('=');
            variables.put(word.substring(0, sign), word.substring(sign + 1));
          });
    }
  }

  private void endLine() {
    endCommand();
    row++;
    at++;
    while (!hereEnds.isEmpty() && at < text.length()) {
      skipBody(hereEnds.removeFirst());
    }
    hereEnds.clear();
  }

  private void skipBody(String end) {
    while (at < text.length()) {
      int stop = endOfLine();
      String line = text.substring(at, stop).strip();
      row++;
      at = Math.min(text.length(), stop + 1);
      if (line.equals(end)) {
        return;
      }
    }
  }

  private int endOfLine() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
