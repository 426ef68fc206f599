package dev.countersign.inspect.paddle;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Parameters of PaddlePaddle: tensors one after the other, each with a small message before it. */
public final class ParametersFormat implements Format {
  private static final int START = 1 << 16;
  private static final int LARGEST_DESCRIPTION = 1 << 12;
  private static final int MOST_LEVELS = 64;

  @Override
  public String id() {
    return "paddle-parameters";
  }

  @Override
  public String title() {
    return "PaddlePaddle parameters";
  }

  @Override
  public Set<String> endings() {
    return Set.of("pdiparams");
  }

  @Override
  public boolean recognises(Artefact artefact) {
    return false;
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    examination.fact(ArtefactFact.FRAMEWORK, "PaddlePaddle");
    try {
      tensors(new Cursor(artefact.bytes()), artefact, examination);
    } catch (Broken broken) {
      texts(artefact, examination);
      throw broken;
    }
  }

  private static void tensors(Cursor in, Artefact artefact, Examination examination)
      throws Broken, IOException {
    long tensors = 0;
    long parameters = 0;
    while (in.more()) {
      long numbers = tensor(in, artefact, examination);
      tensors++;
      parameters += numbers;
    }
    examination.fact(ArtefactFact.TENSORS, Long.toString(tensors));
    examination.fact(ArtefactFact.PARAMETERS, Long.toString(parameters));
  }

  /** A version, levels of detail, a version, a description, data. */
  private static long tensor(Cursor in, Artefact artefact, Examination examination)
      throws Broken, IOException {
    long at = in.position();
    version(in);
    long levels = in.i64();
    if (levels < 0 || levels > MOST_LEVELS) {
      throw new Broken(at, "%d levels of detail".formatted(levels));
    }
    for (long i = 0; i < levels; i++) {
      in.skip(in.i64());
    }
    version(in);
    long size = in.u32();
    in.need(size);
    if (size > LARGEST_DESCRIPTION) {
      throw new Broken(at, "a description of %,d bytes".formatted(size));
    }
    Description description =
        Description.read(Wire.of(artefact.bytes().slice(in.position(), size)));
    in.skip(size);
    if (description.numbers < 0) {
      examination.report(PaddleRules.RANGE, at, "a tensor of type " + description.type);
      throw new Broken(at, "a tensor whose size is unknown");
    }
    in.skip(description.bytes());
    return description.numbers;
  }

  private static void version(Cursor in) throws Broken, IOException {
    long at = in.position();
    if (in.u32() != 0) {
      throw new Broken(at, "a version other than 0");
    }
  }

  private static void texts(Artefact artefact, Examination examination) throws IOException {
    String start = new String(artefact.bytes().copy(0, START), StandardCharsets.ISO_8859_1);
    for (Payload.Kind kind : new Payload.Kind[] {Payload.Kind.CODE, Payload.Kind.COMMAND}) {
      Payloads.in(start, kind)
          .ifPresent(found ->
              examination.report(PaddleRules.TEXT, 0, found.kind() + ": " + found.excerpt()));
    }
  }

  /** TensorDesc: a type, and dimensions; a count of -1 where they are negative or too many. */
  private record Description(long type, long numbers) {
    static Description read(Wire wire) throws Broken, IOException {
      long type = -1;
      long[] numbers = {1};
      while (wire.next()) {
        if (wire.field() == 1) {
          type = wire.value();
        } else if (wire.field() == 2) {
          wire.numbers(dimension -> numbers[0] = product(numbers[0], dimension));
        }
      }
      return new Description(type, numbers[0]);
    }

    private static long product(long product, long dimension) {
      return product < 0 || dimension < 0 || Math.multiplyHigh(product, dimension) != 0
          ? -1
          : product * dimension;
    }

    /** VarType.Type of numbers. */
    long bytes() throws Broken {
      int size =
          switch ((int) type) {
            case 0, 20, 21 -> 1;
            case 1, 4, 22 -> 2;
            case 2, 5 -> 4;
            case 3, 6, 19, 23 -> 8;
            case 24 -> 16;
            default -> throw new Broken(0, "numbers of type %d".formatted(type));
          };
      return numbers > Long.MAX_VALUE / 16 ? -1 : numbers * size;
    }
  }
}
