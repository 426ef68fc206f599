package dev.countersign.discover.detect;

import java.util.List;
import java.util.Locale;

/**
 * Turns a Dockerfile into the shell script that its instructions run, line by line: {@code RUN},
 * {@code CMD} and {@code ENTRYPOINT} give their commands, {@code ENV} and {@code ARG} set
 * variables, all else is left empty.
 */
final class Dockerfile {
  private static final String GOES_ON = "\\";

  private Dockerfile() {}

  /** The script, with as many lines as the file. */
  static String script(List<String> lines) {
    StringBuilder script = new StringBuilder();
    boolean goesOn = false;
    boolean runs = false;
    for (String line : lines) {
      String bare = line.strip();
      boolean comment = bare.startsWith("#");
      if (comment || goesOn && bare.isEmpty()) {
        // Within an instruction such lines are passed over.
        script.append(goesOn ? GOES_ON : "");
      } else if (goesOn) {
        script.append(runs ? line : bare.endsWith(GOES_ON) ? GOES_ON : "");
        goesOn = bare.endsWith(GOES_ON);
      } else {
        String instruction = instruction(bare);
        runs = !instruction.isEmpty();
        goesOn = bare.endsWith(GOES_ON);
        script.append(runs ? instruction : goesOn ? GOES_ON : "");
      }
      script.append('\n');
    }
    return script.toString();
  }

  private static String instruction(String line) {
    int end = line.indexOf(' ');
    String name = end < 0 ? "" : line.substring(0, end).toUpperCase(Locale.ROOT);
    String rest = end < 0 ? "" : line.substring(end + 1).strip();
    return switch (name) {
      case "RUN", "CMD", "ENTRYPOINT" -> rest.startsWith("[") ? words(rest) : options(rest);
      case "ENV", "ARG" -> rest.contains("=") ? "export " + rest : rest.replaceFirst("\\s+", "=");
      default -> "";
    };
  }

  /** {@code ["vllm", "serve"]}: the quotes stay, so that words stay whole. */
  private static String words(String list) {
    int close = list.lastIndexOf(']');
    return list.substring(1, close < 0 ? list.length() : close)
        .replace("\",", "\" ")
        .replace("',", "' ");
  }

  /** {@code --mount=type=cache,...} comes before the command. */
  private static String options(String command) {
    String rest = command;
    while (rest.startsWith("--") && rest.indexOf(' ') > 0) {
      rest = rest.substring(rest.indexOf(' ') + 1).stripLeading();
    }
    return rest;
  }
}
