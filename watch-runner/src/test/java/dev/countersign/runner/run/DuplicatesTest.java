package dev.countersign.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What came within the last 65,536 events is known, and nothing else. */
class DuplicatesTest {
  @Test
  void exactlyTheLastOnesAreKnownAlsoByWhoReadsThem() throws IOException {
    Duplicates duplicates = new Duplicates();
    Set<Long> known = new LinkedHashSet<>();
    Random random = new Random(3);
    for (int i = 0; i < 300_000; i++) {
      long print = 1 + random.nextLong(150_000) * 0x100_0000L / 3;
      assertThat(duplicates.isOne(print)).isEqualTo(known.contains(print));
      if (known.add(print) && known.size() > 65_536) {
        known.remove(known.iterator().next());
      }
      if (i == 200_000) {
        duplicates = copied(duplicates);
      }
    }
  }

  private static Duplicates copied(Duplicates duplicates) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    duplicates.write(new DataOutputStream(bytes));
    Duplicates copy = new Duplicates();
    copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return copy;
  }
}
