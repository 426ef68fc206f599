package dev.countersign.provenance.lineage;

import dev.countersign.attest.Subject;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.Transformation;
import dev.countersign.provenance.lineage.Lineage.Item;
import dev.countersign.provenance.lineage.Lineage.Kind;
import dev.countersign.provenance.lineage.Lineage.Link;
import dev.countersign.provenance.slsa.Dependency;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Follows statements by their digests. Each item is looked at once, so cycles end. */
final class Tracer {
  private final Library library;
  private final Function<StatementFile, Standing> judge;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Set<Link> links = new LinkedHashSet<>();
  private final Deque<Runnable> open = new ArrayDeque<>();

  Tracer(Library library, Function<StatementFile, Standing> judge) {
    this.library = library;
    this.judge = judge;
  }

  Lineage trace(StatementFile start) {
    if (start.isTraining()) {
      model(start);
    } else {
      dataset(start);
    }
    for (Runnable next = open.poll(); next != null; next = open.poll()) {
      if (items.size() >= Lineage.MOST) {
        break;
      }
      next.run();
    }
    return new Lineage(
        List.copyOf(items.values()), links.stream().filter(this::bothKnown).toList());
  }

  /** The first subject stands for the model: it is what the run is for. */
  private void model(StatementFile file) {
    Subject subject = file.statement().subjects().getFirst();
    String digest = subject.digests().firstEntry().getValue();
    String id = "model:" + digest;
    add(
        new Item(
            id,
            Kind.MODEL,
            subject.name().orElse("a model without a name"),
            Optional.of(subject.digests().firstKey() + ":" + digest),
            List.of(),
            Standing.IMPLIED));
    open.add(() -> run(file, id));
  }

  private void run(StatementFile file, String model) {
    String id = "run:" + model;
    try {
      TrainingProvenance run = file.training();
      add(
          new Item(
              id,
              Kind.RUN,
              run.invocation().orElse("training"),
              Optional.empty(),
              Facts.of(run),
              judge.apply(file)));
      links.add(new Link(id, model));
      run.dependencies().forEach(dependency -> dependency(dependency, id));
    } catch (MalformedMetadata malformed) {
      add(broken(id, Kind.RUN, "training", malformed));
      links.add(new Link(id, model));
    }
  }

  private void dependency(Dependency dependency, String run) {
    String digest = dependency.sha256().orElse("");
    Optional<StatementFile> dataset = library.dataset(digest);
    Optional<StatementFile> base = library.made(digest);
    if (dataset.isPresent() || dependency.part().equals(Optional.of(Dependency.DATASET))) {
      input(dependency.shown(), digest, run);
    } else if (base.isPresent()) {
      Subject subject = base.get().statement().subjects().getFirst();
      String id = "model:" + subject.digests().firstEntry().getValue();
      links.add(new Link(id, run));
      unlessKnown(id, () -> model(base.get()));
    } else {
      other(dependency, run);
    }
  }

  /** Code, or a model that nobody has told the making of. */
  private void other(Dependency dependency, String run) {
    boolean model = dependency.part().equals(Optional.of(Dependency.BASE_MODEL));
    String id = "other:" + dependency.shown() + ":" + dependency.digests();
    Standing standing =
        model ? Standing.missing("no statement says how it was made") : Standing.IMPLIED;
    add(
        new Item(
            id,
            model ? Kind.MODEL : Kind.CODE,
            dependency.shown(),
            dependency.digests().entrySet().stream()
                .findFirst()
                .map(digest -> digest.getKey() + ":" + digest.getValue()),
            List.of(),
            standing));
    links.add(new Link(id, run));
  }

  private void input(String name, String digest, String to) {
    String id = "dataset:" + digest;
    links.add(new Link(id, to));
    unlessKnown(
        id,
        () ->
            library
                .dataset(digest)
                .ifPresentOrElse(this::dataset, () -> add(missing(id, name, digest))));
  }

  private Item missing(String id, String name, String digest) {
    List<StatementFile> others = library.named(name);
    String why =
        others.isEmpty()
            ? "no statement about it was found"
            : "only a statement about other bytes of that name was found: "
                + others.getFirst().file().getFileName();
    return new Item(
        id, Kind.DATASET, name, Optional.of("sha256:" + digest), List.of(), Standing.missing(why));
  }

  private void dataset(StatementFile file) {
    Subject subject = file.statement().subjects().getFirst();
    String id = "dataset:" + subject.sha256().orElse("");
    try {
      DatasetStatement dataset = file.dataset();
      add(
          new Item(
              id,
              Kind.DATASET,
              dataset.name(),
              Optional.of("sha256:" + dataset.digest()),
              Facts.of(dataset),
              judge.apply(file)));
      open.add(() -> steps(dataset, id));
    } catch (MalformedMetadata malformed) {
      add(broken(id, Kind.DATASET, subject.name().orElse("a dataset"), malformed));
    }
  }

  /** Steps in a row: one that names no inputs works on what the one before made. */
  private void steps(DatasetStatement dataset, String id) {
    String before = "";
    int count = 0;
    for (Transformation step : dataset.description().transformations()) {
      String at = "step:" + id + ":" + count++;
      add(new Item(at, Kind.STEP, step.name(), Optional.empty(), Facts.of(step), Standing.IMPLIED));
      if (!before.isEmpty()) {
        links.add(new Link(before, at));
      }
      step.inputs().forEach(input -> input(input.name(), input.digest(), at));
      before = at;
    }
    if (!before.isEmpty()) {
      links.add(new Link(before, id));
    }
  }

  private boolean bothKnown(Link link) {
    return items.containsKey(link.from()) && items.containsKey(link.to());
  }

  private static Item broken(String id, Kind kind, String name, MalformedMetadata malformed) {
    return new Item(
        id,
        kind,
        name,
        Optional.empty(),
        List.of(),
        new Standing(Standing.State.REFUSED, malformed.detail()));
  }

  private void unlessKnown(String id, Runnable work) {
    if (!items.containsKey(id)) {
      open.add(() -> {
        if (!items.containsKey(id)) {
          work.run();
        }
      });
    }
  }

  private void add(Item item) {
    items.putIfAbsent(item.id(), item);
  }
}
