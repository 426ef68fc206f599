package dev.countersign.inspect.coreml;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Texts of a model: what it says of itself, and parameters of custom layers. For one model. */
final class CoremlTexts {
  private static final int LONGEST = 1 << 14;
  private static final int MOST = 100;

  private final Examination examination;

  CoremlTexts(Examination examination) {
    this.examination = examination;
  }

  /** ModelDescription. */
  void description(Wire description) throws Broken, IOException {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    while (description.next()) {
      switch (description.field()) {
        case 1 -> inputs.add(feature(description.message()));
        case 10 -> outputs.add(feature(description.message()));
        case 100 -> metadata(description.message());
        default -> {}
      }
    }
    examination.fact(ArtefactFact.INPUTS, joined(inputs));
    examination.fact(ArtefactFact.OUTPUTS, joined(outputs));
  }

  private static String joined(List<String> ports) {
    return String.join("; ", ports.subList(0, Math.min(ports.size(), MOST)));
  }

  private String feature(Wire feature) throws Broken, IOException {
    String name = "";
    while (feature.next()) {
      if (feature.holds(1)) {
        name = feature.text(LONGEST);
      } else if (feature.holds(2)) {
        prose("the description of " + name, feature);
      }
    }
    return name;
  }

  /** Metadata: description, version, author, licence, and pairs that the maker added. */
  private void metadata(Wire metadata) throws Broken, IOException {
    while (metadata.next()) {
      switch (metadata.field()) {
        case 1 -> prose("the description", metadata);
        case 2 -> fact(ArtefactFact.VERSION, metadata);
        case 3 -> fact(ArtefactFact.AUTHOR, metadata);
        case 4 -> fact(ArtefactFact.LICENCE, metadata);
        case 100 -> pair(metadata.message());
        default -> {}
      }
    }
  }

  private void fact(ArtefactFact fact, Wire text) throws Broken, IOException {
    examination.fact(fact, text.text(LONGEST));
    prose(fact.toString(), text);
  }

  private void pair(Wire entry) throws Broken, IOException {
    String key = "";
    while (entry.next()) {
      if (entry.holds(1)) {
        key = entry.text(LONGEST);
      } else if (entry.holds(2)) {
        if (key.equals("com.github.apple.coremltools.version")) {
          examination.fact(ArtefactFact.PRODUCER, "coremltools " + entry.text(LONGEST));
        }
        prose("metadata " + key, entry);
      }
    }
  }

  /** An entry of the parameters of a custom layer: a text is field 20 of its value. */
  void parameter(String what, Wire entry) throws Broken, IOException {
    while (entry.next()) {
      if (entry.holds(2)) {
        Wire value = entry.message();
        while (value.next()) {
          if (value.holds(20)) {
            prose("a parameter of " + what, value);
          }
        }
      }
    }
  }

  void prose(String where, Wire text) throws Broken, IOException {
    if (text.type() != Wire.BYTES || text.value() < 8) {
      return;
    }
    long at = text.at();
    Payloads.in(text.text(LONGEST))
        .ifPresent(payload ->
            examination.report(
                CoremlRules.TEXT,
                at,
                "%s in %s: %s".formatted(payload.kind(), where, payload.excerpt())));
  }
}
