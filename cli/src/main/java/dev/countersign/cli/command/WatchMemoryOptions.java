package dev.countersign.cli.command;

import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.watch.baseline.BaselineFile;
import dev.countersign.watch.baseline.UnusableBaseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options about what is known, and how much is remembered. */
final class WatchMemoryOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "What is usual of a model, as countersign watch calibrate signs it; may be repeated."
              + " Without one only what needs no calibration says something.")
  List<Path> baselines = List.of();

  @Option(
      names = "--max-clients",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "How many clients are remembered, ${DEFAULT-VALUE} otherwise. Who was silent longest is"
              + " forgotten first.")
  int mostClients = 1_000_000;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many share the work; otherwise one a processor. Alerts do not depend on it.")
  int threads = Runtime.getRuntime().availableProcessors();

  /**
   * Refuses numbers that cannot be.
   *
   * @throws Refused if there is one
   */
  void check() {
    if (mostClients < 1 || threads < 1 || threads > 1024) {
      throw new Refused(
          "--max-clients and --threads have to be at least 1, and threads at most 1024.");
    }
  }

  /**
   * The baselines that are named, verified.
   *
   * @throws Refused if one cannot be read, or counts for nothing
   */
  List<BaselineFile> baselines(TrustOptions trust) {
    return baselines.stream().map(file -> read(file, trust)).toList();
  }

  private static BaselineFile read(Path file, TrustOptions trust) {
    try {
      return BaselineFile.read(file, trust.policy(file));
    } catch (UnusableBaseline wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + ").");
    }
  }
}
