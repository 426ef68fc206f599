package dev.countersign.cli.command;

import dev.countersign.cli.console.Refused;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options about which detectors work. */
final class WatchKindOptions {
  @Option(
      names = "--only",
      paramLabel = "DETECTOR",
      split = ",",
      description = "Only this one; may be repeated. countersign watch detectors lists them.")
  List<String> only = List.of();

  @Option(
      names = "--without",
      paramLabel = "DETECTOR",
      split = ",",
      description = "All but this one; may be repeated.")
  List<String> without = List.of();

  /**
   * The detectors that are asked for.
   *
   * @throws Refused if one is named that does not exist
   */
  List<DetectorKind> kinds() {
    List<DetectorKind> all = Detectors.all();
    Stream.concat(only.stream(), without.stream()).forEach(id -> known(id, all));
    return all.stream()
        .filter(kind -> only.isEmpty() || only.contains(kind.id()))
        .filter(kind -> !without.contains(kind.id()))
        .toList();
  }

  private static void known(String id, List<DetectorKind> all) {
    if (all.stream().noneMatch(kind -> kind.id().equals(id))) {
      throw new Refused(
          "there is no detector '%s'. There are %s."
              .formatted(id, all.stream().map(DetectorKind::id).collect(Collectors.joining(", "))));
    }
  }
}
