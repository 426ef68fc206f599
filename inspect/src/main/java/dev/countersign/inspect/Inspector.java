package dev.countersign.inspect;

import dev.countersign.inspect.bytes.FileBytes;
import dev.countersign.inspect.engine.Engine;
import dev.countersign.inspect.engine.FolderSiblings;
import dev.countersign.inspect.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks into model artefacts without executing or deserialising anything: the door of this module.
 * Immutable, safe for several threads.
 */
public final class Inspector {
  private final Engine engine;

  private Inspector(Engine engine) {
    this.engine = engine;
  }

  /** Knows every format, and allows each of them. */
  public static Inspector create() {
    return under(Policy.USUAL);
  }

  /** Knows every format, and judges by a policy. */
  public static Inspector under(Policy policy) {
    return new Inspector(Engine.of(policy));
  }

  /** Every format that it knows, by id. */
  public List<Format> formats() {
    return engine.formats();
  }

  /**
   * Looks into a file and everything in it. Only bytes that can carry code are read, never those of
   * tensors.
   *
   * @param root the folder that the file may refer into, for instance for weights beside it
   * @param file relative to the root
   * @throws IOException if it cannot be opened or read
   */
  public Inspected inspect(Path root, Path file) throws IOException {
    String name = file.toString().replace('\\', '/');
    try (FileBytes bytes = FileBytes.open(root.resolve(file))) {
      return engine.inspect(new Artefact(name, bytes, new FolderSiblings(root)));
    }
  }

  /** Looks into an artefact that is not a file, or stands by itself. */
  public Inspected inspect(Artefact artefact) throws IOException {
    return engine.inspect(artefact);
  }
}
