package dev.countersign.cli.provenance;

import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Description;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Transformation;
import dev.countersign.provenance.lineage.Standing;
import dev.countersign.provenance.lineage.StatementFile;
import dev.countersign.provenance.slsa.Dependency;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a statement says, for people. */
public final class StatementText {
  private static final int HANG = 18;

  private final Page page;

  private StatementText(Page page) {
    this.page = page;
  }

  /** Writes it. */
  public static void write(StatementFile file, Standing standing, Page page) {
    StatementText text = new StatementText(page);
    if (file.isDataset()) {
      text.dataset(file);
    } else if (file.isTraining()) {
      text.training(file);
    } else {
      throw new Refused(
          Shown.path(file.file()) + " is neither about a dataset nor about a training run.");
    }
    text.line("signature", LineageText.words(standing));
  }

  private void dataset(StatementFile file) {
    DatasetStatement dataset = Datasets.dataset(file);
    Manifest manifest = Datasets.manifest(file, dataset);
    page.line(Line.of(Style.STRONG, dataset.name()));
    line("digest", "sha256:" + dataset.digest());
    line(
        "files",
        String.format(Locale.ROOT, "%,d, %,d bytes", manifest.entries().size(), manifest.bytes()));
    if (manifest.rows().isPresent()) {
      line("rows", String.format(Locale.ROOT, "%,d", manifest.rows().getAsLong()));
    }
    description(dataset.description());
  }

  private void description(Description said) {
    said.sources()
        .forEach(source ->
            line(
                "source",
                source.name()
                    + source.uri().map(uri -> ", " + uri).orElse("")
                    + (source.under().isEmpty() ? "" : " (below " + source.under() + ")")));
    said.collection().ifPresent(how -> line("collected", how));
    if (!said.writers().isEmpty()) {
      line("writers", String.join(", ", said.writers()));
    }
    said.labels()
        .ifPresent(labels ->
            line(
                "labels",
                labels.how()
                    + (labels.by().isEmpty() ? "" : ", by " + String.join(", ", labels.by()))));
    said.licence().ifPresent(licence -> line("licence", licence));
    said.sensitivity().ifPresent(word -> line("sensitivity", word));
    said.timeRange().ifPresent(range -> line("tells of", range.from() + " to " + range.until()));
    said.transformations().forEach(this::step);
    said.recorded().ifPresent(at -> line("recorded", at.toString().substring(0, 10)));
    if (!said.unseen().isEmpty()) {
      line("not seen", String.join(", ", said.unseen()) + " (as Git LFS claims)");
    }
    List<String> missing =
        Told.of(said).missing(!said.transformations().isEmpty(), Optional.empty());
    missing.forEach(what -> line("not said", what.substring(0, what.indexOf(':'))));
  }

  private void step(Transformation step) {
    StringBuilder words = new StringBuilder(step.name());
    step.tool().ifPresent(tool -> words.append(", by ").append(tool));
    step.parameters().forEach((key, value) -> words.append(", ").append(key + "=" + value));
    step.code().ifPresent(code -> words.append(", code sha256:").append(code));
    line("step", words.toString());
    step.inputs().forEach(input -> line("  from", input.name() + " sha256:" + input.digest()));
  }

  private void training(StatementFile file) {
    try {
      TrainingProvenance run = file.training();
      page.line(Line.of(Style.STRONG, run.subjects().getFirst().name().orElse("a training run")));
      run.subjects()
          .forEach(subject ->
              line(
                  "made",
                  subject.name().orElse("") + " sha256:" + subject.sha256().orElse("none")));
      line("build type", run.buildType());
      line("builder", run.builder());
      run.invocation().ifPresent(id -> line("run", id));
      run.started().ifPresent(at -> line("started", at.toString()));
      run.finished().ifPresent(at -> line("finished", at.toString()));
      run.dependencies().forEach(this::dependency);
    } catch (MalformedMetadata malformed) {
      throw new Refused(
          Shown.path(file.file()) + " is no SLSA provenance: " + malformed.detail() + ".");
    }
  }

  private void dependency(Dependency dependency) {
    String digests =
        dependency.digests().isEmpty()
            ? " (without a digest)"
            : dependency.digests().entrySet().stream()
                .map(digest -> " " + digest.getKey() + ":" + digest.getValue())
                .reduce("", String::concat);
    line(dependency.part().orElse("used"), dependency.shown() + digests);
  }

  private void line(String label, String text) {
    page.labelled(2, Line.of(Style.FAINT, label), HANG, Line.of(text));
  }
}
