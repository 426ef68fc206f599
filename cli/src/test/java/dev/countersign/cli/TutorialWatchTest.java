package dev.countersign.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial of watching works when it is pasted from top to bottom, and prints what it shows:
 * today, since a monitor's heartbeat is of today.
 */
class TutorialWatchTest implements PastedTutorial {
  @TempDir static Path folder;
  private static PastedPage page = new PastedPage(Path.of(""), List.of());

  @BeforeAll
  static void paste() throws IOException, InterruptedException {
    String day = LocalDate.now().toString();
    page =
        PastedPage.paste(
            Path.of("../docs/tutorial-watch.md"),
            folder,
            List.of("bash", "git", "sed", "awk"),
            Map.of("port", Integer.toString(freePort()), OnTheDay.DAY, day));
  }

  /** A port that is free, and the one behind it too. */
  private static int freePort() throws IOException {
    for (int tried = 0; tried < 50; tried++) {
      try (ServerSocket free = new ServerSocket(0)) {
        int port = free.getLocalPort();
        if (port < 65_535 && isFree(port + 1)) {
          return port;
        }
      }
    }
    throw new IOException("no two free ports were found");
  }

  private static boolean isFree(int port) {
    try (ServerSocket next = new ServerSocket(port)) {
      return next.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  @Override
  public PastedPage page() {
    return page;
  }
}
