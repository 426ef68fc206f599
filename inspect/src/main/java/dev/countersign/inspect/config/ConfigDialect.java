package dev.countersign.inspect.config;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/**
 * A kind of configuration that some program reads. Found by {@link java.util.ServiceLoader}: a new
 * one is a class and a line in {@code META-INF/services}. Has no state; several threads use it at
 * once.
 */
public interface ConfigDialect {
  /** Stable, lower case with hyphens, as a policy names it. */
  String id();

  /** What people call it. */
  String title();

  /** Whether the program would read it, by its name or by what is in it. Must be quick. */
  boolean recognises(Artefact artefact, JsonNode root);

  /** Looks into it; templates and objects that it holds were told of already. */
  void inspect(Artefact artefact, JsonNode root, Examination examination)
      throws Broken, IOException;
}
