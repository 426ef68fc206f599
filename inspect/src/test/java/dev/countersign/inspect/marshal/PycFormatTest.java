package dev.countersign.inspect.marshal;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PycFormatTest {
  /** {@code import os; os.system('id')}, by Python 3.11. */
  private static final String PYTHON_3_11 =
      "YwAAAAAAAAAAAAAAAAMAAAAAAAAA8y4AAACXAGQAZAFsAFoAAgBlAGoBAAAAAAAAAABkAqYBAACrAQAAAAAAAAAAAQBkAVMAKQPpAAAAAE7aAmlkKQLaAm9z2gZzeXN0ZW2pAPMAAAAA2gF4+gg8bW9kdWxlPnIIAAAAAQAAAHMgAAAA8AMBAQHYAAmACYAJgAmIOYgyjDmQVIk/jD+IP4g/iD9yBgAAAA==";

  @Test
  void namesInCompiledCodeAreRead() throws Exception {
    byte[] header = HexFormat.of().parseHex("a70d0d0a000000000000000000000000");
    byte[] code = Base64.getDecoder().decode(PYTHON_3_11);
    byte[] pyc = new byte[header.length + code.length];
    System.arraycopy(header, 0, pyc, 0, header.length);
    System.arraycopy(code, 0, pyc, header.length, code.length);

    assertThat(rules(Bundle.inspect("x.pyc", pyc))).containsExactly("compiled-dangerous");
  }

  @Test
  void codeThatCannotBeReadIsCodeAllTheSame() throws IOException {
    byte[] pyc = HexFormat.of().parseHex("a70d0d0a000000000000000000000000e3ffffffff");

    assertThat(rules(Bundle.inspect("x.pyc", pyc))).containsExactly("compiled-code");
  }
}
