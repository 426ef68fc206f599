package dev.countersign.knowledge.rules;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a compiled expression is kept: its tree, node by node. CEL's own form is a protobuf message
 * that has to be parsed and then turned into this tree; reading the tree itself takes a third of
 * the time, and every start reads about a hundred.
 */
final class ExpressionFormat {
  private ExpressionFormat() {}

  static byte[] write(CelExpr expr) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(expr, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  static CelExpr read(byte[] bytes) {
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("the rule packs of this build are damaged", e);
    }
  }

  private static void write(CelExpr expr, DataOutputStream out) throws IOException {
    out.writeByte(expr.getKind().ordinal());
    out.writeShort((int) expr.id());
    switch (expr.getKind()) {
      case CONSTANT -> constant(expr.constant(), out);
      case IDENT -> out.writeUTF(expr.ident().name());
      case CALL -> call(expr.call(), out);
      case LIST -> list(expr.list().elements(), out);
      case COMPREHENSION -> comprehension(expr.comprehension(), out);
      case SELECT, STRUCT, MAP, NOT_SET ->
          throw new IllegalArgumentException("rules hold no " + expr.getKind());
    }
  }

  private static CelExpr read(DataInputStream in) throws IOException {
    CelExpr.ExprKind.Kind kind = CelExpr.ExprKind.Kind.values()[in.readByte()];
    long id = in.readShort();
    return switch (kind) {
      case CONSTANT -> CelExpr.ofConstant(id, constant(in));
      case IDENT -> CelExpr.ofIdent(id, in.readUTF());
      case CALL -> {
        Optional<CelExpr> target = in.readBoolean() ? Optional.of(read(in)) : Optional.empty();
        yield CelExpr.ofCall(id, target, in.readUTF(), list(in));
      }
      case LIST -> CelExpr.ofList(id, list(in), ImmutableList.of());
      case COMPREHENSION -> comprehension(id, in);
      case SELECT, STRUCT, MAP, NOT_SET -> throw new IOException("no expression of rules: " + kind);
    };
  }

  private static void call(CelExpr.CelCall call, DataOutputStream out) throws IOException {
    out.writeBoolean(call.target().isPresent());
    if (call.target().isPresent()) {
      write(call.target().get(), out);
    }
    out.writeUTF(call.function());
    list(call.args(), out);
  }

  private static void list(List<CelExpr> elements, DataOutputStream out) throws IOException {
    out.writeShort(elements.size());
    for (CelExpr element : elements) {
      write(element, out);
    }
  }

  private static ImmutableList<CelExpr> list(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    List<CelExpr> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      elements.add(read(in));
    }
    return ImmutableList.copyOf(elements);
  }

  private static void comprehension(CelExpr.CelComprehension loop, DataOutputStream out)
      throws IOException {
    out.writeUTF(loop.iterVar());
    out.writeUTF(loop.accuVar());
    write(loop.iterRange(), out);
    write(loop.accuInit(), out);
    write(loop.loopCondition(), out);
    write(loop.loopStep(), out);
    write(loop.result(), out);
  }

  private static CelExpr comprehension(long id, DataInputStream in) throws IOException {
    String element = in.readUTF();
    String accumulator = in.readUTF();
    return CelExpr.ofComprehension(
        id, element, read(in), accumulator, read(in), read(in), read(in), read(in));
  }

  private static void constant(CelConstant constant, DataOutputStream out) throws IOException {
    switch (constant.getKind()) {
      case BOOLEAN_VALUE -> {
        out.writeByte('b');
        out.writeBoolean(constant.booleanValue());
      }
      case INT64_VALUE -> {
        out.writeByte('i');
        out.writeLong(constant.int64Value());
      }
      case DOUBLE_VALUE -> {
        out.writeByte('d');
        out.writeDouble(constant.doubleValue());
      }
      case STRING_VALUE -> {
        out.writeByte('s');
        out.writeUTF(constant.stringValue());
      }
      default -> throw new IllegalArgumentException("rules hold no " + constant.getKind());
    }
  }

  private static CelConstant constant(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 'b' -> CelConstant.ofValue(in.readBoolean());
      case 'i' -> CelConstant.ofValue(in.readLong());
      case 'd' -> CelConstant.ofValue(in.readDouble());
      case 's' -> CelConstant.ofValue(in.readUTF());
      default -> throw new IOException("no constant of rules: " + kind);
    };
  }
}
