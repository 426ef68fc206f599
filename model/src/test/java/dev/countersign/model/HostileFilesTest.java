package dev.countersign.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The largest and worst files that are read at all, each in a process with 256 MiB of heap. */
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
  }

  @ParameterizedTest
  @EnumSource(Hostile.class)
  void isReadWithinItsBounds(Hostile hostile) throws IOException, InterruptedException {
    byte[] content = hostile.text().getBytes(UTF_8);
    assertThat(content.length).isLessThanOrEqualTo(LARGEST);
    Path file = TestFiles.write(folder, "countersign.yaml", content);
    File said = folder.resolve("said.txt").toFile();

    Process reader =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ReadOneFile.class.getName(),
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();

    assertThat(reader.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    assertThat(said).content(UTF_8).isIn("model\n", "problems\n");
    assertThat(reader.exitValue()).isZero();
  }
}
