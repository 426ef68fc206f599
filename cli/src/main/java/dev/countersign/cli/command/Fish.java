package dev.countersign.cli.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a completion script for fish, which picocli does not. */
final class Fish {
  private static final String START = "complete -c countersign";

  private Fish() {}

  static String script(CommandLine root) {
    Stream<String> lines =
        Stream.concat(
            Stream.of("# Completion of countersign for fish. Made by: countersign completion fish"),
            root.getSubcommands().entrySet().stream().flatMap(Fish::command));
    return String.join("\n", lines.toList()) + "\n";
  }

  private static Stream<String> command(Map.Entry<String, CommandLine> command) {
    String name = command.getKey();
    CommandSpec spec = command.getValue().getCommandSpec();
    String header = String.join(" ", List.of(spec.usageMessage().header())).replace("%n", "");
    String here = START + " -n '__fish_seen_subcommand_from " + name + "'";
    return Stream.of(
            Stream.of(START + " -n __fish_use_subcommand -f -a " + name + " -d " + quoted(header)),
            spec.options().stream().map(option -> here + option(option)),
            spec.positionalParameters().stream()
                .filter(parameter -> parameter.type().isEnum())
                .map(parameter -> here + " -f -a " + quoted(words(parameter))))
        .flatMap(lines -> lines);
  }

  private static String option(OptionSpec option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
    }
    if (option.arity().max() > 0) {
      text.append(" -r");
    }
    if (option.type().isEnum()) {
      text.append(" -f -a ").append(quoted(words(option)));
    }
    String description = String.join(" ", List.of(option.description()));
    return text.append(" -d ").append(quoted(description)).toString();
  }

  private static String words(ArgSpec argument) {
    Object[] constants = argument.type().getEnumConstants();
    return String.join(" ", Stream.of(constants).map(Object::toString).toList());
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
