package dev.countersign.cli.command;

import dev.countersign.attest.SigstoreService;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.NewFile;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trust root}: fetches what Sigstore's signatures are verified by. */
@Command(
    name = "root",
    header = "Fetches Sigstore's trusted root, by which its signatures are verified offline.",
    description = {
      "Asks Sigstore's public instance over the network, and verifies the answer by TUF. Commit the"
          + " file and name it in countersign-trust.yaml: sigstore: { trusted-root: FILE }. Fetch it"
          + " again when Sigstore changes its keys: about once a year."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class TrustRootCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--online", description = "Lets this command use the network; it needs it.")
  boolean online;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where to write it. A file that is there is never replaced.")
  Path out = Path.of("trusted_root.json");

  @Option(names = "--staging", description = "Sigstore's staging instance, for trying things out.")
  boolean staging;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  TrustRootCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!online) {
      throw new Refused(
          "trust root asks Sigstore over the network, and nothing does so unasked. Say --online.");
    }
    NewFile.write(out, new String(fetch(), StandardCharsets.UTF_8));
    console.print(
        "%s written. Name it in countersign-trust.yaml: sigstore: { trusted-root: %s }%n"
            .formatted(out, out));
    return ExitCode.PASS;
  }

  private byte[] fetch() {
    SigstoreService sigstore =
        SigstoreService.installed()
            .orElseThrow(() -> new Refused("this installation lacks Sigstore. Install it again."));
    try {
      return sigstore.fetchTrustedRoot(staging);
    } catch (IOException failed) {
      throw new Refused(String.valueOf(failed.getMessage()));
    }
  }
}
