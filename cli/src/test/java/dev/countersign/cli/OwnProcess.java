package dev.countersign.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The command line under test as a process of its own, on the day of the examples.
 *
 * <p>The first use packs the classes and lets the virtual machine remember them, as the launcher of
 * the checkout does: a start then takes a fraction of what it takes from folders of classes.
 */
public final class OwnProcess {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true",
          "-Xlog:disable");

  private static List<String> command = List.of();

  private OwnProcess() {}

  /** What starts it; arguments of the command line follow. */
  public static synchronized List<String> command() {
    if (command.isEmpty()) {
      try {
        command = prepared(Files.createTempDirectory("countersign-test-"));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return command;
  }

  private static List<String> prepared(Path folder) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    String classes = classPath(folder);
    Path cache = folder.resolve("classes.aot");
    List<String> training = new ArrayList<>(java("-XX:AOTCacheOutput=" + cache, classes));
    training.addAll(List.of("check", "--quiet", "../examples/card-fraud"));
    run(training);
    return java(Files.exists(cache) ? "-XX:AOTCache=" + cache : "-Xshare:auto", classes);
  }

  private static List<String> java(String option, String classes) {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(OPTIONS);
    java.addAll(List.of(option, "-cp", classes, OnTheDay.class.getName()));
    return List.copyOf(java);
  }

  private static void run(List<String> training) throws IOException {
    try {
      new ProcessBuilder(training)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The class path of this test, with each folder of classes as a jar: folders are not cached. */
  private static String classPath(Path folder) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (Files.isDirectory(path)) {
        entries.add(jar(path, folder.resolve("classes-" + entries.size() + ".jar")).toString());
      } else if (Files.exists(path)) {
        entries.add(path.toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      out.setLevel(0);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failed)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
