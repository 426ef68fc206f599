package dev.countersign.cli.command;

import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.provenance.Datasets;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Input;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.Transformation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about the step that made a dataset out of others. */
final class StepOptions {
  @Option(
      names = "--from-dataset",
      paramLabel = "STATEMENT",
      description = "The statement about a dataset that this one was made from; may be repeated.")
  List<Path> inputs = List.of();

  @Option(
      names = "--transformation",
      paramLabel = "NAME",
      description = "What was done, such as clean or split.")
  @Nullable String name;

  @Option(names = "--tool", paramLabel = "TEXT", description = "With which program and version.")
  @Nullable String tool;

  @Option(
      names = "--code",
      paramLabel = "FILE",
      description = "The program that did it, whose SHA-256 is recorded.")
  @Nullable Path code;

  @Option(
      names = "--parameter",
      paramLabel = "KEY=VALUE",
      description = "What it was told; may be repeated.")
  Map<String, String> parameters = new LinkedHashMap<>();

  /**
   * The step; none where nothing is named.
   *
   * @param known inputs that are known from elsewhere
   */
  List<Transformation> steps(List<Input> known) {
    List<Input> all = new ArrayList<>(known);
    inputs.forEach(file -> all.add(input(file)));
    if (all.isEmpty() && name == null) {
      return List.of();
    }
    return List.of(
        new Transformation(
            name == null ? "made from" : name,
            Optional.ofNullable(tool),
            new TreeMap<>(parameters),
            Optional.ofNullable(code).map(StepOptions::sha256),
            all.stream().distinct().toList()));
  }

  private static Input input(Path file) {
    DatasetStatement dataset = Datasets.dataset(Datasets.statement(file));
    return new Input(dataset.name(), dataset.digest());
  }

  static String sha256(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new Refused(
          "--code " + file + " cannot be read (" + Failure.why(unreadable) + "). Name a file.");
    }
  }
}
