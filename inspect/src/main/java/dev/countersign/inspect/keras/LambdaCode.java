package dev.countersign.inspect.keras;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.marshal.CompiledCode;
import dev.countersign.inspect.marshal.DangerousNames;
import dev.countersign.inspect.marshal.Marshal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A function that a configuration holds as code: base64 of a marshalled code object. */
final class LambdaCode {
  private LambdaCode() {}

  /**
   * Says what the code does.
   *
   * @param where the layer
   */
  static void judge(String where, String code, Examination examination) throws Broken, IOException {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(code);
    } catch (IllegalArgumentException none) {
      bytes = code.getBytes(StandardCharsets.ISO_8859_1);
    }
    if (source(bytes)) {
      examination.report(KerasRules.LAMBDA, where + ": source");
      examination.member(where + ".py", Bytes.of(bytes));
    } else if (bytes.length == 0 || bytes.length < code.length() / 3) {
      examination.report(KerasRules.LAMBDA, where + ": source");
      examination.member(where + ".py", Bytes.of(code.getBytes(StandardCharsets.UTF_8)));
    } else {
      compiled(where, bytes, examination);
    }
  }

  private static void compiled(String where, byte[] bytes, Examination examination)
      throws IOException {
    try {
      CompiledCode code = Marshal.read(Bytes.of(bytes));
      List<String> dangerous = DangerousNames.of(code);
      boolean harmless = dangerous.isEmpty() && code.codes() > 0;
      String names = String.join(", ", dangerous.isEmpty() ? code.names() : dangerous);
      examination.report(
          harmless ? KerasRules.LAMBDA : KerasRules.LAMBDA_DANGEROUS, where + ": " + names);
    } catch (Broken unknown) {
      examination.report(
          KerasRules.LAMBDA_DANGEROUS, where + ": compiled code that no version of Python reads");
    }
  }

  private static boolean source(byte[] bytes) {
    for (byte one : bytes) {
      if (one < ' ' && one != '\n' && one != '\r' && one != '\t') {
        return false;
      }
    }
    return bytes.length > 0;
  }
}
