package dev.countersign.cli.command;

import dev.countersign.cli.console.CacheFolder;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.discover.DiscoverFormat;
import dev.countersign.cli.discover.Inventoried;
import dev.countersign.cli.discover.Looking;
import dev.countersign.cli.discover.LookingProgress;
import dev.countersign.cli.discover.Repositories;
import dev.countersign.discover.Confidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code discover}: the inventory of machine learning in trees of files. */
@Command(
    name = "discover",
    header = "Lists what uses or makes machine learning in one or many repositories.",
    description = {
      "Models, training code, servers, hosted models, agents, tools, MCP servers, prompts, vector"
          + " stores, datasets, notebooks and libraries, each once, with every place where it was"
          + " seen and how sure that is. It reads files only, runs nothing and opens no connection."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign discover                        what is in this folder",
      "  countersign discover --each ~/clones        every git clone below, with a summary",
      "  ls -d /srv/git/* | countersign discover -   folders named on standard input",
      "  countersign discover --format json          for machines",
      "",
      "Exit codes: 0 listed, 2 the input or the usage is wrong, 3 a bug."
    })
final class DiscoverCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "Folders, each with an inventory of its own. - reads them from standard input, one a line."
            + " Otherwise the current folder."
      })
  List<String> paths = List.of();

  @Option(
      names = "--each",
      description = "Every git clone at or below PATH has an inventory of its own.")
  boolean each;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json (docs/schema/discover-1.schema.json) or csv (one line a place).")
  DiscoverFormat format = DiscoverFormat.TEXT;

  @Option(
      names = "--min-confidence",
      paramLabel = "LEVEL",
      defaultValue = "likely",
      description = {
        "What to list: certain (the file says so), likely (the text reads so; the default) or"
            + " possible (everything)."
      })
  Least least = Least.LIKELY;

  @Option(
      names = {"-a", "--all"},
      description = {
        "Text: also what is among tests, examples and documentation only, and every place."
      })
  boolean all;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = {
        "Where to keep what was seen, so that only changed files are read the next time. Otherwise"
            + " countersign/discover in $XDG_CACHE_HOME or ~/.cache."
      })
  @Nullable Path cache;

  @Option(names = "--no-cache", description = "Reads every file and keeps nothing.")
  boolean noCache;

  @Option(
      names = {"-q", "--quiet"},
      description = "Shows no progress.")
  boolean quiet;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  DiscoverCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Path> folders =
        Repositories.find(paths.isEmpty() ? List.of(".") : paths, each, console.in());
    List<Inventoried> inventories =
        new Looking(cache(), Confidence.valueOf(least.name()))
            .through(folders, new LookingProgress(console, quiet));
    switch (format) {
      case TEXT -> console.print(format.render(inventories, all, terminal.terminal(console)));
      default -> console.emit(format.render(inventories, all, terminal.terminal(console)));
    }
    return ExitCode.PASS;
  }

  private Optional<Path> cache() {
    return noCache
        ? Optional.empty()
        : Optional.ofNullable(cache).or(() -> CacheFolder.of("discover", console));
  }

  /** What {@code --min-confidence} takes. */
  enum Least {
    CERTAIN,
    LIKELY,
    POSSIBLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
