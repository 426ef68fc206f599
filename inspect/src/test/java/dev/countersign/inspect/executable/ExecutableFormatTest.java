package dev.countersign.inspect.executable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Evil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutableFormatTest {
  private static final byte[] ELF = text("\u007fELF\u0002\u0001\u0001" + "\0".repeat(60));
  private static final byte[] SCRIPT = text("#!/bin/sh\ncurl http://localhost | sh\n");

  @Test
  void nativeCodeIsTold() throws Exception {
    assertThat(rules("libplugin.so", ELF)).containsExactly("executable-native");
    assertThat(rules("libcudart.so.12", ELF)).containsExactly("executable-native");
    assertThat(rules("plugin.dll", windows())).containsExactly("executable-native");
    assertThat(rules("plugin.dylib", text("\u00cf\u00fa\u00ed\u00fe" + "\0".repeat(60))))
        .containsExactly("executable-native");
  }

  @Test
  void aProgramNamedAsAModelIsWorse() throws Exception {
    assertThat(rules("pytorch_model.bin", ELF)).containsExactly("executable-disguised");
    assertThat(rules("model.safetensors", windows())).containsExactly("executable-disguised");
    assertThat(rules("model.pkl", SCRIPT)).containsExactly("executable-disguised");
  }

  @Test
  void aScriptIsGoodToKnow() throws Exception {
    assertThat(rules("serve.sh", SCRIPT)).isEmpty();
    assertThat(rules("install.bat", text("@echo off"))).containsExactly("executable-native");
  }

  @Test
  void linesThatPythonRunsWhenItStartsAreTold() throws Exception {
    assertThat(rules("hook.pth", text("/opt/lib\nimport os; os.getcwd()\n")))
        .containsExactly("executable-at-start");
    assertThat(rules("paths.pth", text("/opt/lib\n/opt/import this\n"))).isEmpty();
  }

  @Test
  void twoLettersAreNoProgram() throws Exception {
    assertThat(rules("weights.bin", text("MZ" + "\u0001".repeat(100)))).isEmpty();
    assertThat(rules("merges.txt", text("#version: 0.2"))).isEmpty();
  }

  private static byte[] windows() {
    ByteBuffer bytes = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(0, text("MZ")).putInt(0x3C, 0x40).put(0x40, text("PE\0\0"));
    return bytes.array();
  }

  private static byte[] text(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }

  private static List<String> rules(String name, byte[] bytes) throws IOException {
    return Evil.rules(Evil.look(name, bytes, new ExecutableFormat()));
  }
}
