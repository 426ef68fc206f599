package dev.countersign.inspect;

import dev.countersign.inspect.bytes.Digest;
import dev.countersign.inspect.bytes.FileBytes;
import dev.countersign.inspect.engine.Engine;
import dev.countersign.inspect.engine.FolderSiblings;
import dev.countersign.inspect.policy.ArtefactPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;

/**
 * Looks into model artefacts without executing or deserialising anything: the door of this module.
 * Immutable, safe for several threads.
 */
public final class Inspector {
  /** Formats that hold tensors, trees or graphs of a closed set of operators, and no code. */
  private static final Set<String> DATA_ONLY =
      Set.of(
          "safetensors",
          "weights-index",
          "gguf",
          "ggml",
          "onnx",
          "tflite",
          "xgboost",
          "xgboost-json",
          "lightgbm",
          "catboost",
          "npy",
          "npz",
          "json");

  private final Engine engine;
  private final boolean hashing;

  private Inspector(Engine engine, boolean hashing) {
    this.engine = engine;
    this.hashing = hashing;
  }

  /** Knows every format, and allows each of them. */
  public static Inspector create() {
    return under(ArtefactPolicy.USUAL);
  }

  /** Knows every format, and judges by a policy. */
  public static Inspector under(ArtefactPolicy policy) {
    return new Inspector(Engine.of(policy), false);
  }

  /** The same, which also gives the SHA-256 of the very bytes that it looked into. */
  public Inspector hashing() {
    return new Inspector(engine, true);
  }

  /** The ids of all formats, sorted: what a policy may name. */
  public static List<String> formatIds() {
    return Engine.ids();
  }

  /** Whether a file is of known formats, none of which can carry code. */
  public static boolean holdsOnlyData(Inspected file) {
    return file.recognised() && DATA_ONLY.containsAll(file.formats());
  }

  /** Every format that it knows, by id. */
  public List<Format> formats() {
    return engine.formats();
  }

  /**
   * Looks into a file and everything in it. Only bytes that can carry code are read, never those of
   * tensors, unless it is hashed.
   *
   * @param root the folder that the file may refer into, for instance for weights beside it
   * @param file relative to the root
   * @throws IOException if it cannot be opened or read, or changes while it is hashed
   */
  public Inspected inspect(Path root, Path file) throws IOException {
    String name = file.toString().replace('\\', '/');
    Path path = root.resolve(file);
    try (FileBytes bytes = FileBytes.open(path)) {
      Artefact artefact = new Artefact(name, bytes, new FolderSiblings(root));
      return hashing ? hashed(artefact, path) : engine.inspect(artefact);
    }
  }

  /** Looked into and hashed through one open file, which must not change between the two. */
  private Inspected hashed(Artefact artefact, Path path) throws IOException {
    FileTime before = Files.getLastModifiedTime(path);
    Inspected inspected = engine.inspect(artefact);
    String digest = Digest.sha256(artefact.bytes());
    if (!before.equals(Files.getLastModifiedTime(path)) || Files.size(path) != artefact.length()) {
      throw new IOException("it changed while it was read");
    }
    return inspected.with(digest);
  }

  /** Looks into an artefact that is not a file, or stands by itself. */
  public Inspected inspect(Artefact artefact) throws IOException {
    return engine.inspect(artefact);
  }
}
