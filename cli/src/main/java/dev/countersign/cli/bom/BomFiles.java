package dev.countersign.cli.bom;

import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where bills go. */
public final class BomFiles {
  private final Console console;
  private final Optional<Path> out;

  /**
   * A destination.
   *
   * @param out a file or a folder as asked for; empty for standard output
   */
  public BomFiles(Console console, Optional<Path> out) {
    this.console = console;
    this.out = out;
  }

  /**
   * Writes the documents by file name. Nothing is written before all of them are made.
   *
   * @throws Refused if there are several and no folder for them, or one cannot be written
   */
  public void write(Map<String, byte[]> documents) {
    if (out.isEmpty()) {
      toStandardOutput(documents);
      return;
    }
    Path target = out.get();
    boolean folder = Files.isDirectory(target) || target.toString().endsWith("/");
    if (documents.size() > 1 && Files.isRegularFile(target)) {
      throw new Refused(
          "--out "
              + target
              + " is a file, and there are "
              + documents.size()
              + " documents. Name a"
              + " folder; files get their names in it.");
    }
    documents.forEach((name, content) ->
        write(folder || documents.size() > 1 ? target.resolve(name) : target, content));
  }

  private void toStandardOutput(Map<String, byte[]> documents) {
    if (documents.size() != 1) {
      throw new Refused(
          "there are %d documents (%s). Name a folder for them with --out."
              .formatted(documents.size(), String.join(", ", documents.keySet())));
    }
    console.emit(new String(documents.values().iterator().next(), StandardCharsets.UTF_8));
  }

  private void write(Path file, byte[] content) {
    AtomicFile.write(file, content);
    console.print("wrote " + file + "\n");
  }
}
