package dev.countersign.cli.command;

import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.provenance.DescribeFile;
import dev.countersign.cli.provenance.Told;
import dev.countersign.provenance.Labels;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.Source;
import dev.countersign.provenance.TimeRange;
import dev.countersign.provenance.croissant.Croissant;
import dev.countersign.provenance.croissant.CroissantFacts;
import dev.countersign.provenance.croissant.CroissantReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say of a dataset what its files do not show. */
final class ToldOptions {
  private static final int LARGEST = 16 << 20;

  @Option(
      names = "--describe",
      paramLabel = "FILE",
      description =
          "YAML that says all of what follows, so that it can be kept: sources, collected, writers,"
              + " labels, licence, sensitivity, from, until.")
  @Nullable Path describe;

  @Option(
      names = "--croissant",
      paramLabel = "FILE",
      description =
          "Croissant metadata (MLCommons): takes over what it says, and compares its digests with"
              + " the files.")
  @Nullable Path croissant;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Where the files come from; may be repeated.")
  List<String> sources = List.of();

  @Option(names = "--collected", paramLabel = "TEXT", description = "How they were collected.")
  @Nullable String collected;

  @Option(
      names = "--writer",
      paramLabel = "WHO",
      description = "Who could write to the dataset while it was made; may be repeated.")
  List<String> writers = List.of();

  @Option(names = "--labels", paramLabel = "TEXT", description = "How labels came about.")
  @Nullable String labels;

  @Option(
      names = "--labels-by",
      paramLabel = "WHO",
      description = "Whose judgement the labels are; may be repeated.")
  List<String> labelsBy = List.of();

  @Option(names = "--licence", paramLabel = "SPDX", description = "Under which licence.")
  @Nullable String licence;

  @Option(
      names = "--sensitivity",
      paramLabel = "WORD",
      description = "public, internal, confidential, personal, special-category or secret.")
  @Nullable String sensitivity;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = Day.class,
      description = "The first day that the data tells of.")
  @Nullable LocalDate from;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = Day.class,
      description = "The last one.")
  @Nullable LocalDate until;

  /** What options, the YAML and Croissant say; what comes first goes before. */
  Told told(Optional<Croissant> metadata) {
    Told file = describe == null ? Told.NOTHING : DescribeFile.read(describe);
    Told theirs = metadata.map(CroissantFacts::of).map(Told::of).orElse(Told.NOTHING);
    return options().or(file).or(theirs);
  }

  /** The metadata that is named. */
  Optional<Croissant> metadata() {
    if (croissant == null) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(croissant)) {
      return Optional.of(CroissantReader.read(in.readNBytes(LARGEST + 1)));
    } catch (MalformedMetadata malformed) {
      throw new Refused(croissant + " is no Croissant file: " + malformed.detail() + ".");
    } catch (IOException unreadable) {
      throw new Refused(croissant + " cannot be read (" + Failure.why(unreadable) + ").");
    }
  }

  private Told options() {
    return new Told(
        sources.stream().map(name -> new Source(name, Optional.empty(), "")).toList(),
        Optional.ofNullable(collected),
        writers,
        labels(),
        Optional.ofNullable(licence),
        sensitivity(),
        range());
  }

  private Optional<Labels> labels() {
    if (labels == null && labelsBy.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Labels(labels == null ? "by judgement" : labels, labelsBy));
  }

  private Optional<String> sensitivity() {
    if (sensitivity != null && !DescribeFile.SENSITIVITY.contains(sensitivity)) {
      throw new Refused(
          "--sensitivity is '%s'. Choose one of %s."
              .formatted(sensitivity, String.join(", ", DescribeFile.SENSITIVITY)));
    }
    return Optional.ofNullable(sensitivity);
  }

  private Optional<TimeRange> range() {
    if (from == null && until == null) {
      return Optional.empty();
    }
    if (from == null || until == null || until.isBefore(from)) {
      throw new Refused("give both days, the first first: --from DATE --until DATE");
    }
    return Optional.of(new TimeRange(from, until));
  }
}
