package dev.countersign.inspect;

import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/**
 * A format of artefacts. Found by {@link java.util.ServiceLoader}: a new one is a package with a
 * class and a line in {@code META-INF/services}. Has no state; several threads use it at once.
 *
 * <p>A format only reads. It believes no length, makes no array and goes no deeper than what it
 * read allows, and takes time linear in what it reads. What does not fit its format is {@link
 * Broken} or a finding.
 */
public interface Format {
  /** Stable, lower case with hyphens, as a policy names it: {@code pickle}, {@code safetensors}. */
  String id();

  /** What people call it. */
  String title();

  /**
   * Endings of file names, in lower case and without the dot, that loaders take for this format.
   * Several formats may share one.
   */
  Set<String> endings();

  /** Ids of closer formats that it knows, as a zip knows PyTorch's; none for most. */
  default Set<String> closer() {
    return Set.of();
  }

  /** Whether the artefact is this format by what is in it, whatever it is called. Must be quick. */
  boolean recognises(Artefact artefact) throws IOException;

  /**
   * Looks into an artefact that it recognises, or that has one of its endings.
   *
   * @throws Broken where the bytes are not this format; what was found before stays found
   */
  void inspect(Artefact artefact, Examination examination) throws Broken, IOException;
}
