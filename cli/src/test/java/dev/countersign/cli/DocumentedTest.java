package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Javadoc is not in class files, so these rules look at the sources. */
class DocumentedTest {
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:abstract |final |sealed )*(?:class|interface|record|enum|@interface) ");
  private static final Pattern DOCUMENTED =
      Pattern.compile(
          "(?s).*\\*/\\s*(?:@[\\w.]+(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*(?://[^\\n]*\\s*)?)*$");
  private static final int LONGEST = 350;

  @Test
  void everyPublicTypeSaysWhatItIs() throws IOException {
    assertThat(sources()).filteredOn(source -> !documented(source)).isEmpty();
  }

  @Test
  void noFileIsTooLongToRead() throws IOException {
    assertThat(sources()).filteredOn(source -> read(source).lines().count() > LONGEST).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    assertThat(sources())
        .filteredOn(
            source -> read(source).contains("TO" + "DO") || read(source).contains("FIX" + "ME"))
        .isEmpty();
  }

  private static boolean documented(Path source) {
    String text = read(source);
    var matcher = PUBLIC_TYPE.matcher(text);
    return !matcher.find() || DOCUMENTED.matcher(text.substring(0, matcher.start())).matches();
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .toList();
    }
  }
}
