package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The picture in README.md is what the tool draws; {@code -Dcountersign.update=true} draws it. */
class PicturesTest {
  private static final Path PICTURE = Path.of("../docs/images/card-fraud.svg");

  @Test
  void theReadmeShowsTheDiagramThatIsDrawn() throws IOException {
    Run drawn =
        Run.of(
            "report", "--to", "svg", "--highlight", "evasion@fraud-gbt", "../examples/card-fraud");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    if (Boolean.getBoolean("countersign.update")) {
      Files.writeString(PICTURE, drawn.out());
    }
    assertThat(drawn.out()).isEqualTo(Files.readString(PICTURE));
  }
}
