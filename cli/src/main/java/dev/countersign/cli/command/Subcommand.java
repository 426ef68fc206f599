package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The commands by name, in the order in which help lists them. */
enum Subcommand {
  CHECK,
  INIT,
  REPORT,
  DIFF,
  SIGNOFF,
  STATUS,
  MATURITY,
  DISCOVER,
  KEYS,
  TRUST,
  INSPECT,
  BOM,
  SIGN,
  VERIFY,
  PROVENANCE,
  GUARD,
  WATCH,
  EXPLAIN,
  RULES,
  CATALOGUE,
  SCHEMA,
  COMPLETION;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Object create(Console console) {
    // Not a constructor a constant: that would load the classes of all commands at each start.
    return switch (this) {
      case CHECK -> new CheckCommand(console);
      case INIT -> new InitCommand(console);
      case REPORT -> new ReportCommand(console);
      case DIFF -> new DiffCommand(console);
      case SIGNOFF -> new SignoffCommand(console);
      case STATUS -> new StatusCommand(console);
      case MATURITY -> new MaturityCommand(console);
      case DISCOVER -> new DiscoverCommand(console);
      case KEYS -> KeysCommand.create(console);
      case TRUST -> TrustCommand.create(console);
      case INSPECT -> new InspectCommand(console);
      case BOM -> new BomCommand(console);
      case SIGN -> new SignCommand(console);
      case VERIFY -> new VerifyCommand(console);
      case PROVENANCE -> ProvenanceCommand.create(console);
      case GUARD -> GuardCommand.create(console);
      case WATCH -> WatchCommand.create(console);
      case EXPLAIN -> new ExplainCommand(console);
      case RULES -> new RulesCommand(console);
      case CATALOGUE ->
          new CommandLine(new CatalogueCommand(console))
              .addSubcommand("import", new CatalogueImportCommand(console));
      case SCHEMA -> new SchemaCommand(console);
      case COMPLETION -> new CompletionCommand(console);
    };
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
