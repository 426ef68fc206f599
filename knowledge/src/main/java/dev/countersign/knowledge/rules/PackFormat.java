package dev.countersign.knowledge.rules;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Effort;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Harm;
import dev.countersign.knowledge.Precedent;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How compiled packs are kept in the jar: plain fields one after another. The file is made and read
 * by the same build, so it has a guard and no versions.
 */
final class PackFormat {
  private static final int GUARD = 0x43534b42; // "CSKB"

  private PackFormat() {}

  /** Everything that a build compiles. */
  record Content(List<CompiledRule> rules, List<Control> controls, String digest) {}

  private interface Writer<T> {
    void write(T value) throws IOException;
  }

  private interface Reader<T> {
    T read() throws IOException;
  }

  static void write(Content content, DataOutputStream out) throws IOException {
    out.writeInt(GUARD);
    out.writeUTF(content.digest());
    list(out, content.rules(), rule -> rule(out, rule));
    list(out, content.controls(), control -> control(out, control));
  }

  static Content read(DataInputStream in) throws IOException {
    if (in.readInt() != GUARD) {
      throw new IOException("not a compiled rule pack");
    }
    String digest = in.readUTF();
    List<CompiledRule> rules = list(in, () -> rule(in));
    return new Content(rules, list(in, () -> control(in)), digest);
  }

  private static void rule(DataOutputStream out, CompiledRule rule) throws IOException {
    family(out, rule.family());
    out.writeBoolean(rule.path().observation());
    list(out, rule.path().ports(), out::writeUTF);
    expression(out, rule.when());
    optional(out, rule.members(), members -> expression(out, members));
    list(out, rule.because(), reason -> reason(out, reason));
    list(
        out,
        rule.techniques(),
        technique -> {
          out.writeUTF(technique.id());
          optional(out, technique.condition(), condition -> expression(out, condition));
        });
  }

  private static CompiledRule rule(DataInputStream in) throws IOException {
    return new CompiledRule(
        family(in),
        new CompiledRule.PathOf(in.readBoolean(), list(in, in::readUTF)),
        expression(in),
        optional(in, () -> expression(in)),
        list(in, () -> reason(in)),
        list(
            in,
            () -> new CompiledRule.Technique(in.readUTF(), optional(in, () -> expression(in)))));
  }

  private static void reason(DataOutputStream out, CompiledRule.Reason reason) throws IOException {
    optional(out, reason.condition(), condition -> expression(out, condition));
    list(
        out,
        reason.sentence().parts(),
        part -> {
          switch (part) {
            case Template.Part.Literal(var text) -> {
              out.writeBoolean(true);
              out.writeUTF(text);
            }
            case Template.Part.Value(var value) -> {
              out.writeBoolean(false);
              expression(out, value);
            }
          }
        });
  }

  private static CompiledRule.Reason reason(DataInputStream in) throws IOException {
    return new CompiledRule.Reason(
        optional(in, () -> expression(in)), new Template(list(in, () -> part(in))));
  }

  private static Template.Part part(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new Template.Part.Literal(in.readUTF())
        : new Template.Part.Value(expression(in));
  }

  private static void family(DataOutputStream out, Family family) throws IOException {
    out.writeUTF(family.id());
    out.writeUTF(family.pack());
    out.writeUTF(family.title());
    out.writeUTF(family.explanation());
    out.writeUTF(family.stage().name());
    out.writeUTF(family.on().name());
    out.writeBoolean(family.classic());
    out.writeUTF(family.effort().name());
    out.writeUTF(family.harm().name());
    out.writeUTF(family.when());
    list(out, family.techniques(), out::writeUTF);
    list(out, family.references(), out::writeUTF);
    list(out, family.controls(), out::writeUTF);
    list(
        out,
        family.precedents(),
        precedent -> {
          out.writeUTF(precedent.id());
          out.writeUTF(precedent.title());
          out.writeBoolean(precedent.incident());
        });
  }

  private static Family family(DataInputStream in) throws IOException {
    return new Family(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        Stage.valueOf(in.readUTF()),
        ElementKind.valueOf(in.readUTF()),
        in.readBoolean(),
        Effort.valueOf(in.readUTF()),
        Harm.valueOf(in.readUTF()),
        in.readUTF(),
        list(in, in::readUTF),
        list(in, in::readUTF),
        list(in, in::readUTF),
        list(in, () -> new Precedent(in.readUTF(), in.readUTF(), in.readBoolean())));
  }

  private static void control(DataOutputStream out, Control control) throws IOException {
    out.writeUTF(control.id());
    out.writeUTF(control.title());
    out.writeUTF(control.does());
    out.writeUTF(control.stage().name());
    list(out, List.copyOf(new TreeSet<>(control.on())), kind -> out.writeUTF(kind.name()));
    list(out, control.stops(), out::writeUTF);
    list(out, control.evidence(), out::writeUTF);
    list(out, control.references(), out::writeUTF);
  }

  private static Control control(DataInputStream in) throws IOException {
    return new Control(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        Stage.valueOf(in.readUTF()),
        Set.copyOf(list(in, () -> ElementKind.valueOf(in.readUTF()))),
        list(in, in::readUTF),
        list(in, in::readUTF),
        list(in, in::readUTF));
  }

  private static void expression(DataOutputStream out, CompiledExpression expression)
      throws IOException {
    out.writeUTF(expression.source());
    out.writeInt(expression.tree().length);
    out.write(expression.tree());
  }

  private static CompiledExpression expression(DataInputStream in) throws IOException {
    return new CompiledExpression(in.readUTF(), in.readNBytes(in.readInt()));
  }

  private static <T> void list(DataOutputStream out, List<T> values, Writer<T> writer)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(value);
    }
  }

  private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
    int size = in.readInt();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(reader.read());
    }
    return values;
  }

  private static <T> void optional(DataOutputStream out, Optional<T> value, Writer<T> writer)
      throws IOException {
    out.writeBoolean(value.isPresent());
    if (value.isPresent()) {
      writer.write(value.get());
    }
  }

  private static <T> Optional<T> optional(DataInputStream in, Reader<T> reader) throws IOException {
    return in.readBoolean() ? Optional.of(reader.read()) : Optional.empty();
  }
}
