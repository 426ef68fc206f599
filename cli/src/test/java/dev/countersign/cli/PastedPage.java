package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation that was pasted into bash, from top to bottom, with a {@code
 * countersign} that starts the classes under test on the day of the examples.
 *
 * @param folder where it was done: what commands printed, and {@code work}, the reader's folder
 * @param blocks of the page
 */
record PastedPage(Path folder, List<Pasted> blocks) {
  private static final String COUNTERSIGN = "countersign() { %s \"$@\"; }\n";

  private static final String BLOCK =
      """
      {
      %s
      } >"$PRINTED/printed-%d" 2>&1; echo $? >"$PRINTED/code-%d"
      """;

  /** Pastes a page; skips the test where a tool is missing that the page needs. */
  static PastedPage paste(Path page, Path folder, List<String> tools)
      throws IOException, InterruptedException {
    return paste(page, folder, tools, Map.of());
  }

  /** The same, with more variables that the reader has set. */
  static PastedPage paste(Path page, Path folder, List<String> tools, Map<String, String> set)
      throws IOException, InterruptedException {
    tools.forEach(tool -> assumeTrue(isOnPath(tool), "skipped: there is no " + tool + " here"));
    PastedPage pasted = new PastedPage(folder, Pasted.of(Files.readAllLines(page)));
    pasted.run(set);
    return pasted;
  }

  /** The folder in which the reader began. */
  Path work() {
    return folder.resolve("work");
  }

  void assertThatWhatIsShownIsPrinted() throws IOException {
    for (int index = 0; index < blocks.size(); index++) {
      List<String> printed = Files.readAllLines(folder.resolve("printed-" + index));
      assertThat(blocks.get(index).missing(printed))
          .as("shown after line %s, printed was%n%s", line(index), String.join("\n", printed))
          .isEmpty();
    }
  }

  /** A failed check may end a block, if the page shows it; nothing else may fail. */
  void assertThatCommandsSucceed() throws IOException {
    for (int index = 0; index < blocks.size(); index++) {
      String code = Files.readString(folder.resolve("code-" + index)).strip();
      List<String> good = blocks.get(index).shown().isPresent() ? List.of("0", "1") : List.of("0");
      assertThat(good)
          .as("line %s: %s", line(index), Files.readString(folder.resolve("printed-" + index)))
          .contains(code);
    }
  }

  private int line(int index) {
    return blocks.get(index).line();
  }

  private static boolean isOnPath(String tool) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
  }

  private void run(Map<String, String> set) throws IOException, InterruptedException {
    Path work = Files.createDirectory(work());
    Path script = Files.writeString(folder.resolve("script"), script());
    ProcessBuilder bash =
        new ProcessBuilder("bash", script.toString())
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(folder.resolve("log").toFile());
    bash.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    bash.environment().putAll(surroundings());
    bash.environment().putAll(set);
    Process process = bash.start();
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(ended).as("the page comes to an end").isTrue();
    assertThat(Files.readString(folder.resolve("log"))).isEmpty();
  }

  /** Each block in braces: what it sets and where it goes holds for the next one too. */
  private String script() {
    StringBuilder script = new StringBuilder(COUNTERSIGN.formatted(countersign()));
    for (int index = 0; index < blocks.size(); index++) {
      script.append(BLOCK.formatted(blocks.get(index).commands(), index, index));
    }
    return script.toString();
  }

  /** A reader with a name, and nothing of whoever runs the test. */
  private Map<String, String> surroundings() {
    return Map.of(
        "PRINTED", folder.toString(),
        "checkout", Path.of("..").toAbsolutePath().normalize().toString(),
        "HOME", folder.toString(),
        "COLUMNS", "100",
        "GIT_CONFIG_NOSYSTEM", "1",
        "GIT_AUTHOR_NAME", "Reader",
        "GIT_AUTHOR_EMAIL", "reader@parcel.example",
        "GIT_COMMITTER_NAME", "Reader",
        "GIT_COMMITTER_EMAIL", "reader@parcel.example");
  }

  private static String countersign() {
    return OwnProcess.command().stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
