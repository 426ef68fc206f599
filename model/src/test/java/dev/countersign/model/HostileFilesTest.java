package dev.countersign.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest and worst files that are read at all, in a process with 256 MiB of heap. */
class HostileFilesTest {
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final String HEAD = "countersign: 1\nsystem: { id: demo, purpose: Hostile. }\n";

  @TempDir Path folder;

  /** A file, made when it is needed. */
  enum Hostile {
    NESTED_LISTS {
      @Override
      String text() {
        return "actors: " + "[".repeat(LARGEST - 100);
      }
    },
    NESTED_MAPS {
      @Override
      String text() {
        return "{a: ".repeat(LARGEST / 4 - 10);
      }
    },
    NESTED_BLOCKS {
      @Override
      String text() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; text.length() < LARGEST - 4_000; depth++) {
          text.append(" ".repeat(depth)).append("a:\n");
        }
        return text.toString();
      }
    },
    ONE_LONG_LIST {
      @Override
      String text() {
        return HEAD + "datasets: { d: { writers: [" + "a,".repeat(LARGEST / 2 - 100) + "a] } }";
      }
    },
    LONG_LIST_OF_DEAD_REFERENCES {
      @Override
      String text() {
        StringBuilder text = new StringBuilder(HEAD + "datasets: { d: { writers: [");
        for (int i = 0; text.length() < LARGEST - 100; i++) {
          text.append(i).append(',');
        }
        return text.append("] } }").toString();
      }
    },
    ONE_LONG_SCALAR {
      @Override
      String text() {
        return HEAD.replace("Hostile.", "x".repeat(LARGEST - 100));
      }
    },
    ONE_LONG_KEY {
      @Override
      String text() {
        return HEAD + "? " + "支".repeat(LARGEST / 3 - 100) + "\n: 1\n";
      }
    },
    MANY_UNKNOWN_KEYS {
      @Override
      String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; text.length() < LARGEST - 100; i++) {
          text.append("k").append(i).append(": 1\n");
        }
        return text.toString();
      }
    },
    MANY_UNKNOWN_KEYS_ON_ONE_LINE {
      @Override
      String text() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; text.length() < LARGEST - 100; i++) {
          text.append("k").append(i).append(": 1, ");
        }
        return text.append("}").toString();
      }
    },
    MANY_ELEMENTS_AND_NEAR_MISSES {
      @Override
      String text() {
        StringBuilder text = new StringBuilder(HEAD + "actors:\n");
        for (int i = 0; text.length() < LARGEST / 2; i++) {
          text.append("  actor-with-a-long-name-").append(i).append(": staff\n");
        }
        text.append("datasets:\n");
        for (int i = 0; text.length() < LARGEST - 100; i++) {
          text.append("  d").append(i).append(": { writers: aktor-with-a-long-name-").append(i);
          text.append(" }\n");
        }
        return text.toString();
      }
    },
    ANCHORS_AND_ALIASES {
      @Override
      String text() {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 40_000; i++) {
          text.append("a%d: &a%d [*a%d,*a%d,*a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        return text.toString();
      }
    },
    COMMENTS_AND_BLANK_LINES {
      @Override
      String text() {
        return HEAD + "#\n\n \n".repeat(LARGEST / 6);
      }
    },
    QUOTES_NEVER_CLOSED {
      @Override
      String text() {
        return HEAD + "actors: \"" + "\\\n ".repeat(LARGEST / 3 - 100);
      }
    },
    INDICATORS {
      @Override
      String text() {
        return "? ".repeat(LARGEST / 2 - 10);
      }
    },
    DASHES {
      @Override
      String text() {
        return "- ".repeat(LARGEST / 2 - 10);
      }
    },
    TAGS_AND_DIRECTIVES {
      @Override
      String text() {
        return "%TAG ! tag:x,2000:\n".repeat(200_000) + "--- 1\n";
      }
    },
    RANDOM_WORDS {
      @Override
      String text() {
        Random random = new Random(6);
        StringBuilder text = new StringBuilder(LARGEST);
        while (text.length() < LARGEST - 100) {
          text.append(Integer.toString(random.nextInt(), 36))
              .append(" :,-\n".charAt(random.nextInt(5)));
        }
        return text.toString();
      }
    };

    abstract String text();

    /** Whether it is only long. */
    boolean harmless() {
      return this == ONE_LONG_SCALAR || this == COMMENTS_AND_BLANK_LINES;
    }
  }

  @Test
  void areReadWithinTheirBounds() throws IOException, InterruptedException {
    for (Hostile hostile : Hostile.values()) {
      byte[] content = hostile.text().getBytes(UTF_8);
      assertThat(content.length).as("%s", hostile).isLessThanOrEqualTo(LARGEST);
      TestFiles.write(folder, hostile + ".yaml", content);
    }
    Path said = folder.resolve("said.txt");
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReadFolder.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();

    assertThat(reader.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
    assertThat(Files.readAllLines(said))
        .as("each is a model or has problems")
        .containsExactlyElementsOf(expected());
    assertThat(reader.exitValue()).isZero();
  }

  private static List<String> expected() {
    return Arrays.stream(Hostile.values())
        .map(file -> file + ".yaml: " + (file.harmless() ? "model" : "problems"))
        .sorted()
        .toList();
  }
}
