package dev.countersign.cli.explain;

import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.model.yaml.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what an id is the id of, and writes everything about it. */
public final class Explainer {
  private final Sources sources;

  /** An explainer that knows these sources. */
  public Explainer(Sources sources) {
    this.sources = sources;
  }

  /** Everything about an id, or empty if nothing has it. */
  public Optional<String> explain(String id, Terminal terminal) {
    List<Topic> topics = Topics.of(id, sources).toList();
    if (topics.isEmpty()) {
      return Optional.empty();
    }
    Page page = new Page(terminal);
    topics.forEach(topic -> topic.write(new Sheet(page)));
    return Optional.of(page.toString());
  }

  /** The id that was probably meant. */
  public Optional<String> nearest(String id) {
    return new Problems().suggest(id, known().distinct().sorted().toList());
  }

  private Stream<String> known() {
    return Stream.of(
            sources.knowledge().families().stream().map(family -> family.id()),
            sources.knowledge().controls().stream().map(control -> control.id()),
            FindingRule.all().stream().map(FindingRule::id),
            sources.systems().stream().flatMap(Topics::ids),
            catalogued())
        .flatMap(ids -> ids);
  }

  private Stream<String> catalogued() {
    return sources.catalogues().headers().stream()
        .flatMap(header -> sources.catalogues().load(header.id()).stream())
        .flatMap(catalogue -> catalogue.entries().stream())
        .map(entry -> entry.id());
  }
}
