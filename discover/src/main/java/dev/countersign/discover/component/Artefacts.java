package dev.countersign.discover.component;

import dev.countersign.discover.Confidence;
import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Model and data files: parts of one model are one, a folder of many files of one type is one, and
 * code that reads a file that is here is a place of it. Code that reads a file that is not here
 * tells of a file that comes from elsewhere.
 */
final class Artefacts {
  /** {@code model-00001-of-00005.safetensors}, {@code part_3.onnx}. */
  private static final Pattern PART = Pattern.compile("[-_.]?\\d{4,5}-of-\\d{4,5}");

  /** More data files of one type in one folder than this are one dataset. */
  private static final int CROWD = 5;

  /** Calls that load other things just as often. */
  private static final Set<String> VAGUE = Set.of("pickle", "");

  private final Components components;
  private final Map<String, Pile> byFile = new HashMap<>();
  private final List<Finding> calls = new ArrayList<>();

  Artefacts(Components components) {
    this.components = components;
  }

  void take(Finding finding) {
    switch (finding.what()) {
      case MODEL_FILE -> model(finding);
      case DATA_FILES -> data(finding);
      default -> calls.add(finding);
    }
  }

  /** Calls are matched last, when all files are known. */
  void end() {
    calls.forEach(this::called);
  }

  private void model(Finding finding) {
    String path = finding.detail(Detail.FILES).orElse(finding.name());
    String name = PART.matcher(path).replaceFirst("-*");
    Pile pile = components.pile(Kind.MODEL_FILE, name, name);
    remember(path, pile.add(name, finding, finding.confidence()));
    pile.say(Detail.FILES, name);
  }

  private void data(Finding finding) {
    String path = finding.detail(Detail.FILES).orElse(finding.name());
    int count = finding.detail(Detail.COUNT).map(Integer::parseInt).orElse(1);
    String format = finding.detail(Detail.FORMAT).orElse("");
    String folder = finding.where().folder();
    String name = count > CROWD ? (folder.isEmpty() ? "" : folder + "/") + "*." + format : path;
    Pile pile = components.pile(Kind.DATASET, name, name);
    remember(path, pile.add(name, finding, finding.confidence()));
    pile.say(Detail.FILES, name);
  }

  private void remember(String path, Pile pile) {
    byFile.put(path, pile);
    byFile.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), pile);
  }

  private void called(Finding call) {
    Optional<String> path = call.detail(Detail.FILES);
    Optional<Pile> known = path.flatMap(this::file);
    if (known.isPresent()) {
      known.get().see(call, false);
    } else if (call.what() == What.READS_DATA) {
      components
          .pile(Kind.DATASET, call.name(), call.name())
          .add(call.name(), call, Confidence.POSSIBLE);
    } else {
      loaded(call, path);
    }
  }

  /** The file of this path, written from wherever the program starts. */
  private Optional<Pile> file(String path) {
    String bare = path.startsWith("./") ? path.substring(2) : path;
    return Optional.ofNullable(byFile.get(bare))
        .or(() -> Optional.ofNullable(byFile.get(bare.substring(bare.lastIndexOf('/') + 1))));
  }

  private void loaded(Finding call, Optional<String> path) {
    String format = call.detail(Detail.FORMAT).orElse("");
    boolean vague = VAGUE.contains(format);
    String name =
        path.orElse(
            (format.isEmpty() ? "an artefact" : "a " + format + " artefact")
                + " named at run time");
    components
        .pile(Kind.MODEL_FILE, name, name)
        .add(name, call, vague ? Confidence.POSSIBLE : Confidence.LIKELY);
  }
}
