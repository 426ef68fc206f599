package dev.countersign.provenance.lineage;

import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Description;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.ManifestPlace;
import dev.countersign.provenance.Transformation;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a reader should see of a statement, in short phrases. */
final class Facts {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

  private Facts() {}

  static List<String> of(DatasetStatement dataset) {
    List<String> facts = new ArrayList<>();
    facts.add(size(dataset.manifest()));
    Description description = dataset.description();
    if (!description.sources().isEmpty()) {
      facts.add(
          "from "
              + description.sources().stream()
                  .map(source -> source.name())
                  .collect(Collectors.joining(", ")));
    }
    description.sensitivity().ifPresent(facts::add);
    description.licence().ifPresent(facts::add);
    return facts;
  }

  static List<String> of(Transformation step) {
    List<String> facts = new ArrayList<>();
    step.tool().ifPresent(facts::add);
    step.parameters().forEach((name, value) -> facts.add(name + "=" + value));
    step.code().ifPresent(code -> facts.add("code " + code.substring(0, 12)));
    return facts;
  }

  static List<String> of(TrainingProvenance run) {
    List<String> facts = new ArrayList<>();
    facts.add(run.builder());
    run.invocation().ifPresent(facts::add);
    run.finished().or(run::started).ifPresent(at -> facts.add(at.toString()));
    return facts;
  }

  private static String size(ManifestPlace place) {
    return switch (place) {
      case ManifestPlace.Inline(Manifest manifest) ->
          files(manifest.entries().size(), manifest.bytes())
              + (manifest.rows().isPresent()
                  ? String.format(Locale.ROOT, ", %,d rows", manifest.rows().getAsLong())
                  : "");
      case ManifestPlace.Beside beside -> files(beside.files(), beside.bytes());
    };
  }

  private static String files(long files, long bytes) {
    return String.format(Locale.ROOT, "%,d file%s, %s", files, files == 1 ? "" : "s", bytes(bytes));
  }

  private static String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1000) {
      size /= 1000;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
