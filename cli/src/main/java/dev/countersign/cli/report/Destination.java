package dev.countersign.cli.report;

import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Refused;
import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where reports go: a folder, or standard output where that is what a person would expect. */
public final class Destination {
  private static final Path USUAL = Path.of("countersign-report");

  private final Console console;
  private final Optional<Path> folder;

  /**
   * A destination.
   *
   * @param folder as asked for
   */
  public Destination(Console console, Optional<Path> folder) {
    this.console = console;
    this.folder = folder;
  }

  /**
   * Writes every file of every system. Nothing is written before all of them are made.
   *
   * @throws Refused if a file cannot be written
   */
  public void write(Selection selection, List<Report> reports) {
    Map<String, Rendered> files = new LinkedHashMap<>();
    for (Report report : reports) {
      String id = report.assessment().system().info().id();
      selection.render(report).forEach(file -> files.put(id + "." + file.suffix(), file));
    }
    Rendered first = files.values().iterator().next();
    if (folder.isEmpty() && files.size() == 1 && first.text()) {
      console.emit(new String(first.content(), StandardCharsets.UTF_8));
    } else {
      toFolder(folder.orElse(USUAL), files);
    }
  }

  private void toFolder(Path to, Map<String, Rendered> files) {
    if (Files.exists(to) && !Files.isDirectory(to)) {
      throw new Refused(
          "--out " + to + " is no folder. Name a folder; files get their names in it.");
    }
    files.forEach((name, file) -> {
      AtomicFile.write(to.resolve(name), file.content());
      console.print("wrote " + to.resolve(name) + "\n");
    });
  }
}
