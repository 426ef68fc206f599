package dev.countersign.cli.sigstore;

import dev.countersign.attest.SigstoreService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plug-in and the class loader that it lives in.
 *
 * @param service the plug-in itself
 * @param loader sees its jars, and all of Countersign
 */
record PlugIn(SigstoreService service, ClassLoader loader) {
  private static final String NAME = "dev.countersign.attest.sigstore.Sigstore";

  /** From the folder beside our own jar; from the class path where there is no such folder. */
  static Optional<PlugIn> installed() {
    ClassLoader ours = PlugIn.class.getClassLoader();
    return of(folder().map(folder -> loader(folder, ours)).orElse(ours));
  }

  private static Optional<PlugIn> of(ClassLoader loader) {
    try {
      Object service = Class.forName(NAME, true, loader).getDeclaredConstructor().newInstance();
      return Optional.of(new PlugIn((SigstoreService) service, loader));
    } catch (ReflectiveOperationException missing) {
      return Optional.empty();
    }
  }

  private static Optional<Path> folder() {
    return Optional.ofNullable(PlugIn.class.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(PlugIn::path)
        .map(jar -> jar.resolveSibling("sigstore"))
        .filter(Files::isDirectory);
  }

  private static Path path(URL jar) {
    return Path.of(java.net.URI.create(jar.toString()));
  }

  private static ClassLoader loader(Path folder, ClassLoader parent) {
    try (Stream<Path> files = Files.list(folder)) {
      return new URLClassLoader(
          files.sorted().filter(PlugIn::isJar).map(PlugIn::url).toArray(URL[]::new), parent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJar(Path file) {
    return file.toString().endsWith(".jar");
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library finds its own parts by the thread's loader. */
  Inside enter() {
    Thread thread = Thread.currentThread();
    Inside inside = new Inside(service, thread.getContextClassLoader());
    thread.setContextClassLoader(loader);
    return inside;
  }

  /**
   * While the thread is in it.
   *
   * @param before the thread's loader outside
   */
  record Inside(SigstoreService service, ClassLoader before) implements AutoCloseable {
    @Override
    public void close() {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
