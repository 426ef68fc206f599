package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the language is the one of the grammar, and its examples are valid. */
class LanguageReferenceTest {
  private static final Path PAGE = Path.of("../docs/language.md");
  private static final String MARK =
      "<!-- From here on written by LanguageReferenceTest from the grammar. -->\n";
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(countersign: 1\\b.*?)```");

  @TempDir Path folder;

  @Test
  void theReferenceIsTheOneOfTheGrammar() throws IOException {
    String page = Files.readString(PAGE);
    int mark = page.indexOf(MARK);
    assertThat(mark).as("the mark that ends what is written by hand").isPositive();
    String head = page.substring(0, mark + MARK.length());
    Golden.assertMatches(PAGE, head + "\n" + LanguageReference.markdown());
  }

  @Test
  void everyWholeExampleIsRead() throws IOException {
    Stream<String> examples =
        EXAMPLE.matcher(Files.readString(PAGE)).results().map(result -> result.group(1));
    assertThat(examples.toList())
        .isNotEmpty()
        .allSatisfy(example -> assertThat(problems(example)).isEmpty());
  }

  private List<Problem> problems(String example) {
    return ModelReader.read(TestFiles.write(folder, "countersign.yaml", example)).problems();
  }
}
