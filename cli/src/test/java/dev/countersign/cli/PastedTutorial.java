package dev.countersign.cli;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What holds of each tutorial, pasted from top to bottom. */
interface PastedTutorial {
  /** The page, after it was pasted. */
  PastedPage page();

  @Test
  default void whatIsShownIsPrinted() throws IOException {
    page().assertThatWhatIsShownIsPrinted();
  }

  @Test
  default void commandsSucceed() throws IOException {
    page().assertThatCommandsSucceed();
  }
}
