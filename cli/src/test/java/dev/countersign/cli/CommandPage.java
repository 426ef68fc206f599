package dev.countersign.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Writes the page about commands from what they say about themselves, as Markdown. */
final class CommandPage {
  private CommandPage() {}

  static String text() {
    StringBuilder page = new StringBuilder();
    for (String command : commands()) {
      page.append("\n## ").append(command).append("\n");
      help(page, command.split(" "));
    }
    return page.toString();
  }

  /** The commands in the order of help, each with those below it. */
  static List<String> commands() {
    return listed("--help").stream()
        .flatMap(name -> Stream.concat(Stream.of(name), below(name).map(word -> name + " " + word)))
        .toList();
  }

  private static Stream<String> below(String name) {
    return listed(name, "--help").stream();
  }

  /** The commands that a help lists; none where it lists none. */
  private static List<String> listed(String... help) {
    List<String> lines = Run.of(help).lines();
    return lines.stream()
        .skip(Math.max(lines.indexOf("Commands:"), 0) + 1L)
        .takeWhile(line -> lines.contains("Commands:") && !line.isEmpty())
        .filter(line -> line.matches(" {2}\\w.*"))
        .map(line -> line.strip().split(" ")[0])
        .toList();
  }

  private static void help(StringBuilder page, String... command) {
    String[] args = Arrays.copyOf(command, command.length + 1);
    args[command.length] = "--help";
    page.append("\n```text\n").append(Run.of(args).out().stripTrailing()).append("\n```\n");
  }
}
