package dev.countersign.discover.tree;

import dev.countersign.discover.code.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file of a tree. Its text is read when it is first asked for, at most {@value #MAX_TEXT} bytes
 * of it, and kept only as long as the source. Not for use by several threads.
 */
public final class Source {
  /** How much of a text file is read: 1 MiB. */
  public static final int MAX_TEXT = 1024 * 1024;

  private static final int LONGEST_LINE = 4_000;
  private static final Set<String> ARTEFACTS =
      Set.of(
          "onnx",
          "pt",
          "pth",
          "pkl",
          "pickle",
          "joblib",
          "safetensors",
          "gguf",
          "h5",
          "hdf5",
          "keras",
          "tflite",
          "pb",
          "mar",
          "ckpt",
          "bst",
          "ubj",
          "cbm",
          "pmml",
          "csv",
          "tsv",
          "parquet",
          "jsonl",
          "ndjson",
          "npy",
          "npz",
          "tfrecord",
          "feather",
          "arrow",
          "skops",
          "mlmodel",
          "bin",
          "model",
          "dvc");

  private final Path file;
  private final String path;
  private final Stamp stamp;
  private final String name;
  private final String extension;
  private @Nullable String text;
  private @Nullable Code code;

  /**
   * A file that need not exist.
   *
   * @param path relative to the root, with {@code /} between folders
   */
  public Source(Path file, String path, long size) {
    this(file, path, new Stamp(size, 0, 0));
  }

  Source(Path file, String path, Stamp stamp) {
    this.file = file;
    this.path = path;
    this.stamp = stamp;
    this.name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    this.extension = dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The same file with nothing read yet: many are looked into, and none is kept in memory. */
  public Source fresh() {
    return new Source(file, path, stamp);
  }

  /** What told it from other versions of itself when the tree was walked. */
  public Stamp stamp() {
    return stamp;
  }

  /** The path relative to the root, with {@code /} between folders. */
  public String path() {
    return path;
  }

  /** The folder relative to the root; empty for the root itself. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The name without folders. */
  public String name() {
    return name;
  }

  /** What stands after the last dot of the name, in lower case; empty if nothing does. */
  public String extension() {
    return extension;
  }

  /** The size in bytes when the tree was walked. */
  public long size() {
    return stamp.size();
  }

  /** Whether it lies among tests, examples or documentation. */
  public boolean aside() {
    return Standing.aside(path);
  }

  /** Whether its name says that it holds a model or data. */
  public boolean isArtefact() {
    return ARTEFACTS.contains(extension());
  }

  /** The first bytes; fewer where the file is shorter, none where it cannot be read. */
  public byte[] head(int bytes) {
    // A link leads elsewhere, and a pipe could wait for ever.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(bytes);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  /** The text, as far as it is read; what is no UTF-8 is replaced. */
  public String text() {
    String known = text;
    if (known == null) {
      known = new String(head(MAX_TEXT), StandardCharsets.UTF_8);
      text = known;
    }
    return known;
  }

  /** The lines; of a line longer than {@value #LONGEST_LINE} characters the beginning. */
  public List<String> lines() {
    return text().lines().map(Source::shortened).toList();
  }

  /** What the code in it calls and names; empty where it holds no code. */
  public Code code() {
    Code known = code;
    if (known == null) {
      known = Code.of(this);
      code = known;
    }
    return known;
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
  }
}
