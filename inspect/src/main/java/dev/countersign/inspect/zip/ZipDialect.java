package dev.countersign.inspect.zip;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/**
 * A format whose files are zips, as those of PyTorch, Keras or NumPy. Found by {@link
 * java.util.ServiceLoader}: a new one is a class and a line in {@code META-INF/services}. Has no
 * state; several threads use it at once.
 */
public interface ZipDialect {
  /** Stable, lower case with hyphens, as a policy names it; it counts instead of {@code zip}. */
  String id();

  /** What people call it. */
  String title();

  /**
   * Endings of file names, in lower case and without the dot, that loaders take for this format.
   */
  Set<String> endings();

  /**
   * Whether a loader of this format would take the archive, by its members; {@code artefact} is the
   * zip itself. Must be quick.
   */
  boolean recognises(ZipArchive archive, Artefact artefact) throws IOException;

  /**
   * Looks into what is special in this format. Tricks of the zip were told of already. Each member
   * that it does not {@link ZipArchive#take take} is looked into afterwards by whatever format it
   * is, as in any zip, so there is no need to hand on plain files.
   *
   * @throws Broken where it is not what a loader of this format expects; members that were not
   *     taken are looked into all the same
   */
  void inspect(ZipArchive archive, Artefact artefact, Examination examination)
      throws Broken, IOException;
}
