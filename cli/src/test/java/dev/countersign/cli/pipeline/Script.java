package dev.countersign.cli.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs a script of a pipeline in a folder of its own, with stubs on its PATH. */
final class Script {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final long SECONDS = 120;

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  Script(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("bin"));
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("HOME", folder.toString());
    environment.put("COUNTERSIGN", program().toString());
  }

  /** What a script left behind. */
  record Result(int code, String out) {}

  Script with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** A program on the PATH that does this and nothing else. */
  Script stub(String name, String lines) throws IOException {
    executable(folder.resolve("bin").resolve(name), lines);
    return this;
  }

  Result run(String script) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", ROOT.resolve(script).toString())
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GITHUB_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(script + " takes more than " + SECONDS + " s");
    }
    return new Result(process.exitValue(), Files.readString(out));
  }

  /** This very build on a fixed day, without the launcher, which would build again. */
  private Path program() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            absolute(System.getProperty("java.class.path")),
            "dev.countersign.cli.Main");
    String line = String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
    return executable(
        folder.resolve("countersign"),
        "verb=$1; shift; exec " + line + " \"$verb\" --as-of=2026-11-22 \"$@\"");
  }

  /** The script runs elsewhere than the test does. */
  private static String absolute(String classPath) {
    List<String> entries = List.of(classPath.split(":"));
    return String.join(
        ":", entries.stream().map(entry -> Path.of(entry).toAbsolutePath().toString()).toList());
  }

  private static Path executable(Path file, String lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
