package dev.countersign.cli.provenance;

import dev.countersign.model.Element;
import dev.countersign.provenance.Description;
import dev.countersign.provenance.Labels;
import dev.countersign.provenance.Source;
import dev.countersign.provenance.TimeRange;
import dev.countersign.provenance.Transformation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one place says of a dataset: options, a YAML file, Croissant, the threat model.
 *
 * @param sources where files come from
 * @param collected how they were collected
 * @param writers who could write
 * @param labels how labels were made
 * @param licence SPDX
 * @param sensitivity a word of the language
 * @param range the days that the data tells of
 */
public record Told(
    List<Source> sources,
    Optional<String> collected,
    List<String> writers,
    Optional<Labels> labels,
    Optional<String> licence,
    Optional<String> sensitivity,
    Optional<TimeRange> range) {
  /** Nothing was said. */
  public static final Told NOTHING = of(Description.NONE);

  public Told {
    sources = List.copyOf(sources);
    writers = List.copyOf(writers);
  }

  /** What a description says. */
  public static Told of(Description said) {
    return new Told(
        said.sources(),
        said.collection(),
        said.writers(),
        said.labels(),
        said.licence(),
        said.sensitivity(),
        said.timeRange());
  }

  /** What a threat model says. */
  public static Told of(Element dataset) {
    List<Source> sources =
        Stream.concat(dataset.text("supplier").stream(), dataset.word("origin").stream())
            .limit(1)
            .map(name -> new Source(name, Optional.empty(), ""))
            .toList();
    Optional<Labels> labels =
        dataset.text("labels.from").map(how -> new Labels(how, dataset.refs("labels.writers")));
    return new Told(
        sources,
        Optional.empty(),
        dataset.refs("writers"),
        labels,
        Optional.empty(),
        dataset.word("sensitivity"),
        Optional.empty());
  }

  /** This, and where it says nothing, what another place says. */
  public Told or(Told other) {
    return new Told(
        sources.isEmpty() ? other.sources : sources,
        collected.or(other::collected),
        writers.isEmpty() ? other.writers : writers,
        labels.or(other::labels),
        licence.or(other::licence),
        sensitivity.or(other::sensitivity),
        range.or(other::range));
  }

  /** The description for a statement. */
  public Description description(
      List<Transformation> steps, Instant recorded, List<String> selection, List<String> unseen) {
    return new Description(
        sources,
        collected,
        writers,
        labels,
        licence,
        sensitivity,
        range,
        steps,
        Optional.of(recorded),
        selection,
        unseen);
  }

  /**
   * What a reader must know and nobody said, each with the option that says it.
   *
   * @param made whether it was made of other datasets, which say the rest
   * @param dataset what the threat model says of it; that nobody writes is an answer, too
   */
  public List<String> missing(boolean made, Optional<Element> dataset) {
    List<String> missing = new ArrayList<>();
    add(missing, sources.isEmpty() && !made, "where it comes from: --source TEXT");
    add(missing, collected.isEmpty() && !made, "how it was collected: --collected TEXT");
    add(
        missing,
        writers.isEmpty() && !says(dataset, "writers"),
        "who could write to it: --writer WHO");
    add(
        missing,
        labels.isEmpty() && !says(dataset, "labels.writers"),
        "how labels were made, and by whom: --labels TEXT --labels-by WHO");
    add(missing, licence.isEmpty(), "under which licence: --licence SPDX");
    add(missing, sensitivity.isEmpty(), "how sensitive it is: --sensitivity WORD");
    add(missing, range.isEmpty() && !made, "of which days it tells: --from DATE --until DATE");
    return missing;
  }

  private static boolean says(Optional<Element> dataset, String key) {
    return dataset.flatMap(element -> element.value(key)).isPresent();
  }

  private static void add(List<String> missing, boolean unsaid, String what) {
    if (unsaid) {
      missing.add(what);
    }
  }
}
