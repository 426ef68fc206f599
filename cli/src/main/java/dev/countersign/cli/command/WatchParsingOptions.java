package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Refused;
import dev.countersign.model.yaml.Problems;
import dev.countersign.runner.mapping.MappingReader;
import dev.countersign.watch.log.EventParser;
import dev.countersign.watch.log.LineParser;
import dev.countersign.watch.log.MappedParser;
import dev.countersign.watch.log.Mapping;
import dev.countersign.watch.log.Presets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about what lines of a log are. */
final class WatchParsingOptions {
  @Option(
      names = "--mapping",
      paramLabel = "MAPPING",
      description =
          "How to read the log of another program (docs/watch-mapping.md): a file, or one of envoy,"
              + " kserve, langchain4j, openai, spring-ai and triton.")
  @Nullable String mapping;

  /**
   * What makes parsers of lines; empty where the mapping is wrong, which was told.
   *
   * @throws Refused if there is no such mapping
   */
  Optional<Supplier<LineParser>> parser(Console console) {
    LongSupplier latest = () -> System.currentTimeMillis() + LineParser.AHEAD;
    if (mapping == null) {
      return Optional.of(() -> new EventParser(latest));
    }
    return mapping(mapping, console).map(one -> () -> new MappedParser(one, latest));
  }

  private static Optional<Mapping> mapping(String name, Console console) {
    Optional<Mapping> preset = Presets.named(name);
    if (preset.isPresent()) {
      return preset;
    }
    if (!Files.exists(Path.of(name))) {
      throw new Refused(
          "there is no mapping '%s': no file, and none of %s."
              .formatted(name, String.join(", ", Presets.names())));
    }
    Problems problems = new Problems();
    Optional<Mapping> read = new MappingReader(problems).read(Path.of(name));
    if (read.isEmpty()) {
      console.complain(ProblemReport.of(problems.sorted(), "nothing watched"));
    }
    return read;
  }
}
