package dev.countersign.guard.prompt.classify;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Classifiers by the files that describe them, for programs whose class path nobody changes: the
 * module that opens them, such as that for ONNX Runtime, is on the class path or in the folder that
 * the environment variable {@value #PLUGINS} names.
 */
public final class ClassifierFiles {
  /** Names a folder with the jars of a {@link ClassifierOpener}. */
  public static final String PLUGINS = "COUNTERSIGN_PLUGINS";

  /** Native code is loaded once for a class loader, so a folder has one. */
  private static final Map<Path, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  private ClassifierFiles() {}

  /**
   * Opens the classifier that a file describes.
   *
   * @throws IOException if there is no module for it, or it cannot be used
   */
  public static PromptClassifier open(Path file) throws IOException {
    return open(file, Optional.ofNullable(System.getenv(PLUGINS)).map(Path::of));
  }

  /** The same with a folder of jars. */
  static PromptClassifier open(Path file, Optional<Path> jars) throws IOException {
    try {
      for (ClassifierOpener opener : ServiceLoader.load(ClassifierOpener.class, loader(jars))) {
        return opener.open(file);
      }
    } catch (FileSystemException unread) {
      boolean missing = unread instanceof NoSuchFileException;
      throw new IOException(
          "%s cannot be read (%s)."
              .formatted(unread.getFile(), missing ? "there is no such file" : unread.getReason()),
          unread);
    } catch (ServiceConfigurationError broken) {
      throw new IOException(
          "The module that opens classifiers cannot be loaded: " + broken.getMessage() + ".",
          broken);
    }
    throw new IOException(
        "Nothing here opens %s. Put the jars of countersign-guard-onnx into a folder and name it in the environment variable %s; see docs/guard-prompt.md."
            .formatted(file, PLUGINS));
  }

  private static ClassLoader loader(Optional<Path> jars) throws IOException {
    ClassLoader ours = ClassifierFiles.class.getClassLoader();
    if (jars.isEmpty()) {
      return ours;
    }
    Path folder = jars.get().toAbsolutePath().normalize();
    ClassLoader known = LOADERS.get(folder);
    if (known != null) {
      return known;
    }
    ClassLoader made = new URLClassLoader(jars(folder), ours);
    ClassLoader first = LOADERS.putIfAbsent(folder, made);
    return first == null ? made : first;
  }

  private static URL[] jars(Path folder) throws IOException {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".jar")) {
          jars.add(url(file));
        }
      }
    }
    return jars.toArray(new URL[0]);
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }
}
