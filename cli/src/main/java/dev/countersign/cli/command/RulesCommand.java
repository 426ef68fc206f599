package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.explain.Explainer;
import dev.countersign.cli.explain.Sources;
import dev.countersign.cli.list.RuleList;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.catalogue.Catalogues;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules}: every family of attacks that can be derived. */
@Command(
    name = "rules",
    header = "Lists the families of attacks that can be derived, by stage.",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class RulesCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "Explains that family instead.")
  @Nullable String id;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json; json holds everything, triggers too.")
  TextOrJson format = TextOrJson.TEXT;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Knowledge knowledge = Knowledge.bundled();
    if (id != null && knowledge.family(id).isEmpty()) {
      throw new Refused(
          "no rule pack has a family '" + id + "'. countersign rules lists those there are.");
    }
    switch (format) {
      case JSON -> console.emit(RuleList.json(knowledge, id));
      case TEXT -> console.print(id == null ? list(knowledge) : explained(knowledge, id));
    }
    return ExitCode.PASS;
  }

  private String list(Knowledge knowledge) {
    return RuleList.text(knowledge, terminal.terminal(console));
  }

  private String explained(Knowledge knowledge, String family) {
    Sources sources = new Sources(knowledge, Catalogues.bundled(), List.of());
    return new Explainer(sources).explain(family, terminal.terminal(console)).orElse("");
  }
}
