package dev.countersign.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What files do not show: the word of whoever signs. Everything may be left out; what is left out
 * is not known, not none.
 *
 * @param sources where the files come from
 * @param collection how they were collected
 * @param writers who could write to the dataset while it was made: people, groups or systems
 * @param labels how labels were made and by whom
 * @param licence an SPDX licence expression
 * @param sensitivity a word of the language: {@code public}, {@code internal}, {@code
 *     confidential}, {@code personal}, {@code special-category}, {@code secret}
 * @param timeRange the days that the data tells of
 * @param transformations the steps that made it, first to last; empty for raw data
 * @param recorded when the files were read
 * @param selection which files of the root belong to it: names of files and folders, and globs, as
 *     they were asked for; empty for all
 * @param unseen names of files whose bytes nobody looked at: size and digest are what a pointer
 *     file of Git LFS claims
 */
public record Description(
    List<Source> sources,
    Optional<String> collection,
    List<String> writers,
    Optional<Labels> labels,
    Optional<String> licence,
    Optional<String> sensitivity,
    Optional<TimeRange> timeRange,
    List<Transformation> transformations,
    Optional<Instant> recorded,
    List<String> selection,
    List<String> unseen) {
  /** Nothing is known. */
  public static final Description NONE =
      new Description(
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of());

  public Description {
    sources = List.copyOf(sources);
    writers = List.copyOf(writers);
    transformations = List.copyOf(transformations);
    selection = List.copyOf(selection);
    unseen = List.copyOf(unseen);
  }

  /** A description of files all of which were looked at. */
  public Description(
      List<Source> sources,
      Optional<String> collection,
      List<String> writers,
      Optional<Labels> labels,
      Optional<String> licence,
      Optional<String> sensitivity,
      Optional<TimeRange> timeRange,
      List<Transformation> transformations,
      Optional<Instant> recorded,
      List<String> selection) {
    this(
        sources,
        collection,
        writers,
        labels,
        licence,
        sensitivity,
        timeRange,
        transformations,
        recorded,
        selection,
        List.of());
  }

  /** All datasets that any step read, in order. */
  public List<Input> inputs() {
    return transformations.stream().flatMap(step -> step.inputs().stream()).distinct().toList();
  }
}
