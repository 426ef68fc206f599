package dev.countersign.benchmarks;

import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.ModelReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much there is to read: threats and questions for each element of generated systems. */
final class Noise {
  private Noise() {}

  static void report(PrintStream out) throws IOException {
    Knowledge knowledge = Knowledge.bundled();
    for (int elements : new int[] {20, 100, 1_000, 10_000}) {
      Path file = Files.createTempFile("countersign-", ".yaml");
      try {
        Files.writeString(file, GeneratedSystem.yaml(elements, 1));
        long start = System.nanoTime();
        Derivation derivation =
            Derivation.of(ModelReader.read(file).model().orElseThrow(), knowledge);
        out.printf(
            Locale.ROOT,
            "%,7d elements: %,6d threats (%.2f an element)  %,6d questions (%.2f)  %,d ms%n",
            elements,
            derivation.threats().size(),
            (double) derivation.threats().size() / elements,
            derivation.questions().size(),
            (double) derivation.questions().size() / elements,
            (System.nanoTime() - start) / 1_000_000);
      } finally {
        Files.delete(file);
      }
    }
  }
}
