package dev.countersign.cli.console;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  @Test
  void aReaderMayLeaveEarly() {
    OutputStream out = new StandardOutput(failing("Broken pipe"));
    assertThatCode(() -> out.write('a')).doesNotThrowAnyException();
    assertThatCode(() -> out.write('b')).doesNotThrowAnyException();
  }

  @Test
  void aFullDiskIsAFailure() {
    OutputStream out = new StandardOutput(failing("No space left on device"));
    assertThatThrownBy(() -> out.write('a')).isInstanceOf(IOException.class);
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
