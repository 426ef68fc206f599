package dev.countersign.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Systems written out in tests, so that an example can be read where it is used. */
public final class Systems {
  private static final String HEAD =
      """
      countersign: 1
      system: { id: example, purpose: Is an example., ml-lead: ml@example.org, security-lead: sec@example.org }
      """;

  private Systems() {}

  /** The system with these sections. */
  public static SystemModel of(String sections) {
    try {
      Path file = Files.createTempFile("countersign-test-", ".yaml");
      try {
        Files.writeString(file, HEAD + sections);
        ModelReader.Result read = ModelReader.read(file);
        assertThat(read.problems()).isEmpty();
        return read.model().orElseThrow();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What follows from the system with these sections. */
  public static Derivation derive(String sections) {
    return Derivation.of(of(sections), Knowledge.bundled());
  }

  /** The threat of that id. */
  public static Threat threat(String sections, String id) {
    return derive(sections).threats().stream()
        .filter(threat -> threat.ids().contains(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " does not derive"));
  }
}
