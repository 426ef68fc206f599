package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The commands by name, in the order in which help lists them. */
enum Subcommand {
  CHECK(CheckCommand::new),
  EXPLAIN(ExplainCommand::new),
  RULES(RulesCommand::new),
  CATALOGUE(CatalogueCommand::new),
  SCHEMA(SchemaCommand::new),
  COMPLETION(CompletionCommand::new);

  private final Function<Console, Object> constructor;

  Subcommand(Function<Console, Object> constructor) {
    this.constructor = constructor;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Object create(Console console) {
    return constructor.apply(console);
  }

  /** The one command that these arguments name, or all where help or a suggestion may need them. */
  static List<Subcommand> needed(String[] args) {
    List<Subcommand> named =
        Stream.of(values())
            .filter(command -> args.length > 0 && command.word().equals(args[0]))
            .filter(command -> command != COMPLETION)
            .toList();
    return named.isEmpty() ? List.of(values()) : named;
  }
}
