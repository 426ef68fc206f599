package dev.countersign.inspect.config;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import tools.jackson.databind.JsonNode;

/** Every dialect that is found on the class path, by id. */
final class Dialects {
  private static final List<ConfigDialect> ALL =
      ServiceLoader.load(ConfigDialect.class, Dialects.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(ConfigDialect::id))
          .toList();

  private Dialects() {}

  static boolean any(Artefact artefact, JsonNode root) {
    return ALL.stream().anyMatch(dialect -> dialect.recognises(artefact, root));
  }

  static void inspect(Artefact artefact, JsonNode root, Examination examination)
      throws Broken, IOException {
    for (ConfigDialect dialect : ALL) {
      if (dialect.recognises(artefact, root)) {
        examination.format(dialect.id(), dialect.title());
        dialect.inspect(artefact, root, examination);
      }
    }
  }
}
