package dev.countersign.inspect.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes pickles opcode by opcode, as Python never would. */
final class Assembler {
  private static final Inspector INSPECTOR = Inspector.create();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static Assembler pickle() {
    return new Assembler();
  }

  /** A pickle of a protocol. */
  static Assembler protocol(int number) {
    return pickle().op(Op.PROTO, number);
  }

  /** An opcode and bytes, each 0 to 255. */
  Assembler op(int opcode, int... argument) {
    out.write(opcode);
    for (int one : argument) {
      out.write(one);
    }
    return this;
  }

  /** An opcode and lines. */
  Assembler lines(int opcode, String... lines) {
    out.write(opcode);
    for (String line : lines) {
      raw((line + "\n").getBytes(ISO_8859_1));
    }
    return this;
  }

  /** An opcode and a length of so many bytes, the lowest first, and bytes. */
  Assembler counted(int opcode, int width, byte[] content) {
    out.write(opcode);
    for (int i = 0; i < width; i++) {
      out.write(i < 4 ? content.length >>> 8 * i : 0);
    }
    return raw(content);
  }

  Assembler str(String text) {
    return counted(Op.BINUNICODE, 4, text.getBytes(UTF_8));
  }

  Assembler bytes(byte[] content) {
    return counted(Op.BINBYTES, 4, content);
  }

  Assembler global(String module, String name) {
    return lines(Op.GLOBAL, module, name);
  }

  Assembler stackGlobal(String module, String name) {
    return str(module).str(name).op(Op.STACK_GLOBAL);
  }

  /** A tuple of one string, and the call. */
  Assembler calledWith(String... texts) {
    op(Op.MARK);
    for (String text : texts) {
      str(text);
    }
    return op(Op.TUPLE).op(Op.REDUCE);
  }

  Assembler raw(byte[] content) {
    out.writeBytes(content);
    return this;
  }

  Assembler raw(String ascii) {
    return raw(ascii.getBytes(ISO_8859_1));
  }

  /** All of it with a {@code STOP}. */
  byte[] stop() {
    return op(Op.STOP).toBytes();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  static Inspected inspect(byte[] pickle) {
    return inspect("model.pkl", pickle);
  }

  static Inspected inspect(String name, byte[] pickle) {
    try {
      return INSPECTOR.inspect(Artefact.of(name, Bytes.of(pickle)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Verdict verdict(byte[] pickle) {
    return inspect(pickle).verdict();
  }

  static List<String> subjects(byte[] pickle) {
    return inspect(pickle).findings().stream().map(Finding::subject).toList();
  }

  static List<String> rules(byte[] pickle) {
    return inspect(pickle).findings().stream().map(finding -> finding.rule().id()).toList();
  }
}
