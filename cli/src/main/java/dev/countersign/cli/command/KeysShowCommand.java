package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Passphrase;
import dev.countersign.cli.key.KeyFile;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys show}: says what a key or certificate is. */
@Command(
    name = "show",
    header = "Says what a key or certificate is; never shows anything secret.",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class KeysShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      description = "A private key, public key or certificates, in PEM.")
  Path file = Path.of(".");

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Its first line is the passphrase of an encrypted key.")
  @Nullable Path passphraseFile;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  KeysShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Page page = new Page(terminal.terminal(console));
    page.line(Line.of(Style.STRONG, file.toString()));
    KeyFile.describe(file, Passphrase.of(console, Optional.ofNullable(passphraseFile)))
        .forEach(field -> page.labelled(2, Line.of(field.name()), 15, Line.of(field.value())));
    console.print(page.toString());
    return ExitCode.PASS;
  }
}
